"""The words of a report on a document: Chinese or English, from api/page/words/report.tsv."""

from collections.abc import Iterable
from dataclasses import dataclass

from api.page.words import word
from api.wording import Wording


@dataclass(frozen=True, slots=True)
class ReportWording(Wording):
    """How a report says things."""

    def phrase(self, key: str, **values: object) -> str:
        """The phrase of this key of report.tsv with its gaps filled in."""
        return word(f"report {key}", self.language, **values)

    def heads(self, *keys: str) -> tuple[str, ...]:
        """The heads of a table."""
        return tuple(self.phrase(f"head {key}") for key in keys)

    def place(self, name: str, region: str | None) -> str:
        """例政〔2021〕15号（示例市）."""
        return f"{name}{self.choose('（{}）', ' ({})').format(region)}" if region else name

    def day(self, iso: str) -> str:
        """2025年, 2025年6月, 2025年6月30日; in English as it is."""
        numbers = (f"{int(part)}{unit}" for part, unit in zip(iso.split("-"), "年月日", strict=False))
        return self.choose("".join(numbers), iso)

    def semicolons(self, items: Iterable[str]) -> str:
        """甲；乙."""
        return self.choose("；", "; ").join(items)
