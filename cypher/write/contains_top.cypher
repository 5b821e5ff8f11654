// write/contains_top(document, ids)
// Put the outermost clauses under their document.
MATCH (d:Document {id: $document, cascade: true})
UNWIND $ids AS id
MATCH (c:Clause {id: id, cascade: true})
CREATE (d)-[:CONTAINS]->(c)
