// write/mentions_regions(document, codes)
// Say which regions a document brought in.
MATCH (d:Document {id: $document})
UNWIND $codes AS code
MATCH (r:Region {id: code})
MERGE (d)-[:MENTIONS]->(r)
