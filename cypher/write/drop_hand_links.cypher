// write/drop_hand_links(rows)
// Take out links that people made.
UNWIND $rows AS row
MATCH (:Clause {id: row.source, cascade: true})-[l:IMPLEMENTS]->(:Clause {id: row.target, cascade: true})
WHERE l.method = 'hand'
DELETE l
