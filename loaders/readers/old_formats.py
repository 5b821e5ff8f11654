"""Formats that no well-kept open library reads exactly: what to save them as, and how."""

from collections.abc import Collection, Mapping

CONVERT = "save it as {} first, for instance: libreoffice --headless --convert-to {} FILE"
WORD = CONVERT.format(".docx", "docx")
REFUSED: Mapping[str, str] = {
    ".doc": f"an old Word file; {WORD}",
    ".dot": f"an old Word file; {WORD}",
    ".wps": f"a file of WPS Writer; {WORD}",
    ".wpt": f"a file of WPS Writer; {WORD}",
    ".rtf": f"rich text; {WORD}",
    ".odt": f"an OpenDocument text; {WORD}",
    ".ofd": "an OFD file (GB/T 33190); save it as .pdf first with the reader that opens it",
    ".ceb": "a CEB file; save it as .pdf first with the reader that opens it",
    ".caj": "a CAJ file; save it as .pdf first with the reader that opens it",
    ".xls": f"a spreadsheet; {CONVERT.format('.html', 'html')}",
    ".xlsx": f"a spreadsheet; {CONVERT.format('.html', 'html')}",
    ".et": f"a spreadsheet; {CONVERT.format('.html', 'html')}",
    ".ppt": f"slides; {CONVERT.format('.pdf', 'pdf')}",
    ".pptx": f"slides; {CONVERT.format('.pdf', 'pdf')}",
    ".zip": "a ZIP file inside another file; unpack it first",
    ".rar": "a RAR file; unpack it first",
    ".7z": "a 7z file; unpack it first",
}


def refusal(suffix: str, known: Collection[str]) -> str:
    """Why files with this suffix (".doc") are not read, and what to do; `known` are the suffixes of those that are."""
    return REFUSED.get(suffix) or f"no reader for {suffix or 'a name without suffix'}; fit: {', '.join(sorted(known))}"
