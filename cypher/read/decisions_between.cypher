// read/decisions_between(ids)
// Decisions by their ids.
UNWIND $ids AS id
MATCH (d:Decision {id: id, cascade: true})
RETURN d.source AS source, d.target AS target, d.status AS status, d.by AS by, d.at AS at, d.note AS note,
       d.source_print AS source_print, d.target_print AS target_print
ORDER BY source, target
