// read/stubs(ids)
// Those of these documents that are only cited, how often, and the first of the titles that they are cited by.
UNWIND $ids AS id
MATCH (d:Document {id: id, cascade: true})
WHERE NOT d.loaded
OPTIONAL MATCH ()-[c:CITES]->(d)
RETURN id, count(c) AS cited, min(c.title) AS title
ORDER BY id
