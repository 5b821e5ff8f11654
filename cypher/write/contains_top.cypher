// write/contains_top(document, ids)
// Put the outermost clauses under their document.
MATCH (d:Document {id: $document})
UNWIND $ids AS id
MATCH (c:Clause {id: id})
CREATE (d)-[:CONTAINS]->(c)
