"""Which titles are those of documents."""

import pytest

from loaders.document_titles import is_bare_genre, names_document
from loaders.named_documents import find_named
from loaders.vocabulary import lines, rows

GENRES = [name for name in (*lines("genres.txt"), *lines("cited_genres.txt")) if name not in lines("not_documents.txt")]


def is_document(text, relation="提及"):
    """Whether the first title of a text is a document's."""
    return names_document(text, find_named(text)[0], relation)


@pytest.mark.parametrize("genre", GENRES)
def test_every_genre_fires(genre):
    """A title that ends in a kind of document is one, also before its edition; the kind alone is no title."""
    assert is_document(f"《示例省甲种{genre}》")
    assert is_document(f"《示例省甲种{genre}（2022年版）》")
    assert is_bare_genre(genre)


@pytest.mark.parametrize("ending", lines("not_documents.txt"))
def test_every_paper_fires(ending):
    """What is named like a form, a contract or a book is none, whatever is done with it, and with a number one."""
    assert not is_document(f"《示例甲种{ending}》", "贯彻落实")
    assert is_document(f"《示例甲种{ending}》（示教〔2021〕1号）")


@pytest.mark.parametrize(("word", "side"), rows("not_documents_around.tsv"))
def test_every_word_around_fires(word, side):
    """A word beside the title says that it is a book, a course or a paper to hand in."""
    assert not is_document(f"{word}《示例甲种方案》" if side == "before" else f"《示例甲种方案》{word}")
    assert is_document(f"{word}，《示例甲种方案》" if side == "before" else f"《示例甲种方案》，{word}")


@pytest.mark.parametrize(
    "title",
    [
        "关于加强示例的若干要求",
        "中国教育现代化2035",
        "示例减负三十条",
        "示例省条例（修订草案）",
        "宪法",
        "民法典",
        "示例课程标准（2022年版）",
    ],
)
def test_documents(title):
    """Titles with 关于, a year or a number of articles are documents'."""
    assert is_document(f"《{title}》")


@pytest.mark.parametrize(
    "title", ["红楼梦", "求真", "语文", "示例教学法", "孙子兵法", "示例清明上河图", "致家长的一封信"]
)
def test_no_documents(title):
    """Titles of books, journals, courses and pictures are not."""
    assert not is_document(f"《{title}》")


def test_acts_make_a_document():
    """A title of no known form counts where the text carries it out or rests on it."""
    assert not is_document("《一地一策》")
    assert is_document("《一地一策》", "贯彻落实")
