"""Whether two documents speak of one subject."""

import pytest

from loaders.kinship import phrases, specific_words, subject
from loaders.vocabulary import lines


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("关于加强学校竹编技艺工作的实施方案", {"竹编技艺"}),
        ("竹编传承与漆器保护条例", {"漆器", "竹编"}),
        ("关于加强教师队伍建设的意见", {"教师"}),
        ("关于推进义务教育均衡发展的意见", {"义务教育", "均衡"}),
        ("关于进一步加强组织领导的通知", set()),
        ("关于进行专业管理的办法", set()),
        ("2021年工作要点", set()),
        ("", set()),
    ],
)
def test_a_title_names_its_subject(title, named):
    """A title names what is in no list and what the list of subjects has, be it one thing, several or none."""
    assert named == specific_words(title)


def akin(one, other):
    """Whether two documents of three clauses each, all with these words, have a subject in common, either way."""
    (title, words), (other_title, others) = one, other
    first, second = subject(title, [words] * 3), subject(other_title, [others] * 3)
    assert first.is_akin(second) == second.is_akin(first)
    return first.is_akin(second)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("方案", "进行专业管理"), ("办法", "进行专业管理"), False),
        (("方案", "竹编技艺"), ("办法", "竹编技艺"), True),
        (("方案", "竹编，漆器"), ("办法", "漆器。竹编"), True),
        (("方案", "竹编"), ("办法", "竹编"), False),
        (("方案", "幼儿园"), ("办法", "幼儿园"), True),
        (("竹编技艺方案", "绘画"), ("办法", "推广竹编技艺"), True),
        (("学前教育行动计划", "幼儿园"), ("学前教育督导办法", "评估"), True),
        (("教师队伍建设方案", "师德"), ("学前教育督导办法", "评估"), False),
        (("推进城市更新工作方案", "改造"), ("城市更新办法", "评估"), True),
        (("关于全面深化改革推进高质量发展的意见", "改造"), ("2025年高质量发展行动方案", "评估"), False),
        (("2025年政府工作报告", "改造"), ("2025年政府工作任务", "评估"), False),
        (("林业办法", "人力资源社会保障部门"), ("学前教育办法", "人力资源社会保障部门"), False),
    ],
)
def test_kinship(one, other, expected):
    """Documents are akin by several words all over both, by a long one, or by titles; not by everyday words or names
    of departments."""
    assert expected == akin(one, other)


def test_documents_on_all_of_education_are_akin():
    """Yearly work plans go through all its fields, each once."""
    fields = ["学前教育", "义务教育", "特殊教育", "高等教育", "家庭教育", "课后服务", "体育", "教材", "学籍"]
    clauses = [f"加强{field}工作。" for field in fields]
    whole, part = subject("2022年工作要点", clauses), subject("年度工作安排", [*clauses[:8], "改革评价。"])

    assert whole.is_akin(part)
    assert not whole.is_akin(subject("年度工作安排", [*clauses[:7], "改革评价。"]))


@pytest.mark.parametrize("word", lines("everyday_words.txt"))
def test_everyday_words_make_no_subject(word):
    """Documents of any subject use them."""
    assert frozenset() == specific_words(word)


@pytest.mark.parametrize("word", lines("title_forms.txt"))
def test_what_is_done_is_no_subject(word):
    """No phrase of a title has it."""
    assert frozenset() == phrases(f"{word}{word}")


@pytest.mark.parametrize("word", lines("subjects.txt"))
def test_every_subject_is_one(word):
    """A title that holds it names it."""
    assert {word} == specific_words(f"关于加强{word}工作的通知")
