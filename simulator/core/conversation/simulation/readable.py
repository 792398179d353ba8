"""A report as a trainer reads it: a few tables in plain text."""

from collections.abc import Iterable, Iterator, Sequence

from simulator.core.conversation.simulation.report import (
    ActFound,
    Coverage,
    EndingFound,
    PathFound,
    Report,
    Seen,
)

LONGEST_WORDS = 60
"""Characters of typed words shown in a path."""

SHOWN_PARTS = 12
"""Parts named in one list before the rest is only counted."""


def readable(report: Report) -> str:
    """Write a report as text."""
    parts = (
        _heading(report),
        _coverage(report),
        _players(report),
        _endings(report),
        _states(report),
        _paths(report),
        _judgement(report),
    )
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _heading(report: Report) -> Iterator[str]:
    players = ", ".join(player.name for player in report.players)
    last = report.seed + report.plays - 1
    yield f"{report.scenario}: {report.plays:,} plays, seeds {report.seed} to {last}"
    yield f"Players: {players}"


def _coverage(report: Report) -> Iterator[str]:
    found = report.coverage
    rows = (
        ("steps", found.steps),
        ("endings", found.endings),
        ("replies", found.replies),
        ("otherwise", found.otherwise),
    )
    yield from _table(
        ("Coverage", "played", "of", "per cent"),
        [(name, str(it.played), str(it.of), f"{it.per_cent:.0f} %") for name, it in rows],
    )
    for name, it in rows:
        yield from _left_out(name, it)


def _left_out(name: str, found: Coverage) -> Iterator[str]:
    rare = [part for part in found.not_played if part not in found.never]
    if rare:
        yield f"Can be reached, and no play did ({name}): {_listed(rare)}"
    if found.never:
        yield f"Never reached ({name}): {_listed(found.never)}"


def _listed(parts: Sequence[str]) -> str:
    named = ", ".join(parts[:SHOWN_PARTS])
    more = len(parts) - SHOWN_PARTS
    return f"{named} and {more} more" if more > 0 else named


def _players(report: Report) -> Iterator[str]:
    yield from _table(
        ("Player", "plays", "turns", "gave up", "courtesy", "patience", "helpfulness"),
        [
            (
                it.name,
                f"{it.plays:,}",
                _range(it.turns),
                f"{it.gave_up:,}",
                *(_range(it.scores[skill]) for skill in ("courtesy", "patience", "helpfulness")),
            )
            for it in report.players
        ],
    )
    yield f"The customer gave up in {report.gave_up:,} of {report.plays:,} plays."
    for it in report.players:
        if it.unfinished:
            yield f"{it.unfinished:,} plays of {it.name} did not end."


def _range(seen: Seen | None) -> str:
    if seen is None:
        return "–"
    return f"{seen.least}" if seen.least == seen.most else f"{seen.least} to {seen.most}"


def _endings(report: Report) -> Iterator[str]:
    players = [player.name for player in report.players]
    yield from _table(
        ("Ending", "kind", *players),
        [
            (it.id, it.kind, *(_per_cent(it.shares[name]) for name in players))
            for it in report.endings
        ],
    )


def _per_cent(share: float) -> str:
    if share == 0:
        return "–"
    return "< 1 %" if share < 0.01 else f"{100 * share:.0f} %"


def _states(report: Report) -> Iterator[str]:
    yield from _table(
        ("At the ending", "courtesy", "patience", "helpfulness", "mood", "trust", "cells"),
        [(it.id, *(_range(seen) for seen in _seen_at(it))) for it in report.endings],
    )


def _seen_at(ending: EndingFound) -> Iterator[Seen | None]:
    yield from (ending.scores[skill] for skill in ("courtesy", "patience", "helpfulness"))
    yield from (ending.mood, ending.trust, ending.bears_with_us)


def _paths(report: Report) -> Iterator[str]:
    yield "Shortest paths"
    for ending in report.endings:
        yield f"  {ending.id}: {_told(ending.shortest)}"
    for loop in report.paths.loops:
        yield f"Loop without a way out: {', '.join(loop.steps)}"
        yield f"  by {_told(loop.path)}"
    for dead_end in report.paths.dead_ends:
        yield f"Dead end for who chooses replies: {dead_end.step}"
        yield f"  by {_told(dead_end.path)}"
    if report.paths.is_capped:
        yield (
            f"The walk over all paths was cut short after {report.paths.states:,} moments. "
            "What it did not reach may only be far away; the paths above are real."
        )
    else:
        yield f"All paths were walked: {report.paths.states:,} moments that differ."


def _told(path: PathFound | None) -> str:
    if path is None:
        return "none found"
    told = " → ".join(_act(act) for act in path.acts) or "(at once)"
    notes = [f"seed {path.seed}"] if path.seed != 1 else []
    notes += ["a customer who comes back"] if path.comes_back else []
    return f"{told} ({', '.join(notes)})" if notes else told


def _act(act: ActFound) -> str:
    if act.kind == "silence":
        return "(say nothing)"
    words = act.say if len(act.say) <= LONGEST_WORDS else f"{act.say[:LONGEST_WORDS].rstrip()}…"
    said = words if act.kind == "reply" else f"“{words}”"
    return f"(read {act.reads}) {said}" if act.reads else said


def _judgement(report: Report) -> Iterator[str]:
    if report.is_sound:
        loops = "there is a way out of every loop"
        if report.paths.is_capped:
            loops = "no loop without a way out was found"
        yield f"Every step and every ending is reached, and {loops}."
        return
    for kind, found in (("step", report.coverage.steps), ("ending", report.coverage.endings)):
        for part in found.never:
            yield f"Fault: the {kind} “{part}” is never reached."
    for loop in report.paths.loops:
        yield f"Fault: no reply leads out of {', '.join(loop.steps)}."


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(len(row[at]) for row in (head, *rows)) for at in range(len(head))]
    for row in (head, *rows):
        yield "  ".join(_cells(row, widths)).rstrip()


def _cells(row: Sequence[str], widths: Sequence[int]) -> Iterable[str]:
    return (
        cell.ljust(width) if at == 0 else cell.rjust(width)
        for at, (cell, width) in enumerate(zip(row, widths, strict=True))
    )
