// guide/differences()
// 正文与任务清单的出入 Clauses and rows of one document that say different things of one task.
MATCH (a:Clause {cascade: true})-[x:DIFFERS_FROM]->(b:Clause {cascade: true})
WITH a, x, b ORDER BY CASE x.weight WHEN 'material' THEN 0 WHEN 'minor' THEN 1 ELSE 2 END, a.id, x.rank
WITH collect([a, x, b]) AS found
UNWIND found[0..20] AS one
WITH one[0] AS a, one[1] AS x, one[2] AS b, size(found[20..]) AS not_drawn
RETURN x.weight AS weight, x.kind AS kind, x.note AS note, a, x, b, not_drawn
