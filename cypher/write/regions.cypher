// write/regions(rows)
// Write regions.
UNWIND $rows AS row
MERGE (r:Region {id: row.id, cascade: true})
SET r += row
