// write/mentions_regions(document, codes)
// Say which regions a document brought in.
MATCH (d:Document {id: $document, cascade: true})
UNWIND $codes AS code
MATCH (r:Region {id: code, cascade: true})
MERGE (d)-[:MENTIONS]->(r)
