"""Office files (zip packages of XML) that are the same bytes whenever they are written."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

ALWAYS = (1980, 1, 1, 0, 0, 0)
"""The time of all parts: the first that a zip archive can name."""

MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
CORE = "docProps/core.xml"


def fixed(package: bytes) -> bytes:
    """The package without the moment at which it was written."""
    stream = BytesIO()
    with ZipFile(BytesIO(package)) as given, ZipFile(stream, "w", ZIP_DEFLATED) as made:
        for name in given.namelist():
            content = given.read(name)
            part = ZipInfo(name, ALWAYS)
            part.compress_type, part.create_system = ZIP_DEFLATED, 0
            made.writestr(part, MOMENT.sub(rb"\g<1>1980-01-01T00:00:00Z", content) if name == CORE else content)
    return stream.getvalue()
