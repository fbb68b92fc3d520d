"""Figures of years told together with 分别."""

import pytest

from models.text.growth import find_growth


@pytest.mark.parametrize(("text", "pair"), [
    ("2024年、2025年案件分别为320件和272件，同比下降15%。", ("320件", "272件")),
    ("2025年和2024年案件分别为272件、320件，同比下降15%。", ("320件", "272件")),
    ("去年和今年案件分别为320件和272件，下降15%。", ("320件", "272件")),
    ("2023年、2024年、2025年分别为60件、80件、100件，2025年较2023年增长66.7%。", ("60件", "100件")),
])
def test_each_figure_belongs_to_its_year(text: str, pair: tuple[str, str]) -> None:
    growth, = find_growth(text)

    assert (growth.before.printed, growth.after.printed) == pair


@pytest.mark.parametrize("text", [
    "2023年、2024年、2025年分别为60件、80件、100件，年均增长29.1%。",
    "2023年、2025年案件分别为320件和272件，下降15%。",
    "2024年、2025年两级机关案件分别为320件、272件和12件，下降15%。",
])
def test_years_that_do_not_fit_tell_nothing(text: str) -> None:
    assert find_growth(text) == ()
