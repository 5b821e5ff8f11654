// write/undecide(rows)
// Give links the statuses that the rules gave them.
UNWIND $rows AS row
MATCH (:Clause {id: row.source, cascade: true})-[l:IMPLEMENTS]->(:Clause {id: row.target, cascade: true})
WHERE l.found IS NOT NULL
SET l.status = l.found
REMOVE l.found
