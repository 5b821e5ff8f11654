"""Facts as plain values (what JSON holds) and back, by the types that the fact's class declares."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

Fact = TypeVar("Fact")
Reader = Callable[[Any], Any]
Made = TypeVar("Made")


def remembered(make: Callable[[Any], Made]) -> Callable[[Any], Made]:
    """`make`, called once for each type. functools.cache alone makes mypy doubt that classes are hashable."""
    return cache(make)


def plain(value: Any) -> Any:
    """`value` as JSON holds it: a fact becomes a dict of its fields, a tuple a list."""
    if is_dataclass(value):
        return {name: plain(item) for name, item in values_of(value).items()}
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return value


def values_of(fact: Any) -> dict[str, Any]:
    """The fields of a fact; a whole number in a field of fractions is written as a fraction, as it is read back."""
    fractions = _fractions(type(fact))
    values = {name: getattr(fact, name) for name in field_names(type(fact))}
    return {name: float(v) if name in fractions and isinstance(v, int) else v for name, v in values.items()}


@remembered
def _fractions(cls: Any) -> frozenset[str]:
    return frozenset(name for name, hint in field_types(cls).items() if hint in (float, float | None))


@remembered
def field_names(cls: Any) -> tuple[str, ...]:
    """The names of a fact's fields, in order."""
    return tuple(field.name for field in fields(cls))


@remembered
def field_types(cls: Any) -> dict[str, Any]:
    """The declared type of each field of a fact."""
    hints = get_type_hints(cls)
    return {name: hints[name] for name in field_names(cls)}


@remembered
def required_names(cls: Any) -> frozenset[str]:
    """The names of a fact's fields that have no default."""
    return frozenset(f.name for f in fields(cls) if f.default is MISSING and f.default_factory is MISSING)


def read(cls: type[Fact], values: Mapping[str, Any]) -> Fact:
    """The fact of class `cls` that has these plain values: the inverse of `plain`.

    Values of other names are passed over, missing ones take their default. Raises ValueError that names the field.
    """
    found: Fact = _fact_reader(cls)(values)
    return found


@remembered
def _fact_reader(cls: Any) -> Reader:
    readers = [(name, reader_of(hint)) for name, hint in field_types(cls).items()]
    required = required_names(cls)

    def read_fact(values: Any) -> Any:
        if not isinstance(values, Mapping):
            raise ValueError(f"{cls.__name__}: not an object")  # noqa: TRY004  # the input is at fault, not the code
        if missing := required - values.keys():
            raise ValueError(f"{cls.__name__}: no {', '.join(sorted(missing))}")
        try:
            return cls(**{name: reader(values[name]) for name, reader in readers if name in values})
        except ValueError as error:
            wrong = next((n for n, reader in readers if n in values and not _reads(reader, values[n])), "")
            raise ValueError(f"{cls.__name__}.{wrong}: {error}") from error

    return read_fact


def _reads(reader: Reader, value: Any) -> bool:
    try:
        reader(value)
    except ValueError:
        return False
    return True


@remembered
def reader_of(hint: Any) -> Reader:
    """A function from a plain value to a value of the type `hint`; it raises ValueError for others."""
    if is_dataclass(hint):
        return _fact_reader(hint)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (UnionType, Union):  # Level | None is the latter
        return _optional(reader_of(arguments[0]))
    if origin is tuple:
        return _many(arguments[0]) if arguments[-1] is Ellipsis else _few(arguments)
    if origin is Literal:
        return _one_of(arguments)
    return _number if hint is float else _exactly(hint)


def _optional(inner: Reader) -> Reader:
    return lambda value: None if value is None else inner(value)


def _many(hint: Any) -> Reader:
    inner = reader_of(hint)
    return lambda value: tuple(inner(item) for item in _items(value))


def _few(hints: tuple[Any, ...]) -> Reader:
    inner = tuple(map(reader_of, hints))

    def read_few(value: Any) -> tuple[Any, ...]:
        items = _items(value)
        if len(items) != len(inner):
            raise ValueError(f"{len(inner)} values expected, {len(items)} found")
        return tuple(reader(item) for reader, item in zip(inner, items, strict=True))

    return read_few


def _items(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise ValueError(f"a list expected, {value!r} found")  # noqa: TRY004  # the input is at fault, not the code
    return value


def _one_of(values: tuple[Any, ...]) -> Reader:
    def read_one(value: Any) -> Any:
        if value not in values:
            raise ValueError(f"one of {', '.join(values)} expected, {value!r} found")
        return value

    return read_one


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"a number expected, {value!r} found")  # noqa: TRY004  # the input is at fault, not the code
    return float(value)


def _exactly(cls: type[Any]) -> Reader:
    def read_value(value: Any) -> Any:
        if type(value) is not cls:
            raise ValueError(f"{cls.__name__} expected, {value!r} found")
        return value

    return read_value
