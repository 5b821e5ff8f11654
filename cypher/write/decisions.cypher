// write/decisions(rows)
// Write what people decided. Decisions hang on no clause, so that they outlive every clause.
UNWIND $rows AS row
MERGE (d:Decision {id: row.id, cascade: true})
SET d += row
