// lineage/units(clauses)
// Who must do these clauses, as the text has them.
UNWIND $clauses AS clause
MATCH (:Clause {id: clause})-[a:ASSIGNED_TO]->(o:Organization)
RETURN clause, o.id AS name, a.role AS role, a.as_written AS as_written, o.collective AS collective
ORDER BY clause, a.rank
