// browse/ready()
// One row: the store answers.
RETURN true AS ready
