// write/drop_documents(rows)
// Take out the nodes of documents.
UNWIND $rows AS id
MATCH (d:Document {id: id, cascade: true})
DETACH DELETE d
