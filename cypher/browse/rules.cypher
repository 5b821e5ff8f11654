// browse/rules()
// The versions of the rules that made the links.
MATCH (:Clause {cascade: true})-[l:IMPLEMENTS]->(:Clause)
WHERE l.rules <> ''
RETURN DISTINCT l.rules AS rules
ORDER BY rules
