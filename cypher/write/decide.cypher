// write/decide(rows)
// Give links the statuses that people decided, and keep what the rules said. A link that comes decided, from an export,
// was a candidate where it is less likely than not or lacks something.
UNWIND $rows AS row
MATCH (:Clause {id: row.source, cascade: true})-[l:IMPLEMENTS]->(:Clause {id: row.target, cascade: true})
SET l.found = coalesce(l.found, CASE
      WHEN l.status IN ['candidate', 'proposed'] THEN l.status
      WHEN l.score < 0.5 OR coalesce(l.reason, '') <> '' THEN 'candidate'
      ELSE 'proposed' END),
    l.status = row.status
