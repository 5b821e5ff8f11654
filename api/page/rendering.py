"""Templates: the one importer of Jinja2."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from api.tables import number


@cache
def environment() -> Environment:
    """Templates of api/page/templates/: what is put in is escaped, and a name that is not there is an error."""
    made = Environment(
        loader=PackageLoader("api.page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["number"] = number
    return made


def template(name: str) -> Template:
    """The template of this name."""
    return environment().get_template(name)


def attribute(name: str, value: str) -> Markup:
    """An attribute with the blank before it, nothing where it has no value."""
    return Markup(' {}="{}"').format(name, value) if value else Markup()
