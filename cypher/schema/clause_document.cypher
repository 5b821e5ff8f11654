// schema/clause_document()
// Finds the clauses of a document.
CREATE INDEX clause_document IF NOT EXISTS FOR (c:Clause) ON (c.document)
