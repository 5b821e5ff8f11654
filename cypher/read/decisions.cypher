// read/decisions()
// What people decided of links.
MATCH (d:Decision {cascade: true})
RETURN d.source AS source, d.target AS target, d.status AS status, d.by AS by, d.at AS at, d.note AS note,
       d.source_print AS source_print, d.target_print AS target_print
ORDER BY source, target
