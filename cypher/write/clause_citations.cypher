// write/clause_citations(rows)
// Write the citations whose source is a clause.
UNWIND $rows AS row
MATCH (s:Clause {id: row.source})
MATCH (t:Document {id: row.target})
CREATE (s)-[c:CITES]->(t)
SET c += row.properties
