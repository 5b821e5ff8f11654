// write/regions(rows, document)
// Write regions, and that a document, which mentions none yet, brought them in.
MATCH (d:Document {id: $document, cascade: true})
UNWIND $rows AS row
MERGE (r:Region {id: row.id, cascade: true})
SET r += row
CREATE (d)-[:MENTIONS]->(r)
