// lineage/units(clauses)
// Who must do these clauses, as the text has them: the bodies of a clause, then those of the rows that break it down.
UNWIND $clauses AS clause
MATCH (:Clause {id: clause, cascade: true})-[a:ASSIGNED_TO]->(o:Organization)
RETURN clause, o.id AS name, a.role AS role, a.as_written AS as_written, o.collective AS collective,
       null AS through, -1 AS row, a.rank AS rank
ORDER BY clause, row, rank
UNION ALL
UNWIND $clauses AS clause
MATCH (:Clause {id: clause, cascade: true})<-[l:IMPLEMENTS {scope: 'internal'}]-(r:Clause)-[a:ASSIGNED_TO]->(o:Organization)
WHERE l.status IN ['proposed', 'confirmed']
RETURN clause, o.id AS name, a.role AS role, a.as_written AS as_written, o.collective AS collective,
       r.id AS through, r.order AS row, a.rank AS rank
ORDER BY clause, row, rank
