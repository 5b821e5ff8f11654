// schema/0008_clause_document()
// Finds the clauses of a document.
CREATE INDEX cascade_clause_document IF NOT EXISTS FOR (c:Clause) ON (c.document)
