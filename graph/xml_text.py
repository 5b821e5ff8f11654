"""Text that XML can hold."""

import re

NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """Text in which a sign stands for each character that XML cannot hold."""
    return NOT_XML.sub("\ufffd", text)
