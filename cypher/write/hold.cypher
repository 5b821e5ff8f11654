// write/hold(document)
// Make sure of a document's node and lock it, so that two writers of the same document take turns.
MERGE (d:Document {id: $document, cascade: true})
ON CREATE SET d.loaded = false
SET d.held = true
REMOVE d.held
