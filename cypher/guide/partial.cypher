// guide/partial()
// 缺项 The links whose clause below leaves out a part of the clause above.
MATCH (s:Clause {cascade: true})-[l:IMPLEMENTS]->(t:Clause {cascade: true})
WHERE l.status IN ['proposed', 'confirmed'] AND l.carried = 'partial' AND l.scope = 'between'
WITH s, l, t ORDER BY l.score DESC, s.id, t.id
WITH collect([s, t]) AS found
UNWIND found[0..20] AS one
WITH one[0] AS s, one[1] AS t, size(found[20..]) AS not_drawn
MATCH link = (s)-[:IMPLEMENTS]->(t)
RETURN link, not_drawn
