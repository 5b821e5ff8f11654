// browse/addresses()
// The addresses of all clauses, by document and in order.
MATCH (c:Clause {cascade: true})
RETURN c.document AS document, c.address AS address
ORDER BY document, c.order, c.id
