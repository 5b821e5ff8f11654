// write/links(rows)
// Write links between clauses; those to clauses that are not there fall away.
UNWIND $rows AS row
MATCH (s:Clause {id: row.source, cascade: true})
MATCH (t:Clause {id: row.target, cascade: true})
MERGE (s)-[l:IMPLEMENTS]->(t)
SET l += row.properties
