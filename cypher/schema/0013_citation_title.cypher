// schema/0013_citation_title()
// Finds the citations of a bare title.
CREATE INDEX cascade_citation_title IF NOT EXISTS FOR ()-[c:CITES]-() ON (c.title_key)
