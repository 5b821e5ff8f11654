// write/assignments(rows)
// Say who must do clauses.
UNWIND $rows AS row
MATCH (s:Clause {id: row.source, cascade: true})
MATCH (t:Organization {id: row.target, cascade: true})
CREATE (s)-[a:ASSIGNED_TO]->(t)
SET a += row.properties
