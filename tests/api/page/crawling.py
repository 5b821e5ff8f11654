"""All that pages lead to, followed as somebody would who tries every link, form and file; and what is wrong with it."""

import re
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urldefrag, urlencode, urljoin, urlsplit

import httpx
from lxml import html
from lxml.html import HtmlElement

from api.page.words import catalogue

SPOKEN = ("title", "aria-label", "placeholder", "alt")  # attributes that somebody reads or hears
SILENT = {"script", "style", "code", "kbd"}
NAMES = {"JSON", "CSV", "Excel", "Word", "SVG", "PNG", "PDF", "HTML", "draw", "io", "GEXF", "Gephi", "API"}
QUOTED = {"and"}  # an English word that stands in a text of the sample, and the doubt about it
CHINESE, LATIN = re.compile(r"[\u4e00-\u9fff]+"), re.compile(r"[A-Za-z]{2,}")
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PAGE, PICTURES = "text/html", ("image/svg+xml", "image/png", "application/pdf")
TYPES = (  # what an address gives, by how it begins: the first that fits; exports are opened by tests of their own
    (r".*\bformat=csv", ("text/csv",)),
    (r".*\bformat=xlsx|/export/xlsx", (SHEET,)),
    (r".*\bformat=(svg|png|pdf)", PICTURES),
    (r".*\bformat=docx", (DOCX,)),
    (r"/$|/\?|/view/|/docs|/report/", (PAGE,)),
    (r"/static/", ("text/css", "text/javascript", "image/svg+xml")),
    (r"/export/", ()),
    (r"/", ("application/json",)),
)
INLINE = re.compile(r"^on|^style$")
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True)
class Visited:
    """An answer to an address; `tree` where it is a page."""

    address: str
    answer: httpx.Response
    tree: HtmlElement | None

    @property
    def language(self) -> str:
        """The language that the address asks for."""
        return language_of(self.address)


@dataclass(frozen=True)
class Crawl:
    """What was visited, by its address, and who led there first."""

    visited: dict[str, Visited]
    leads: dict[str, str]

    def pages(self) -> Iterator[Visited]:
        """Our own views, whose addresses are / and /view/…; not what is taken away."""
        for item in self.visited.values():
            taken = "content-disposition" in item.answer.headers
            if item.tree is not None and _is_view(item.address) and not taken:
                yield item


def language_of(address: str) -> str:
    """The language that an address asks for."""
    return "en" if ("lang", "en") in parse_qsl(urlsplit(address).query) else "zh-CN"


def crawl(client: httpx.Client, *starts: str, alike: int) -> Crawl:
    """Breadth first from `starts`, each address once, and of those that differ in the values of their parameters alone
    at most `alike`."""
    queue, leads = deque(starts), dict.fromkeys(starts, "")
    visited: dict[str, Visited] = {}
    seen: Counter[tuple[str, ...]] = Counter()
    while queue:
        address = queue.popleft()
        seen[_shape(address)] += 1
        if seen[_shape(address)] > alike:
            continue
        visited[address] = item = _visit(client, address)
        for link in () if item.tree is None else addresses(item):
            whole = urldefrag(link).url
            if whole.startswith("/") and whole not in leads:
                leads[whole] = address
                queue.append(whole)
    return Crawl(visited, leads)


def addresses(page: Visited) -> Iterator[str]:
    """Where the links, forms and files of a page lead, with their fragments; forms as they are sent untouched."""
    assert page.tree is not None
    for element in page.tree.iter("a", "link", "script", "img"):
        target = element.get("href") or element.get("src")
        if target:
            yield urljoin(page.address, target)
    for form in page.tree.iter("form"):
        if form.get("method", "get").lower() == "get":
            query = urlencode([(name, value) for name, value in form.form_values() if value])
            yield f"{urljoin(page.address, form.get('action') or page.address)}{query and '?' + query}"


def broken(found: Crawl) -> list[str]:
    """Addresses that are not answered, or not with what their links promise."""
    wrong = []
    for address, item in found.visited.items():
        kind = item.answer.headers["content-type"].partition(";")[0]
        expected = next(kinds for begins, kinds in TYPES if re.match(begins, address))
        if item.answer.status_code != 200 or (expected and kind not in expected) or not item.answer.content:
            wrong.append(f"{found.leads[address]} → {address}: {item.answer.status_code} {kind}")
    return wrong


