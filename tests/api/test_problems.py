"""Errors over HTTP: one table, RFC 9457."""

import inspect

import pytest
from fastapi.exceptions import RequestValidationError

from api import access, problems
from graph import errors

OURS = [item for _, item in inspect.getmembers(errors, inspect.isclass) if issubclass(item, errors.CascadeError)]
EXAMPLES = (
    (errors.UnknownReference("示政〔2024〕1号/九", ["示政〔2024〕1号/一"]), 404),
    (errors.AmbiguousReference("示政〔2024〕1号 一", ["示政〔2024〕1号/一", "示政〔2024〕1号/二（一）"]), 409),
    (RequestValidationError([{"loc": ("query", "depth"), "msg": "too much"}]), 422),
    (errors.InputError("no region 示例县"), 422),
    (errors.UnreadableFile("a.txt", "empty"), 422),
    (errors.MissingExtra("notebook", "a Subgraph"), 501),
    (errors.Unavailable("policy.kgl: no room"), 503),
    (errors.Conflict("policy.kgl is held"), 409),
    (access.WritingOff(), 403),
    (access.WrongToken(), 401),
    (access.TooManyAttempts(), 429),
    (access.ForeignForm(), 403),
    (ZeroDivisionError("division by zero"), 500),
)


@pytest.mark.parametrize(("error", "status"), EXAMPLES, ids=lambda value: type(value).__name__)
def test_each_error_has_its_status(error, status):
    """The table from error class to status; what is not ours is a bug."""
    assert status == problems.describe(error, "/tasks").status


@pytest.mark.parametrize("error", OURS, ids=lambda error: error.__name__)
def test_every_class_of_ours_is_told(error):
    """No error of ours is told as a bug, but the base class, which nobody raises."""
    kinds = [kind for kind in error.__mro__ if kind in problems.KINDS]

    assert (kinds[0] is Exception) == (error is errors.CascadeError)


def test_unknown_reference_tells_the_nearest():
    """What looks like it is a list of ids, not words in a sentence alone."""
    error = errors.UnknownReference("示政〔2024〕1号/九", ["示政〔2024〕1号/一"])

    assert ["示政〔2024〕1号/一"] == problems.describe(error, "/tasks").nearest


def test_ambiguous_reference_tells_the_candidates():
    """All that fit is a list of ids."""
    error = errors.AmbiguousReference("示政〔2024〕1号 一", ["示政〔2024〕1号/一", "示政〔2024〕1号/二（一）"])

    assert ["示政〔2024〕1号/一", "示政〔2024〕1号/二（一）"] == problems.describe(error, "/tasks").candidates


def test_bad_parameter_names_the_parameter():
    """The detail says which parameter, and what is wrong with it."""
    error = RequestValidationError(
        [{"loc": ("query", "depth"), "msg": "too much"}, {"loc": ("query", "level"), "msg": "no level"}]
    )

    assert "depth: too much; level: no level" == problems.describe(error, "/lineage").detail


def test_bug_keeps_its_message():
    """What broke inside is for the log, not for whoever asks."""
    assert "zero" not in problems.describe(ZeroDivisionError("division by zero"), "/tasks").model_dump_json()
