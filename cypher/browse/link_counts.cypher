// browse/link_counts()
// How many links have each status.
MATCH (:Clause {cascade: true})-[l:IMPLEMENTS]->(:Clause)
RETURN l.status AS status, count(l) AS links
ORDER BY status
