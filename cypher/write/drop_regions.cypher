// write/drop_regions(codes)
// Take out those of these regions that no document mentions.
UNWIND $codes AS id
MATCH (n:Region {id: id, cascade: true})
WHERE NOT EXISTS { MATCH (:Document)-[:MENTIONS]->(n) }
DETACH DELETE n
