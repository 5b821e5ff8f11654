"""What a text does with the documents that it names."""

import pytest

from loaders.citation_relations import relation_below, relation_of
from loaders.masks import BLANK
from loaders.named_documents import find_named
from loaders.vocabulary import rows


def relations(text):
    """The relation of each document that a text names."""
    named = find_named(text)
    hidden = text
    for item in named:
        for start, end in item.parts:
            hidden = hidden[:start] + BLANK * (end - start) + hidden[end:]
    return [relation_of(hidden, item.start, item.end) for item in named]


@pytest.mark.parametrize("row", rows("citation_relations.tsv"), ids=lambda row: f"{row[0]} {row[1]}")
def test_every_word_fires(row):
    """Each word gives its relation at its place."""
    word, place, relation = row

    assert [relation] == relations(f"{word}《甲办法》" if place == "before" else f"《甲办法》{word}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全面落实《甲方案》《乙方案》，深化改革", ["贯彻落实", "贯彻落实"]),
        ("为贯彻落实全国大会和《甲方案》精神，", ["贯彻落实"]),
        ("根据《甲》《乙》和《丙》（示发〔2020〕1号）", ["依据", "依据", "依据"]),
        ("根据《甲法》，制定《乙办法》", ["依据", "制定"]),
        ("按《甲标准》、《乙标准》执行", ["按照", "按照"]),
        ("根据《甲法》（2018年修订）、《乙法》", ["依据", "依据"]),
        ("修订《甲办法》，推进合作", ["修订"]),
        ("全面实施新修订的《甲法》", ["贯彻落实"]),
        ("省政府印发的《甲方案》提出", ["提及"]),
        ("《甲办法》、《乙办法》（示教〔2010〕1号）同时废止", ["废止", "废止"]),
        ("《甲办法》（示教〔2010〕1号，以下简称《甲》）自本办法施行之日起废止", ["废止", "废止"]),
        ("示例市关于学籍的通知（示教〔2017〕3号）停止执行", ["废止"]),
        ("自印发之日起施行，根据《甲法》制定的《乙办法》同时废止", ["依据", "废止"]),
        ("下列文件同时废止：1.《甲办法》；2.《乙办法》。", ["废止", "废止"]),
        ("（依据：《甲法》第八条、《乙法》）", ["依据", "依据"]),
        ("编制依据：1.《甲法》；2.《乙预案》（示政〔2020〕1号）；3.《丙预案》。", ["依据", "依据", "依据"]),
        ("《甲意见》提出的任务要逐项落实", ["贯彻落实"]),
        ("根据省教育厅关于学籍的通知（示教〔2017〕3号）要求", ["依据"]),
        ("对自贸区不再执行《甲规定》", ["不适用"]),
        ("现重新发布《甲办法》", ["重新发布"]),
        ("省教育厅《关于甲的意见》已经省政府同意，现转发给你们", ["转发"]),
        ("在《甲刊》上发表", ["提及"]),
        ("落实责任，在《甲刊》上发表", ["提及"]),
    ],
)
def test_relation(text, expected):
    """The nearest word in the same part of the sentence says what is done; repeal is said behind or above a list."""
    assert expected == relations(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("下列文件自本办法施行之日起同时废止：", "废止"),
        ("政策依据如下：", "依据"),
        ("决定对下列规章进行修改：", "修订"),
        ("认真贯彻下列文件：", "贯彻落实"),
        ("废止后按下列规定执行：甲", "提及"),
        ("根据授权，现公布下列文件：", "提及"),
        ("具体落实措施如下：", "提及"),
        ("下列文件同时废止：\n此外，做好衔接。", "提及"),
    ],
)
def test_list_below(text, expected):
    """The last sentence above a list says what is done with the documents in it, where it says one thing of them."""
    assert expected == relation_below(text)