def lost_anchors(found: Crawl) -> list[str]:
    """Links to a place in a page that the page does not have."""
    wrong = set()
    for page in found.pages():
        for link in addresses(page):
            whole, place = urldefrag(link)
            target = found.visited.get(whole)
            if place and target and target.tree is not None and unquote(place) not in _ids(target):
                wrong.add(f"{page.address} → {link}")
    return sorted(wrong)


def other_language(found: Crawl) -> list[str]:
    """Links to a view in the other language, but for the switch."""
    wrong = []
    for page in found.pages():
        for element in page.tree.iter("a"):
            target = urljoin(page.address, element.get("href", ""))
            ours = _is_view(target) and not element.get("hreflang") and "/report" not in target
            if ours and language_of(target) != page.language:
                wrong.append(f"{page.address} → {target}")
    return wrong


def faults(page: Visited) -> list[str]:
    """What a page lacks, or has and must not."""
    tree, wrong = page.tree, []
    if tree.get("lang") != page.language:
        wrong.append(f"lang is {tree.get('lang')}")
    if len(tree.findall(".//h1")) != 1 or not tree.findtext(".//title", "").strip():
        wrong.append("one h1 and a title expected")
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    wrong += [f"id {id} stands there {count} times" for id, count in Counter(ids).items() if count > 1]
    wrong += [f"{element.tag} {name}" for element in tree.iter() for name in element.attrib if INLINE.match(name)]
    wrong += ["inline script" for script in tree.iter("script") if not script.get("src")]
    wrong += ["a style element" for _ in tree.iter("style")]
    wrong += [f"th without scope: {head.text_content()}" for head in tree.iter("th") if not head.get("scope")]
    return [f"{page.address}: {fault}" for fault in wrong]


def english_words(page: Visited) -> set[str]:
    """Latin words of a Chinese page that are not marked as English and are no names of formats."""
    return {word for text in spoken(page) for word in LATIN.findall(text)} - NAMES - QUOTED


def chinese_phrases(page: Visited) -> set[str]:
    """Phrases of ours, in Chinese, that an English page says: a name that the sample has too is marked as Chinese."""
    ours = {entry.zh.strip() for entry in catalogue().values() if len(entry.zh) > 1 and CHINESE.search(entry.zh)}
    return {text.strip() for text in spoken(page)} & ours


def spoken(page: Visited) -> Iterator[str]:
    """What a page says in the language that it is in, seen or heard."""
    return _spoken(page.tree, page.language)


def _spoken(element: HtmlElement, wanted: str, language: str = "") -> Iterator[str]:
    """Texts and spoken attributes of elements that are in the language `wanted`."""
    if not isinstance(element.tag, str) or element.tag in SILENT:
        return
    language = element.get("lang") or element.get(XML_LANG) or language
    if language == wanted:
        yield element.text or ""
        yield from (element.get(name, "") for name in SPOKEN)
    for child in element:
        yield from _spoken(child, wanted, language)
        if language == wanted:
            yield child.tail or ""


def _visit(client: httpx.Client, address: str) -> Visited:
    answer = client.get(address, follow_redirects=True)
    page = answer.headers.get("content-type", "").startswith("text/html") and answer.content
    return Visited(address, answer, html.document_fromstring(answer.content.decode()) if page else None)


def _shape(address: str) -> tuple[str, ...]:
    """What of an address stays when values of parameters change; of data also when other parameters are there."""
    parts = urlsplit(address)
    own = _is_view(address) or parts.path.startswith(("/static/", "/export/"))
    query = dict(parse_qsl(parts.query))
    says = {f"{name}={value}" for name, value in query.items() if name in {"lang", "format"}}
    names = set(query) - {"lang", "format"} if _is_view(address) else set()
    return parts.path if own else parts.path.split("/")[1], *sorted(names | says)


def _is_view(address: str) -> bool:
    path = urlsplit(address).path
    return path == "/" or path.startswith("/view/")


def _ids(page: Visited) -> Sequence[str]:
    return [element.get("id") for element in page.tree.iter() if element.get("id")]
