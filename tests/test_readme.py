"""The README's commands run, and print what it says; the Chinese one says the same."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ANYTHING = "…"  # a line that stands for any lines


def dialogues(name: str) -> list[tuple[str, str]]:
    """The (command, output) pairs of the console blocks of a README."""
    blocks = CONSOLE.findall((ROOT / name).read_text(encoding="utf-8"))
    pieces = [piece for block in blocks for piece in re.split(r"^\$ ", block, flags=re.MULTILINE) if piece.strip()]
    return [(command, output) for command, _, output in (piece.partition("\n") for piece in pieces)]


def prints(command: str, folder: Path) -> str:
    """What a shell in `folder` prints for a command, errors included."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "COLUMNS": "120"}
    done = subprocess.run(
        command, shell=True, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    return done.stdout.decode("utf-8")


def pattern(output: str) -> str:
    """The regular expression that an output of the README stands for."""
    lines = [r"(?:.*\n)*?" if line == ANYTHING else re.escape(line) + r"\n" for line in output.splitlines()]
    return "".join(lines)


def without_line_ends(text: str) -> str:
    """White space at line ends is nothing that a reader sees."""
    return re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)


def test_readme_commands_print_what_it_says(tmp_path):
    """Every console block, in order, in an empty folder with samples/ in it."""
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    for command, output in dialogues("README.md"):
        printed = without_line_ends(prints(command, tmp_path))

        assert re.fullmatch(pattern(without_line_ends(output)), printed), f"$ {command}\n{printed}"


def test_both_readmes_show_the_same_commands_and_answers():
    """What the English README shows, the Chinese one shows."""
    assert dialogues("README.md") == dialogues("README.zh-CN.md")


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_readme_names_both_make_commands(name):
    """The two commands that do everything stand in each README."""
    text = (ROOT / name).read_text(encoding="utf-8")

    assert "make demo" in text
    assert "make test" in text
