// write/hold_loaded(ids)
// Lock the nodes of documents that are there, so that whoever decides and whoever writes them take turns.
UNWIND $ids AS id
MATCH (d:Document {id: id, cascade: true})
SET d.held = true
REMOVE d.held
