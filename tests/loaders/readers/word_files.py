"""Word documents for the tests, put together from hand-written XML."""

import io
import zipfile

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/>'


def word_file(body="", *, numbering="", styles="", head="", more=""):
    """A Word document with these XML parts; `head` is the head that rId9 names, `more` are more relations."""
    kinds = {"numbering": "numbering", "styles": "styles", "header": "hdr"}
    roots = {"numbering": numbering, "styles": styles, "header": head}
    ids = {"numbering": "rId2", "styles": "rId3", "header": "rId9"}
    found = [kind for kind in kinds if roots[kind]]
    related = "".join(
        f'<Relationship Id="{ids[kind]}" Type="{RELATIONS}/{kind}" Target="{kind}.xml"/>' for kind in found
    )
    parts = {
        "_rels/.rels": relations(MAIN),
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relations(related + more),
        **{f"word/{kind}.xml": f"<w:{kinds[kind]} {NAMES}>{roots[kind]}</w:{kinds[kind]}>" for kind in found},
    }
    return zip_file({name: f'<?xml version="1.0" encoding="UTF-8"?>{part}'.encode() for name, part in parts.items()})


def relations(items):
    """A part that lists relations."""
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{items}</Relationships>'
    )


def zip_file(members):
    """A ZIP file with these members, name to bytes."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members.items():
            packed.writestr(name, data)
    return file.getvalue()


def paragraph(text="", properties="", *, list_id=None, level=0, style=None):
    """A paragraph, numbered by a list or a style where given; `text` that begins with < is XML."""
    runs = text if text.startswith("<") else run(text)
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    numbered = (
        f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>' if list_id is not None else ""
    )
    return f"<w:p><w:pPr>{style}{numbered}{properties}</w:pPr>{runs}</w:p>"


def run(text, properties=""):
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def level(place, kind, pattern, *, start=1, more=""):
    """A level of a list: its kind of numeral and its pattern."""
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>{more}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def lists(*levels, nums=("",)):
    """Lists 1, 2 … over one abstract list with these levels; `nums` are what each has of its own."""
    abstract = f'<w:abstractNum w:abstractNumId="7">{"".join(levels)}</w:abstractNum>'
    return abstract + "".join(
        f'<w:num w:numId="{id}"><w:abstractNumId w:val="7"/>{own}</w:num>' for id, own in enumerate(nums, 1)
    )


def table(*rows, borders="single", grid=()):
    """A table: each row is the XML of its cells, or texts of cells."""
    upright = f'<w:tblPr><w:tblBorders><w:insideV w:val="{borders}"/></w:tblBorders></w:tblPr>'
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    cells = ("".join(item if item.startswith("<w:tc>") else cell(item) for item in row) for row in rows)
    return f"<w:tbl>{upright}<w:tblGrid>{columns}</w:tblGrid>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def cell(text, properties=""):
    """A cell; `text` that begins with < is XML."""
    content = text if text.startswith("<") else paragraph(text)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"
