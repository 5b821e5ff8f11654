// schema/0012_citation_number()
// Finds the citations of a number.
CREATE INDEX cascade_citation_number IF NOT EXISTS FOR ()-[c:CITES]-() ON (c.number_key)
