"""Facts as the properties of nodes and relationships, and back. What a property cannot hold is kept as JSON in it.

`type` and `title` are names that the embedded engine uses itself: a clause's type is the property `clause_type`.
"""

import json
from collections.abc import Mapping
from dataclasses import is_dataclass
from functools import lru_cache
from typing import Any, TypeVar, get_args, get_origin

from graph import codec
from graph.citing import number_key, title_key
from graph.model import Citation, Document, DocumentFacts, Doubt, Evidence

Fact = TypeVar("Fact")
Properties = dict[str, Any]
RENAMED = {"type": "clause_type"}
ENDS = frozenset({"source", "target", "a", "b"})  # of a relationship: the nodes tell them


@codec.remembered
def json_fields(cls: Any) -> frozenset[str]:
    """The fields of a fact that are kept as JSON: facts in it, and tuples of anything but text."""
    return frozenset(name for name, hint in codec.field_types(cls).items() if _is_nested(hint))


def _is_nested(hint: Any) -> bool:
    return is_dataclass(hint) or (get_origin(hint) is tuple and get_args(hint)[0] is not str)


def to_json(value: Any) -> str:
    """Plain values as compact JSON."""
    return json.dumps(codec.plain(value), ensure_ascii=False, separators=(",", ":"))


def properties(fact: Any) -> Properties:
    """The properties of a node."""
    nested = json_fields(type(fact))
    values = codec.values_of(fact).items()
    return {RENAMED.get(name, name): to_json(v) if name in nested else codec.plain(v) for name, v in values}


def relationship(fact: Any) -> Properties:
    """The properties of a relationship."""
    return {name: value for name, value in properties(fact).items() if name not in ENDS}


def fact(cls: type[Fact], row: Mapping[str, Any]) -> Fact:
    """The fact of class `cls` in a row of its properties: the inverse of `properties`.

    A property that is not there has its default: the store may be older than the field."""
    nested, required = json_fields(cls), codec.required_names(cls)
    found = {name: row[RENAMED.get(name, name)] for name in codec.field_names(cls)}
    values = {name: value for name, value in found.items() if value is not None or name in required}
    return codec.read(cls, {name: json.loads(v) if name in nested else v for name, v in values.items()})


def document_properties(facts: DocumentFacts) -> Properties:
    """The properties of a loaded document: its fields, its doubts and the keys by which citations find it."""
    document = facts.document
    keys = {"title_key": title_key(document.title), "notice_key": title_key(document.notice_title)}
    return properties(document) | keys | {"doubts": to_json(facts.doubts)}


def keys_of(document: Document) -> frozenset[str]:
    """What citations may call a document."""
    titles = (title_key(document.title), title_key(document.notice_title))
    return frozenset({document.id, *(key for key in titles if key)})


def stub_properties(id: str, title: str | None) -> Properties:
    """The properties of a document that is only cited."""
    document = Document(id, title or id, number=number_key(id), loaded=False)
    return properties(document) | {"title_key": None, "notice_key": None, "doubts": None}


def citation_keys(citation: Citation) -> Properties:
    """The keys by which a citation finds its document."""
    return {"number_key": number_key(citation.number), "title_key": title_key(citation.title)}


def doubts(text: str | None) -> tuple[Doubt, ...]:
    """The doubts in a document's property."""
    return tuple(codec.read(Doubt, item) for item in json.loads(text or "[]"))


@lru_cache(4096)  # a question asks for that of a link at each path over it
def evidence(text: str) -> tuple[Evidence, ...]:
    """The evidence in a link's property."""
    return tuple(codec.read(Evidence, item) for item in json.loads(text))
