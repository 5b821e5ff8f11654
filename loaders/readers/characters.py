"""Characters as they are meant: what files give for others that look the same, and digits that are set higher."""

import re
import unicodedata

from loaders.vocabulary import rows

ALIKE = str.maketrans({radical: character for radical, character in rows("radicals.tsv")})
COMPATIBLE = re.compile("[\u2e80-\u2fd5\uf900-\ufaff\ufb00-\ufb06]")
RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")


def unified(text: str) -> str:
    """The text with the usual characters for radicals (⼀ is 一, ⻓ is 长), compatibility ideographs and ligatures."""
    if not COMPATIBLE.search(text):
        return text
    return COMPATIBLE.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text.translate(ALIKE))


def raised(text: str) -> str:
    """The text set higher: 10 and 18 above it are 10¹⁸ and not 1018."""
    return text.translate(RAISED)
