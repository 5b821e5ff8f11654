// write/regions(rows)
// Write regions.
UNWIND $rows AS row
MERGE (r:Region {id: row.id})
SET r += row
