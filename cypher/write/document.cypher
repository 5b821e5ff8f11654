// write/document(document, properties)
// Write the node of a document; null takes a property away.
MERGE (d:Document {id: $document, cascade: true})
SET d += $properties
