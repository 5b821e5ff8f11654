// write/drop_clause_citations(rows)
// Take out citations whose source is a clause.
UNWIND $rows AS row
MATCH (:Clause {id: row.source})-[c:CITES]->()
WHERE c.rank = row.rank
DELETE c
