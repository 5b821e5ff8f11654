"""From files to a store: which files, in which order, and what is left when one is bad."""

import io
import json
import signal
import subprocess
import sys
from itertools import permutations
from pathlib import Path
from zipfile import ZipFile

import pytest
from invented import decision
from papers import CITY, DISTRICT, IDS, PROVINCE, write

from api.loading import FailedFile, files_of, load
from graph.errors import InputError
from graph.export import jsonl
from graph.facts import read_graph
from graph.store import Store, open_store

CASCADE = Path(sys.executable).parent / "cascade"


@pytest.fixture
def papers(tmp_path) -> Path:
    """A folder with the three documents."""
    write(tmp_path / "papers")
    return tmp_path / "papers"


def facts_of(store: Store) -> bytes:
    """All that a store holds, in canonical form."""
    stream = io.BytesIO()
    jsonl.write(read_graph(store.snapshot()), stream)
    return stream.getvalue()


def loaded(*files: Path) -> bytes:
    """What a new store holds after one load for each of these files."""
    with open_store(":memory:") as store:
        for file in files:
            load(store, [file])
        return facts_of(store)


def test_zip_file_is_read_like_its_folder(papers, tmp_path):
    """The documents of a ZIP file give the graph of the folder; what is no document is reported and left out."""
    with ZipFile(tmp_path / "papers.zip", "w") as packed:
        for file in sorted(papers.iterdir()):
            packed.write(file, file.name)
        packed.writestr("old.doc", b"x")
    with open_store(":memory:") as store:
        report = load(store, [tmp_path / "papers.zip"])
        found = {fact["id"] for fact in map(json.loads, facts_of(store).splitlines()) if fact["kind"] == "clause"}

    assert [f"{tmp_path}/papers.zip/old.doc"] == [failed.file for failed in report.failed]
    unpacked = loaded(*files_of([papers])).splitlines()
    assert {fact["id"] for fact in map(json.loads, unpacked) if fact["kind"] == "clause"} == found


# which files --------------------------------------------------------------------------------------------------


