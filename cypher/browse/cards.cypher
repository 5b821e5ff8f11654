// browse/cards(clauses)
// These clauses as answers show them.
UNWIND $clauses AS clause
MATCH (c:Clause {id: clause, cascade: true})
MATCH (d:Document {id: c.document, cascade: true})
OPTIONAL MATCH (d)-[:APPLIES_TO]->(r:Region)
RETURN c.id AS id, c.document AS document, d.title AS document_title, c.address AS address,
       c.clause_type AS type, c.heading AS heading, c.text AS text, c.task AS task, d.level AS level,
       d.region AS region, r.name AS region_name
ORDER BY document, c.order, id
