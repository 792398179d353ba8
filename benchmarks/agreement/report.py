"""The figures as text for a terminal and as Markdown for the model card."""

from collections.abc import Iterator, Sequence

from simulator.core.scoring.rubric import SKILLS, Skill
from simulator.ui.agreement import Agreement, Order, People, ScorerFigures, SetFigures

COLUMNS = ("scorer", "r", "rank r", "kappa", "error", "95 %", "spread", "order")
_UNKNOWN = "–"

Table = tuple[Sequence[str], Sequence[Sequence[str]]]
"""The head of a table and its rows."""


def as_text(agreement: Agreement) -> str:
    """Give all figures in columns."""
    lines: list[str] = []
    for figures in agreement.sets:
        lines += [f"{figures.name}: {_size(figures)}", f"  {figures.about}"]
        for title, table in _tables(figures, agreement.people):
            lines += ["", f"  {title}", *(f"    {line}" for line in _columns(table))]
        lines.append("")
    return "\n".join(lines)


def as_markdown(agreement: Agreement) -> str:
    """Give all figures as Markdown tables, to go into the model card."""
    lines = [_HOW_TO_READ, ""]
    for figures in agreement.sets:
        lines += [f"### {figures.name.capitalize()}", "", f"{figures.about} {_size(figures)}.", ""]
        for title, table in _tables(figures, agreement.people):
            lines += [f"**{title}**", "", *_piped(table), ""]
    return "\n".join(lines)


_HOW_TO_READ = """\
*r*: Pearson; *rank r*: Spearman; *kappa*: quadratic-weighted, on the five bands; *error*: mean
absolute difference from the ratings in points, with its 95 % interval over situations; *spread*:
standard deviation of the scores as a part of that of the ratings; *order*: pairs of the same
situation rated 20 or more points apart that come in the right order."""


def _size(figures: SetFigures) -> str:
    return f"{figures.replies} replies in {figures.situations} situations"


def _tables(figures: SetFigures, people: People) -> Iterator[tuple[str, Table]]:
    scorers = (*figures.baselines, figures.ours)
    for skill in SKILLS:
        rows = [_row(scorer, skill) for scorer in scorers]
        yield skill.value.capitalize(), (COLUMNS, [*rows, *_people_rows(people)])
    head = ("scorer", "replies", "right one higher")
    rows = [(it.name, str(it.apart.pairs), _share(it.apart)) for it in scorers]
    yield "Courtesy and patience 15 or more apart", (head, rows)
    if figures.ours.kinds:
        yield "Mean signed error by kind of reply", _kinds_table(scorers)
    if figures.ours.margins:
        yield "The scorer's own margin", _margins_table(figures.ours)


def _row(scorer: ScorerFigures, skill: Skill) -> Sequence[str]:
    own = scorer.scales[skill]
    low, high = own.error_between
    return (
        scorer.name,
        _number(own.pearson),
        _number(own.spearman),
        _number(own.kappa),
        f"{own.error:.1f}",
        f"{low:.1f} to {high:.1f}",
        _number(own.spread),
        _share(own.order),
    )


def _people_rows(people: People) -> list[Sequence[str]]:
    low, high = people.with_rubric
    field_low, field_high = people.in_the_field
    rest = [_UNKNOWN] * 3
    return [
        (
            "two raters with the rubric",
            _number(people.with_rubric_pearson),
            *rest[:2],
            f"{low:g} to {high:g}",
            *rest,
        ),
        ("trainers in the field", *rest, f"{field_low:g} to {field_high:g}", *rest),
    ]


def _kinds_table(scorers: Sequence[ScorerFigures]) -> Table:
    head = ("kind", "replies", *(f"{it.name} {_letters()}" for it in scorers))
    rows = []
    for kinds in zip(*(scorer.kinds for scorer in scorers), strict=True):
        errors = (" / ".join(f"{it.errors[skill]:+.0f}" for skill in SKILLS) for it in kinds)
        rows.append((kinds[0].kind, str(kinds[0].replies), *errors))
    return head, rows


def _letters() -> str:
    return "/".join(skill.value[0].upper() for skill in SKILLS)


def _margins_table(ours: ScorerFigures) -> Table:
    rows = [
        (skill.value, f"{margin.points:.1f}", f"{100 * margin.kept:.0f} %")
        for skill, margin in ours.margins.items()
    ]
    return ("scale", "points", "kept"), rows


def _number(value: float | None) -> str:
    return _UNKNOWN if value is None else f"{value:.2f}"


def _share(order: Order) -> str:
    if order.share is None:
        return _UNKNOWN
    return f"{100 * order.share:.0f} % of {order.pairs}"


def _columns(table: Table) -> list[str]:
    head, rows = table
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in (head, *rows)
    ]


def _piped(table: Table) -> list[str]:
    head, rows = table
    return ["| " + " | ".join(cells) + " |" for cells in (head, ["---"] * len(head), *rows)]
