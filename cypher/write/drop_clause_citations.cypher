// write/drop_clause_citations(rows)
// Take out citations whose source is a clause.
UNWIND $rows AS row
MATCH (:Clause {id: row.source, cascade: true})-[c:CITES]->({cascade: true})
WHERE c.rank = row.rank
DELETE c
