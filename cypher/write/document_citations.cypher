// write/document_citations(rows)
// Write the citations whose source is a document.
UNWIND $rows AS row
MATCH (s:Document {id: row.source, cascade: true})
MATCH (t:Document {id: row.target, cascade: true})
CREATE (s)-[c:CITES]->(t)
SET c += row.properties
