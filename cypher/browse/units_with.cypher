// browse/units_with(words)
// The organizations whose name holds all of these words, in small letters, with how many clauses are their tasks.
MATCH (o:Organization {cascade: true})
WHERE all(word IN $words WHERE toLower(o.id) CONTAINS word)
OPTIONAL MATCH (c:Clause {cascade: true})-[:ASSIGNED_TO]->(o)
RETURN o.id AS name, o.level AS level, o.region AS region, count(DISTINCT c) AS tasks
ORDER BY tasks DESC, name
