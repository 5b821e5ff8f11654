// write/drop_documents(ids)
// Take out the nodes of documents.
UNWIND $ids AS id
MATCH (d:Document {id: id, cascade: true})
DETACH DELETE d
