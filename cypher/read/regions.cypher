// read/regions(documents)
// The regions that these documents mention.
UNWIND $documents AS document
MATCH (:Document {id: document, cascade: true})-[:MENTIONS]->(r:Region)
RETURN document, r.code AS code, r.name AS name, r.level AS level, r.parent AS parent
ORDER BY document, code
