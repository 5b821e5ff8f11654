// read/texts(clauses)
// The texts of these clauses, with their documents and where these apply.
UNWIND $clauses AS clause
MATCH (c:Clause {id: clause})
MATCH (d:Document {id: c.document})
RETURN c.id AS id, c.document AS document, c.text AS text, d.region AS region
ORDER BY id
