"""Short names of documents."""

import pytest

from loaders.named_documents import find_named
from loaders.short_titles import given_names, may_stand_plain, plain_uses


def given(text):
    """The short names of a text with the titles or numbers that they mean."""
    return {
        short.name: [named.title or named.number for named in short.meaning]
        for short in given_names(text, find_named(text))
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("《甲的意见》（以下简称《意见》）", {"意见": ["甲的意见"]}),
        ("《甲的意见》（示发〔2015〕5号，以下简称《甲意见》）", {"甲意见": ["甲的意见"]}),
        ("《甲的意见》（示发〔2015〕5号）（以下简称：“《意见》”）", {"意见": ["甲的意见"]}),
        ("《示例教育法》（以下简称教育法）", {"教育法": ["示例教育法"]}),
        ("《示例教育法》（以下简称“教育法”）", {"教育法": ["示例教育法"]}),
        ("《关于减负的意见》（以下称“双减”意见）", {"“双减”意见": ["关于减负的意见"]}),
        ("《甲办法》的通知（下称《通知》）", {"通知": ["甲办法"]}),
        ("《甲法》《乙法》（以下统称“两法”）", {"两法": ["甲法", "乙法"]}),
        ("《甲法》《乙法》（以下简称《乙》）", {"乙": ["乙法"]}),
        ("《甲教育法》、《乙教育法》（以下简称“甲法”“乙法”）", {"甲法": ["甲教育法"], "乙法": ["乙教育法"]}),
        ("《甲省教育法》（以下简称“甲法”“乙法”）", {"甲法": [], "乙法": []}),
        ("《甲教育法》和《乙教育法》（以下分别简称《甲法》《乙法》）", {"甲法": ["甲教育法"], "乙法": ["乙教育法"]}),
        ("示发〔2015〕5号（以下简称《方案》）", {"方案": ["示发〔2015〕5号"]}),
        ("根据《甲办法》，为加强甲基金（以下简称《基金》）管理", {"基金": []}),
        ("根据《甲办法》，为加强甲基金（以下简称“基金”）管理", {}),
        ("示例市教育局（以下简称市教育局）", {}),
    ],
)  # fmt: skip
def test_given(text, expected):
    """A short name in a bracket behind a title means that document, one given jointly all of the list."""
    assert expected == given(text)


def test_uses():
    """A short name stands for the document, but not as the beginning of a longer title."""
    names = {"民办教育法": ()}

    assert [(2, 7, "民办教育法")] == list(plain_uses("依照民办教育法第十条", names))
    assert [] == list(plain_uses("依照民办教育法实施条例第十条", names))
    assert [] == list(plain_uses("依照民办教育法第十条", {}))


@pytest.mark.parametrize(
    ("name", "expected"),
    [("教育法", True), ("“双减”意见", True), ("条例", False), ("实施意见", False), ("两法一条例的基金", False)],
)
def test_may_stand_plain(name, expected):
    """Without 《》 only a name that ends like a document, and is more than its kind, is one."""
    assert expected == may_stand_plain(name)
