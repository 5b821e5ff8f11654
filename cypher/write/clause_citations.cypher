// write/clause_citations(rows)
// Write the citations whose source is a clause.
UNWIND $rows AS row
MATCH (s:Clause {id: row.source, cascade: true})
MATCH (t:Document {id: row.target, cascade: true})
CREATE (s)-[c:CITES]->(t)
SET c += row.properties
