// guide/candidates()
// 有待人工判定的备选 Near misses, the best first: they count as no link until a person says so.
MATCH (s:Clause {cascade: true})-[l:IMPLEMENTS {status: 'candidate'}]->(t:Clause {cascade: true})
WITH s, l, t ORDER BY l.score DESC, s.id, t.id
WITH collect([s, l, t]) AS found
UNWIND found[0..15] AS one
WITH one[0] AS s, one[1] AS l, one[2] AS t, size(found[15..]) AS not_drawn
RETURN l.score AS score, l.reason AS reason, s, l, t, not_drawn
