// read/names()
// All documents, loaded or cited, by the names that people call them.
MATCH (d:Document {cascade: true})
RETURN d.id AS id, d.number AS number, d.title AS title, d.notice_title AS notice_title, d.loaded AS loaded
ORDER BY id
