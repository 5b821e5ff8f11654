// write/drop_decisions(ids)
// Take decisions back.
UNWIND $ids AS id
MATCH (d:Decision {id: id, cascade: true})
DELETE d
