// write/stubs(rows)
// Write the nodes of documents that are only cited.
UNWIND $rows AS row
MERGE (d:Document {id: row.id, cascade: true})
SET d += row
