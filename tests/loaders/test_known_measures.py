"""Which known measures a text names, whatever words it uses."""

from pathlib import Path

import pytest

from loaders.known_measures import form_pattern, namings
from loaders.localise import plain
from loaders.vocabulary import rows

SHEET = Path(__file__).with_name("measure_forms.tsv")
SENTENCES = [
    tuple(line.split("\t"))
    for line in SHEET.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
MEASURES = rows("measures.tsv")


def named(text):
    """The names of the known measures in a text, and how they are known."""
    return {(found.name, found.kind) for found in namings(plain(text).text)}


def alternatives(forms):
    """The forms of a measure, parted at the bars that stand in no group."""
    parts, depth = [""], 0
    for char in forms:
        depth += (char == "(") - (char == ")")
        if char == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += char
    return parts


def test_every_measure_has_its_sentences():
    """Each measure stands once in the vocabulary, and once in the sheet of sentences, with two or more of them."""
    assert [row[0] for row in MEASURES] == [row[0] for row in SENTENCES]
    assert len(MEASURES) == len({row[0] for row in MEASURES})
    assert [] == [row[0] for row in SENTENCES if len(set(row[2:])) < 2]


@pytest.mark.parametrize(
    ("measure", "sentences"), list(zip(MEASURES, SENTENCES, strict=True)), ids=[row[0] for row in MEASURES]
)
def test_measures_are_named_in_different_words(measure, sentences):
    """Every measure is found in each of its sentences, and not in its near miss; each of its forms finds one."""
    name, kind, forms = measure
    _, near, *examples = sentences

    assert [] == [text for text in examples if (name, kind) not in named(text)]
    assert name not in {found for found, _ in named(near)}
    assert [] == [form for form in alternatives(forms) if not any(reads(form, text) for text in examples)]


def reads(form, text):
    """Whether one form of a measure stands in a text."""
    return bool(form_pattern(form).search(plain(text).text))


def test_gaps_stay_inside_a_sentence():
    """The words of a form may stand apart in a sentence, but not in two."""
    assert ("教师企业实践", "named") in named("教师每五年到合作企业累计实践六个月。")
    assert ("教师企业实践", "named") not in named("表扬一批教师。到企业推广节能经验，实践绿色理念。")


def test_names_in_marks_are_measures():
    """What stands in “” or 《》 as a name is a measure by itself, where it is four characters or longer."""
    assert {("一镇一馆", "named"), ("示例竹编展馆管理规定", "named")} <= named(
        "实施“一镇一馆”，落实《示例竹编展馆管理规定》。"
    )
    assert set() == named("讲好“竹”的故事。")


def test_a_naming_is_a_place_in_the_text():
    """Each naming says where it stands, every time that it does."""
    text = "公布举报电话，接受举报。"

    assert ["举报", "举报"] == [text[found.start : found.end] for found in namings(text) if found.name == "举报投诉"]
