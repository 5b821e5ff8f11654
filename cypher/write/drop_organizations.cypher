// write/drop_organizations(rows)
// Take out those of these organizations that no document mentions.
UNWIND $rows AS id
MATCH (n:Organization {id: id, cascade: true})
WHERE NOT EXISTS { MATCH (:Document)-[:MENTIONS]->(n) }
DETACH DELETE n
