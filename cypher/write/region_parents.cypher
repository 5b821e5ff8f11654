// write/region_parents(codes)
// Join these regions to those that contain them and to those that they contain, where both are there.
MATCH (r:Region {cascade: true})
WHERE r.id IN $codes OR r.parent IN $codes
MATCH (p:Region {id: r.parent, cascade: true})
MERGE (r)-[:PART_OF]->(p)
