// browse/decided(clauses)
// What people decided of the links by which these clauses carry out others.
MATCH (d:Decision)
WHERE d.source IN $clauses
RETURN d.source AS source, d.target AS target, d.status AS status, d.by AS by, d.at AS at, d.note AS note,
       d.source_print AS source_print, d.target_print AS target_print
ORDER BY source, target
