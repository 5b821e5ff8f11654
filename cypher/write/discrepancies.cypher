// write/discrepancies(rows)
// Say where clauses differ.
UNWIND $rows AS row
MATCH (s:Clause {id: row.source, cascade: true})
MATCH (t:Clause {id: row.target, cascade: true})
CREATE (s)-[x:DIFFERS_FROM]->(t)
SET x += row.properties
