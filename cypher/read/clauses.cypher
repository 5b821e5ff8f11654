// read/clauses(documents)
// The clauses of these documents, in order.
UNWIND $documents AS document
MATCH (c:Clause {document: document, cascade: true})
RETURN c.id AS id, c.document AS document, c.address AS address, c.clause_type AS clause_type,
       c.text AS text, c.heading AS heading, c.number AS number, c.parent AS parent, c.order AS order,
       c.task AS task, c.obligation AS obligation, c.cells AS cells, c.lines AS lines, c.dues AS dues
ORDER BY document, c.order, id
