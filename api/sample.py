"""The invented sample (示例): what `cascade demo` loads and asks."""

from pathlib import Path

QUESTION = "示政〔2021〕7号 第十一条"


def home() -> Path:
    """The folder samples/: in an installed package inside it, in a checkout beside it."""
    installed = Path(__file__).parent / "_samples"
    return installed if installed.is_dir() else Path(__file__).parents[1] / "samples"
