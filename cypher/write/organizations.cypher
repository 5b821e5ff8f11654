// write/organizations(rows)
// Write organizations.
UNWIND $rows AS row
MERGE (o:Organization {id: row.id, cascade: true})
SET o += row
