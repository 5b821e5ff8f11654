// read/decisions_of(prefix)
// What people decided of links whose source or target has an id that begins so: those of one document.
MATCH (d:Decision {cascade: true})
WHERE d.source STARTS WITH $prefix OR d.target STARTS WITH $prefix
RETURN d.source AS source, d.target AS target, d.status AS status, d.by AS by, d.at AS at, d.note AS note,
       d.source_print AS source_print, d.target_print AS target_print
ORDER BY source, target
