"""The reasons for the score of a reply: numbered as in the reply, and what was missing."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from simulator.core.scoring.evidence import Evidence, Rating
from simulator.core.scoring.scorecard import TurnCard
from simulator.core.scoring.shown import ShownEvidence, missing, shown
from simulator.ui.pages.scorecard.words import SKILL_ROLES, skill_words
from simulator.ui.theme import Space
from simulator.ui.widgets.evidence_text import EvidenceSpan
from simulator.ui.widgets.icon import IconLabel, NumberDisc
from simulator.ui.widgets.painted import set_property
from simulator.ui.widgets.text import Run, label


def spans_of(rating: Rating) -> tuple[EvidenceSpan, ...]:
    """Give the marks of a reply, with the numbers its notes have."""
    return tuple(
        EvidenceSpan(
            point.evidence.start or 0,
            point.evidence.end or 0,
            "slip" if point.is_slip else point.evidence.skill.value,
            point.number,
        )
        for point in shown(rating)
    )


def points_words(evidence: Evidence) -> str:
    """Give the points a reason moved the score by, with their sign."""
    sign = "+" if evidence.effect == "+" else "−"
    return f"{sign}{abs(evidence.points):.0f}"


def note_words(evidence: Evidence) -> str:
    """Give the note as a sentence; notes may be written to follow the words quoted."""
    note = evidence.note.strip()
    return note[:1].upper() + note[1:]


class NoteRow(QFrame):
    """One reason: its number or the skill's icon, the skill, and the note."""

    def __init__(self, lead: QWidget, evidence: Evidence, *, with_points: bool) -> None:
        super().__init__()
        words = f"{skill_words(evidence.skill)}{': ' if with_points else '. '}"
        told = label("", "small", wrap=True)
        runs = [Run(words, weight=600)]
        if with_points:
            quoted = f" “{evidence.span}”. " if evidence.span else " Missing. "
            runs += [Run(points_words(evidence), weight=600), Run(quoted, colour="text2")]
        told.set_runs([*runs, Run(note_words(evidence))])
        self.text = told.text()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 3, 0, 3)
        line.setSpacing(Space.SMALL)
        line.addWidget(lead, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(told, 1)
        self.setAccessibleName(self.text)


def _disc(point: ShownEvidence) -> NumberDisc:
    role = "negative" if point.is_slip else SKILL_ROLES[point.evidence.skill]
    return NumberDisc(point.number, role)


class EvidenceNotes(QWidget):
    """The notes to the marks of a reply, in their order."""

    def __init__(self, rating: Rating) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.rows = {
            point.number: NoteRow(_disc(point), point.evidence, with_points=False)
            for point in shown(rating)
        }
        for row in self.rows.values():
            column.addWidget(row)
        self.setHidden(not self.rows)

    def point_out(self, number: int) -> None:
        """Mark the note of one number, and no other."""
        for own, row in self.rows.items():
            row.setProperty("kind", "row")
            set_property(row, "selected", own == number)


class AllNotes(QWidget):
    """Every reason for the score of a reply with its points, for a trainer."""

    def __init__(self, rating: Rating) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        numbered = shown(rating)
        for point in numbered:
            column.addWidget(NoteRow(_disc(point), point.evidence, with_points=True))
        marked = [point.evidence for point in numbered]
        for evidence in rating.evidence:
            if evidence not in marked:
                column.addWidget(_unnumbered(evidence))
        if not rating.evidence:
            words = "Nothing in this reply raised or lowered a score."
            column.addWidget(label(words, "small", "text2", wrap=True))


def _unnumbered(evidence: Evidence) -> NoteRow:
    if evidence.effect == "-" and not evidence.is_missing:
        lead = IconLabel("warn", "negative", 16)
    else:
        role = SKILL_ROLES[evidence.skill]
        lead = IconLabel(role, role, 16)
    return NoteRow(lead, evidence, with_points=True)


class MissedNotes(QWidget):
    """What the reply did not do, each with the skill it belongs to."""

    def __init__(self, turn: TurnCard) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TINY)
        points = list(_missed(turn))
        for role, text in points:
            column.addLayout(_icon_line(role, text))
        if not points:
            column.addWidget(label("Nothing this step asked for.", "small", "text2", wrap=True))


def _missed(turn: TurnCard) -> Iterable[tuple[str, str]]:
    told = set()
    for need in turn.missed:
        told.add(need.text)
        yield SKILL_ROLES[need.skill], need.text[:1].upper() + need.text[1:]
    absent = missing(turn.rating)
    if absent is not None and absent.note and absent.note not in told:
        yield SKILL_ROLES[absent.skill], note_words(absent)


def _icon_line(role: str, text: str) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(Space.SMALL)
    line.addWidget(IconLabel(role, role, 16), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(label(text, "small", wrap=True), 1)
    return line
