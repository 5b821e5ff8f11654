"""Every link, form, takeaway and file of the pages over the sample, in both languages."""

import pytest
from crawling import Crawl, broken, chinese_phrases, crawl, english_words, faults, lost_anchors, other_language

ALIKE = 2  # addresses that differ in values alone


@pytest.fixture(scope="module")
def found(site) -> Crawl:
    """What is found from both homes on."""
    return crawl(site, "/", "/?lang=en", alike=ALIKE)


def test_all_views_are_reached(found):
    """From the home each view is some links away, in both languages."""
    views = {"/", *(f"/view/{name}" for name in ("document", "cascade", "pair", "search", "targets", "review"))}
    views |= {f"/view/{name}" for name in ("horizontal", "units", "unit")}

    for language in ("zh-CN", "en"):
        assert views <= {page.address.partition("?")[0] for page in found.pages() if page.language == language}


def test_every_link_leads_somewhere(found):
    """Each address is answered with what it promises."""
    assert [] == broken(found)


def test_every_anchor_is_there(found):
    """Each link into a page leads to a place that the page has."""
    assert [] == lost_anchors(found)


def test_links_stay_in_the_language(found):
    """But for the switch."""
    assert [] == other_language(found)


def test_every_page_is_whole(found):
    """A language, a title, one h1, ids that stand there once, heads of tables with their scope; nothing inline."""
    assert [] == [fault for page in found.pages() for fault in faults(page)]


def test_chinese_pages_speak_chinese(found):
    """No English word of ours is left on them."""
    assert {} == {
        page.address: words for page in found.pages() if page.language == "zh-CN" and (words := english_words(page))
    }


def test_english_pages_speak_english(found):
    """No Chinese phrase of ours is left on them."""
    assert {} == {
        page.address: words for page in found.pages() if page.language == "en" and (words := chinese_phrases(page))
    }
