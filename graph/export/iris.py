"""How nodes and terms of the JSON-LD export are named."""

import re
from typing import Any
from urllib.parse import quote

OWN = "urn:policy-cascade:"
"""Our namespace: a name alone, for no domain is ours. What follows says what is named: document, clause, link, …"""

NOT_IRI = re.compile(r"[^A-Za-z0-9\-._~:/@!$&'()*+,;=\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef]")
"""What RFC 3987 does not allow in a path; also % and #, so that two ids never have one IRI."""

PREFIXES = {
    "eli": "http://data.europa.eu/eli/ontology#",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "pc": f"{OWN}term:",
}
TYPED: dict[str, tuple[str, ...]] = {
    "@id": (
        "eli:based_on",
        "eli:cites",
        "eli:has_part",
        "eli:implements",
        "eli:is_part_of",
        "eli:jurisdiction",
        "eli:language",
        "eli:passed_by",
        "eli:type_document",
        "eli:type_subdivision",
        "oa:hasSource",
        "pc:assignedTo",
        "pc:cited",
        "pc:derivesFrom",
        "pc:implements",
        "pc:organization",
        "pc:within",
        "prov:used",
        "prov:wasAssociatedWith",
        "prov:wasAttributedTo",
        "prov:wasDerivedFrom",
        "prov:wasGeneratedBy",
        "rdf:object",
        "rdf:predicate",
        "rdf:subject",
    ),
    "xsd:date": (
        "eli:date_document",
        "eli:date_no_longer_in_force",
        "eli:date_publication",
        "eli:first_date_entry_in_force",
    ),
    "xsd:dateTime": ("prov:endedAtTime",),
    "xsd:double": ("pc:normalMax", "pc:normalValue", "pc:score", "pc:value", "pc:valueMax", "pc:weight"),
}
"""The terms whose values are IRIs or of a type, by that. ELI 1.5, PROV-O and Web Annotation define those of others."""

CONTEXT: dict[str, Any] = {
    "@version": 1.1,
    **PREFIXES,
    **{name: {"@type": kind} for kind, names in TYPED.items() for name in names},
}
"""The @context of the export, which stands in it: nothing is fetched to read it."""


def iri(kind: str, *parts: str) -> str:
    """The IRI of something of ours: urn:policy-cascade:clause:示政〔2021〕7号/四（十一）. An escaped | joins parts."""
    return f"{OWN}{kind}:{'%7C'.join(map(_escaped, parts))}"


def _escaped(text: str) -> str:
    return NOT_IRI.sub(lambda found: quote(found.group(), safe="", errors="surrogatepass"), text)
