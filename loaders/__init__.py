"""From official documents (公文) to facts: pure functions that know no store and no HTTP."""
