// read/texts(clauses)
// The texts of these clauses, with their documents and where these apply.
UNWIND $clauses AS clause
MATCH (c:Clause {id: clause, cascade: true})
MATCH (d:Document {id: c.document, cascade: true})
RETURN c.id AS id, c.document AS document, c.text AS text, d.region AS region
ORDER BY id
