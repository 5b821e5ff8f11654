"""What a document calls itself and the work that it issues."""

import re
from collections.abc import Iterable

from graph.citing import REPUBLIC

DRAFT = re.compile(r"[（(](?:征求意见稿|草案|送审稿|讨论稿)[)）]$")
ISSUES = re.compile(r"(?:印发|公布|发布|颁布|下发)(?P<work>.+)的(?:通知|决定|通告|公告|函)$")


def own_titles(names: Iterable[str]) -> frozenset[str]:
    """The titles of a document as they are compared: those given, those without the issuer in front (关于…的意见), and
    that of the work that a notice issues (…关于印发…的通知)."""
    found = list(names)
    found += [name[name.index("关于") :] for name in found if "关于" in name]
    found += [issued["work"] for name in found if (issued := ISSUES.search(name))]
    return frozenset(bare_title(name) for name in found)


def bare_title(name: str) -> str:
    """A title without draft mark, marks, white space and 中华人民共和国, which short titles of laws leave out."""
    return squeezed(DRAFT.sub("", name)).replace(REPUBLIC, "")


def squeezed(name: str) -> str:
    """A title without marks and white space, brackets full width."""
    return re.sub(r"[\s《》〈〉<>“”]+", "", name).replace("(", "（").replace(")", "）")
