"""Lists of names oblige nobody."""

import pytest

from loaders.tasks import lists_names


@pytest.mark.parametrize(
    "text",
    [
        "专家委员（按姓氏笔划为序）\n甲一教授\n乙二研究员\n丙三示例学院院长",
        "专家名单：\n甲一\n乙二\n丙三\n丁四\n戊五\n办公室设在市教育局，由基教科承担日常工作。",
        "领导小组\n组　长：甲一副市长\n副组长：乙二局长\n成　员：丙三、丁四",
    ],
)
def test_names(text):
    """People below a heading that says so, or behind their posts, are a list of names."""
    assert lists_names(text)


@pytest.mark.parametrize(
    "text",
    [
        "专家名单",
        "成员\n甲一",
        "培养专家\n修缮码头。\n办好竹编节。\n评选名师。",
        "重点工作\n修缮码头\n办好竹编节\n评选名师",
        "领导小组\n组长：甲一\n副组长：乙二\n组员：丙三\n负责修缮码头。\n办好竹编节。",
        "宣传组\n组长：甲一\n组员：乙二、丙三\n工作职责：负责修缮码头、办好竹编节",
    ],
)
def test_no_names(text):
    """Headings alone, lists of work, and names beside what their bearers must do are none."""
    assert not lists_names(text)
