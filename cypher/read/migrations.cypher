// read/migrations()
// The files of schema/ that have been run on this store.
MATCH (m:Migration {cascade: true})
RETURN m.id AS id
ORDER BY id
