// write/hand_links(rows)
// Write links that people made where the rules found none; those between clauses that are not there fall away.
UNWIND $rows AS row
MATCH (s:Clause {id: row.source, cascade: true})
MATCH (t:Clause {id: row.target, cascade: true})
MERGE (s)-[l:IMPLEMENTS]->(t)
ON CREATE SET l += row.properties
