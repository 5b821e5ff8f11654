// write/drop_organizations(ids)
// Take out those of these organizations that no document mentions.
UNWIND $ids AS id
MATCH (n:Organization {id: id, cascade: true})
WHERE NOT EXISTS { MATCH (:Document)-[:MENTIONS]->(n) }
DETACH DELETE n
