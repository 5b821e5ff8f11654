// write/migration(id)
// Record that a file of schema/ has been run.
MERGE (m:Migration {id: $id, cascade: true})
