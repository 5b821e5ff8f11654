// write/organizations(rows, document)
// Write organizations, and that a document, which mentions none yet, brought them in.
MATCH (d:Document {id: $document, cascade: true})
UNWIND $rows AS row
MERGE (o:Organization {id: row.id, cascade: true})
SET o += row
CREATE (d)-[:MENTIONS]->(o)