def test_folders_are_walked_in_sorted_order(tmp_path):
    """Documents of known formats, folders in folders too; nothing hidden, no READMEs, no other formats."""
    for name in ("b.txt", "a/c.md", "a/.hidden.txt", ".git/d.txt", "README.md", "e.xyz", "z/facts.jsonl", "C.TXT"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("示例", encoding="utf-8")

    assert [tmp_path / "C.TXT", tmp_path / "a/c.md", tmp_path / "b.txt"] == files_of([tmp_path])


def test_path_that_cannot_be_read_is_said_in_one_line():
    """What the system refuses to look at, such as a name that is too long, is an error of ours with its reason."""
    name = "长" * 300

    with pytest.raises(InputError, match=f"^{name}: File name too long$"):
        files_of([Path(name)])


def test_formats_to_convert_are_reported(tmp_path):
    """A folder's files of formats that are not read are left out with what to convert them to; other files are none of
    ours, nor is what Word leaves beside an open file."""
    for name in ("a.doc", "b.wps", "c.OFD", "d.rtf", "e.jpeg.bak", "~$a.docx"):
        (tmp_path / name).write_bytes(b"x")
    with open_store(":memory:") as store:
        report = load(store, files_of([tmp_path]))

    reasons = {Path(failed.file).name: failed.reason for failed in report.failed}
    assert {"a.doc", "b.wps", "c.OFD", "d.rtf"} == set(reasons)
    assert "save it as .docx first, for instance: libreoffice --headless --convert-to docx" in reasons["a.doc"]
    assert "save it as .pdf first" in reasons["c.OFD"]


def test_what_was_converted_is_not_reported(tmp_path):
    """An old file is passed over where what it was converted to lies beside it."""
    for name in ("a.doc", "a.docx"):
        (tmp_path / name).write_bytes(b"x")

    assert [tmp_path / "a.docx"] == files_of([tmp_path])
    assert [tmp_path / "a.doc"] == files_of([tmp_path / "a.doc"])


def test_files_are_taken_as_they_are_given(tmp_path):
    """What is named itself is read, whatever its name is."""
    names = [tmp_path / name for name in (".hidden.txt", "facts.jsonl", "missing.txt")]

    assert sorted(names) == files_of(names)


def test_a_file_is_read_once(tmp_path, monkeypatch):
    """A file that is named twice and lies in a named folder is one file."""
    (tmp_path / "a.txt").write_text("示例", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    assert 1 == len(files_of([tmp_path, tmp_path / "a.txt", Path("a.txt")]))


def test_folders_that_lead_back_are_not_followed(tmp_path):
    """A link to a folder above does not make the walk endless."""
    (tmp_path / "a.txt").write_text("示例", encoding="utf-8")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)

    assert [tmp_path / "a.txt"] == files_of([tmp_path])


# the same graph -----------------------------------------------------------------------------------------------


def test_the_order_of_loading_does_not_matter(papers):
    """One load a file, in any order: the same facts and links, to the letter."""
    orders = permutations(sorted(papers.iterdir()))

    assert 1 == len({loaded(*order) for order in orders})


def test_links_reach_documents_loaded_before(papers):
    """A city that comes after its province and its district is linked to both."""
    facts = [
        json.loads(line)
        for line in loaded(*(papers / n for n in ("province.txt", "district.md", "city.txt"))).splitlines()
    ]
    links = {(fact["source"], fact["target"]) for fact in facts if fact["kind"] == "implements"}

    assert ("例政〔2023〕8号/一", "示政〔2023〕5号/一（一）") in links
    assert ("范例区发展社区教育实施方案/一1", "例政〔2023〕8号/一") in links


def test_loading_twice_changes_nothing(papers):
    """The second load gives what the first gave."""
    assert loaded(papers / "province.txt", papers / "city.txt") == loaded(
        papers / "province.txt", papers / "city.txt", papers / "city.txt", papers / "province.txt"
    )


def test_a_correction_leaves_nothing_of_the_error(papers):
    """After a corrected file, the store is as if the error had never been loaded."""
    right = loaded(papers / "province.txt", papers / "city.txt")
    with open_store(":memory:") as store:
        load(store, [papers / "province.txt"])
        (papers / "city.txt").write_text(CITY.replace("二、培育教师队伍", "三、修建社区公园"), encoding="utf-8")
        load(store, [papers / "city.txt"])
        (papers / "city.txt").write_text(CITY, encoding="utf-8")
        load(store, [papers / "city.txt"])

        assert right == facts_of(store)


def test_an_export_is_loaded_as_its_documents_were(papers, tmp_path):
    """Documents, or the export of the store that they made: the same facts."""
    files = sorted(papers.iterdir())
    (tmp_path / "facts.jsonl").write_bytes(loaded(*files))

    assert loaded(*files) == loaded(tmp_path / "facts.jsonl")


def test_an_export_is_linked_to_what_is_there(papers, tmp_path):
    """An export of the city alone finds the province that the store has."""
    province, city = papers / "province.txt", papers / "city.txt"
    (tmp_path / "facts.jsonl").write_bytes(loaded(city))

    assert loaded(province, city) == loaded(province, tmp_path / "facts.jsonl")


def test_an_export_keeps_what_a_person_decided(papers, tmp_path):
    """A rejected link of an export is a rejected link again."""
    with open_store(":memory:") as store:
        load(store, files_of([papers]))
        store.decide(decision("例政〔2023〕8号/一", "示政〔2023〕5号/一（一）", "rejected"))
        decided = facts_of(store)
    (tmp_path / "facts.jsonl").write_bytes(decided)

    assert decided == loaded(tmp_path / "facts.jsonl")


# reports ------------------------------------------------------------------------------------------------------


def test_report_counts_what_came_in(papers):
    """A line a document, with its links up whichever of the two came first."""
    with open_store(":memory:") as store:
        report = load(store, files_of([papers]))

    assert [
        ("例政〔2023〕8号", "municipal", "示例市", {"paragraph": 1, "clause": 2}, 2, 2, 2, 3, 0),
        ("范例区发展社区教育实施方案", "county", "范例区", {"paragraph": 1, "section": 1, "item": 1}, 1, 2, 1, 2, 1),
        ("示政〔2023〕5号", "provincial", "示例省", {"paragraph": 1, "section": 1, "clause": 2}, 2, 0, 0, 3, 0),
    ] == [
        (d.id, d.level, d.region, d.clauses, d.tasks, d.links_up, d.units, d.indicators, len(d.doubts))
        for d in report.documents
    ]


def test_a_bad_file_is_left_out_and_the_others_load(papers):
    """What cannot be read is told with its reason; the rest is in the store."""
    (papers / "a.txt").write_bytes(b"\x00\x01\x02 no text \x00")
    with open_store(":memory:") as store:
        report = load(store, files_of([papers, papers / "missing.txt"]))

        assert [str(papers / "a.txt"), str(papers / "missing.txt")] == [failure.file for failure in report.failed]
        assert sorted(IDS.values()) == sorted(facts.document.id for facts in read_graph(store.snapshot()).documents)


def test_a_line_of_an_export_that_is_no_fact(papers, tmp_path):
    """A bad line is told with its number; nothing of that file is in the store."""
    (tmp_path / "facts.jsonl").write_bytes(loaded(papers / "city.txt") + b"{}\n")
    lines = (tmp_path / "facts.jsonl").read_bytes().count(b"\n")
    with open_store(":memory:") as store:
        (failure,) = load(store, [tmp_path / "facts.jsonl"]).failed

        assert (str(tmp_path / "facts.jsonl"), lines) == (failure.file, failure.line)
        assert () == read_graph(store.snapshot()).documents


def test_a_second_copy_is_the_same_document(papers):
    """Two files with the same words are one document, and no error."""
    (papers / "copy.md").write_text(CITY, encoding="utf-8")
    with open_store(":memory:") as store:
        report = load(store, files_of([papers]))

    assert (3, ()) == (len(report.documents), report.failed)


def test_two_texts_of_one_document_are_not_both_right(papers):
    """The first in order stays, and the second is told: which one is right is not for a program to say."""
    other = papers / "city-2.txt"
    other.write_text(CITY.replace("40门", "50门"), encoding="utf-8")
    with open_store(":memory:") as store:
        report = load(store, files_of([papers]))

    first = papers / "city-2.txt"
    reason = f"is 例政〔2023〕8号 in other words than {first}, which is kept"
    assert (FailedFile(str(papers / "city.txt"), None, reason),) == report.failed


# the command --------------------------------------------------------------------------------------------------


def test_load_prints_a_report(cascade, tmp_path):
    """A block a document, with the doubts at their file and line; no progress in a pipe."""
    (tmp_path / "district.md").write_text(DISTRICT, encoding="utf-8")
    expected = """\
范例区发展社区教育实施方案  范例区发展社区教育实施方案
   place     范例区, county
   clauses   1 paragraph, 1 section, 1 item
   contents  1 tasks, 0 links up, 1 units, 2 indicators
   warning   district.md:1: issuer-unknown: no issuer in letterhead, title or signature

1 document loaded
"""
    ran = cascade("load", "district.md")

    assert (0, expected, "") == (ran.status, ran.out, ran.err)


def test_load_reports_in_json(cascade, papers):
    """The same report for programs."""
    report = json.loads(cascade("load", papers, "--json").out)

    assert sorted(IDS.values()) == sorted(item["id"] for item in report["documents"])
    assert [] == report["failed"]


def test_load_with_a_bad_file_ends_with_2(cascade, papers):
    """The report of the others, a line for the bad one, exit status 2."""
    (papers / "empty.txt").write_bytes(b"")
    ran = cascade("load", papers)

    assert (2, f"cascade: left out: {papers}/empty.txt: nothing stands in it\n") == (ran.status, ran.err)
    assert [] == [id for id in IDS.values() if id not in ran.out]
    assert PROVINCE.splitlines()[0] in cascade("documents").out


@pytest.mark.server
def test_both_engines_answer_alike(cascade, papers, neo4j_url):
    """The same commands on a Neo4j server and on a file print the same."""
    with open_store(neo4j_url, writable=True) as store:
        for facts in read_graph(store).documents:
            store.remove(facts.document.id)
    question = ("tasks", "示政〔2023〕5号 一（一）", "--json")
    answers = []
    for url in (neo4j_url, "policy.kgl"):
        cascade("load", papers, "--store", url)
        answers.append(cascade(*question, "--store", url).out)

    assert 2 == len(json.loads(answers[0])["tasks"])
    assert answers[0] == answers[1]


def test_load_of_nothing_makes_no_store(cascade, tmp_path):
    """A folder without documents is an error of the input."""
    (tmp_path / "empty").mkdir()
    ran = cascade("load", "empty")

    assert (2, "cascade: no documents in empty\n") == (ran.status, ran.err)
    assert ["empty"] == [path.name for path in tmp_path.iterdir()]


def test_interrupted_load_keeps_what_is_whole(cascade, papers):
    """Ctrl-C while the second document is read: the first is there, the second and third are not; one line, 130."""
    district = papers / "district.md"
    district.unlink()
    subprocess.run(["mkfifo", district], check=True)
    command = [CASCADE, "load", "papers", district]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=papers.parent)
    with district.open("wb"):  # opens when the load has come to read it
        process.send_signal(signal.SIGINT)
        printed, told = process.communicate(timeout=30)

    assert (130, "") == (process.returncode, printed)
    assert "cascade: stopped; the documents before the one in hand are loaded\n" == told
    assert ["例政〔2023〕8号"] == [
        card["id"] for card in json.loads(cascade("documents", "--json").out) if card["loaded"]
    ]
