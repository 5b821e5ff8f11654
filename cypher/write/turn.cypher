// write/turn()
// Lock what every writer locks first, the first node of the schema, so that writers take turns.
MATCH (m:Migration {cascade: true})
WITH m ORDER BY m.id LIMIT 1
SET m.held = true
REMOVE m.held
