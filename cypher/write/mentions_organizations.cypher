// write/mentions_organizations(document, ids)
// Say which organizations a document brought in.
MATCH (d:Document {id: $document})
UNWIND $ids AS id
MATCH (o:Organization {id: id})
MERGE (d)-[:MENTIONS]->(o)
