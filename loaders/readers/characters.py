"""Characters as they are meant: what files give for others that look the same, and digits that are set higher."""

import re
import unicodedata

from loaders.vocabulary import rows

MEANT = {row[0]: row[1] for row in rows("lookalikes.tsv")}
ALIKE = re.compile(f"[{''.join(MEANT)}\u2e80-\u2fd5\uf900-\ufaff\ufb00-\ufb06]")
RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")


def unified(text: str) -> str:
    """The text with the characters that are meant: ⼀ is 一, ⻓ is 长, 〜 is ～; also for compatibility ideographs and
    ligatures."""
    return ALIKE.sub(lambda match: MEANT.get(match.group()) or unicodedata.normalize("NFKC", match.group()), text)


def raised(text: str) -> str:
    """The text set higher: 10 and 18 above it are 10¹⁸ and not 1018."""
    return text.translate(RAISED)
