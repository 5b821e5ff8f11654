// write/document(document, level, properties)
// Write the node of a document; null takes a property away. It is labelled by its level, for Neo4j Browser colours nodes
// by their labels alone; null takes the label away.
MERGE (d:Document {id: $document, cascade: true})
SET d += $properties
REMOVE d:National:Provincial:Municipal:County
FOREACH (_ IN CASE WHEN $level = 'national' THEN [1] ELSE [] END | SET d:National)
FOREACH (_ IN CASE WHEN $level = 'provincial' THEN [1] ELSE [] END | SET d:Provincial)
FOREACH (_ IN CASE WHEN $level = 'municipal' THEN [1] ELSE [] END | SET d:Municipal)
FOREACH (_ IN CASE WHEN $level = 'county' THEN [1] ELSE [] END | SET d:County)
