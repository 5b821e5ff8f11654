// write/assignments(rows)
// Say who must do clauses.
UNWIND $rows AS row
MATCH (s:Clause {id: row.source})
MATCH (t:Organization {id: row.target})
CREATE (s)-[a:ASSIGNED_TO]->(t)
SET a += row.properties
