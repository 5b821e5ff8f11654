// browse/clause_counts()
// How many clauses of each type a document has, and how many of them are tasks.
MATCH (c:Clause {cascade: true})
RETURN c.document AS document, c.clause_type AS type, count(*) AS clauses, sum(CASE WHEN c.task THEN 1 ELSE 0 END) AS tasks
ORDER BY document, type
