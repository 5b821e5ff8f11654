// write/drop_regions(rows)
// Take out those of these regions that no document mentions.
UNWIND $rows AS id
MATCH (n:Region {id: id, cascade: true})
WHERE NOT EXISTS { MATCH (:Document)-[:MENTIONS]->(n) }
DETACH DELETE n
