// guide/figures()
// 加码与降标 The links that raise or lower a figure, lowered ones first, with the figures of one name at both ends.
MATCH (s:Clause {cascade: true})-[l:IMPLEMENTS]->(t:Clause {cascade: true})
WHERE l.status IN ['proposed', 'confirmed'] AND l.carried IN ['raised', 'lowered'] AND l.scope = 'between'
WITH s, l, t ORDER BY CASE l.carried WHEN 'lowered' THEN 0 ELSE 1 END, l.score DESC, s.id, t.id
WITH collect({below: s, link: l, above: t}) AS found
UNWIND found[0..10] AS one
WITH one.below AS s, one.link AS l, one.above AS t, size(found[10..]) AS not_drawn
RETURN l.carried AS carried, s, l, t,
       [figure = (s)-[:QUANTIFIES]->(i:Indicator {cascade: true}) WHERE EXISTS {
         MATCH (t)-[:QUANTIFIES]->(j) WHERE j.normal_unit = i.normal_unit AND j.object = i.object } | figure] AS below,
       [figure = (t)-[:QUANTIFIES]->(j:Indicator {cascade: true}) WHERE EXISTS {
         MATCH (s)-[:QUANTIFIES]->(i) WHERE i.normal_unit = j.normal_unit AND i.object = j.object } | figure] AS above,
       not_drawn
