// guide/busiest()
// 任务最多的单位 The body with most tasks, and its tasks.
MATCH (c:Clause {cascade: true})-[:ASSIGNED_TO]->(o:Organization {cascade: true})
WHERE NOT o.collective
WITH o, count(DISTINCT c) AS tasks
ORDER BY tasks DESC, o.id LIMIT 1
MATCH (c:Clause {cascade: true})-[:ASSIGNED_TO]->(o)
WITH DISTINCT o, c ORDER BY c.document, c.order
WITH o, collect(c) AS found
UNWIND found[0..25] AS c
MATCH does = (c)-[:ASSIGNED_TO]->(o)
RETURN does, size(found[25..]) AS not_drawn
