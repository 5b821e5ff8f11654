// write/clauses(rows)
// Write the clauses of a document, which has none.
UNWIND $rows AS row
CREATE (c:Clause {id: row.id, cascade: true})
SET c += row
