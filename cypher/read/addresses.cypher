// read/addresses(document)
// The addresses of a document's clauses, in order.
MATCH (c:Clause {document: $document, cascade: true})
RETURN c.address AS address
ORDER BY c.order, c.id
