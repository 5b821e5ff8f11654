// write/applies_to(document, region)
// Say which region a document is for.
MATCH (d:Document {id: $document})
MATCH (r:Region {id: $region})
MERGE (d)-[:APPLIES_TO]->(r)
