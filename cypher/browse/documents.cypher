// browse/documents()
// All documents as lists show them.
MATCH (d:Document {cascade: true})
OPTIONAL MATCH (d)-[:APPLIES_TO]->(r:Region)
RETURN d.id AS id, d.title AS title, d.number AS number, d.level AS level, d.region AS region, r.name AS region_name,
       d.issued AS issued, d.printed AS printed, d.status AS status, d.loaded AS loaded
ORDER BY id
