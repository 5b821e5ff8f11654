// read/organizations(documents)
// The organizations that these documents mention.
UNWIND $documents AS document
MATCH (:Document {id: document, cascade: true})-[:MENTIONS]->(o:Organization)
RETURN document, o.id AS id, o.level AS level, o.region AS region, o.kind AS kind, o.collective AS collective
ORDER BY document, id
