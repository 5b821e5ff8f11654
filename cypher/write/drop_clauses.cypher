// write/drop_clauses(document)
// Take out the clauses of a document with all links to and from them.
MATCH (c:Clause {document: $document, cascade: true})
DETACH DELETE c
