"""What an answer rests on, in a line: 库中载入公文 4 件；…"""

from functools import cache
from importlib.metadata import version

from api.page.words import Language, word
from graph.as_of import AsOf


def said(state: AsOf, language: Language) -> str:
    """Documents, rules, program, and the day of the last decision where there is one."""
    separator = word("as of and", language)
    rules = separator.join(state.rules) or "—"
    told = [word("as of", language, documents=state.documents, rules=rules, program=program())]
    if state.decided:
        told.append(word("as of decided", language, day=state.decided[:10]))
    return separator.join(told)


@cache
def program() -> str:
    """The version of this program."""
    return version("policy-cascade")
