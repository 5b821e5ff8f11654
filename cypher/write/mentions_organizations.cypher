// write/mentions_organizations(document, ids)
// Say which organizations a document brought in.
MATCH (d:Document {id: $document, cascade: true})
UNWIND $ids AS id
MATCH (o:Organization {id: id, cascade: true})
MERGE (d)-[:MENTIONS]->(o)
