// browse/regions()
// All regions.
MATCH (r:Region {cascade: true})
RETURN r.code AS code, r.name AS name
ORDER BY code
