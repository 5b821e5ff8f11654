// write/applies_to(document, region)
// Say which region a document is for.
MATCH (d:Document {id: $document, cascade: true})
MATCH (r:Region {id: $region, cascade: true})
MERGE (d)-[:APPLIES_TO]->(r)
