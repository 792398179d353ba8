"""Feedback on one reply: scores, what came across, the one thing to change, one way to put it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from simulator.core.conversation.better_wording import better_wording
from simulator.core.conversation.coach import Coaching, coaching_of_turn
from simulator.core.conversation.moment import Turn
from simulator.core.conversation.session import Session
from simulator.core.scoring.rubric import SKILLS
from simulator.core.scoring.shown import ShownEvidence, shown
from simulator.ui.pages.coach_points import (
    better_well,
    card_lines,
    change_line,
    mark_of,
    point_line,
    under_heading,
)
from simulator.ui.pages.conversation.evidence_spans import SKILL_ROLES, colour_of
from simulator.ui.pages.scenario_words import quoted
from simulator.ui.theme import Space
from simulator.ui.widgets.buttons import small
from simulator.ui.widgets.card import FlowLayout, Panel, divider
from simulator.ui.widgets.dial import SkillBar
from simulator.ui.widgets.icon import IconLabel, NumberDisc
from simulator.ui.widgets.notices import announce
from simulator.ui.widgets.painted import set_property
from simulator.ui.widgets.text import Run, label

_MOST_LINES = 3
"""Lines told about what came across, at most."""

_COUNTS = ("no notes", "one note", "two notes", "three notes", "four notes", "five notes")


class _Note(QFrame):
    """One reason with the number of its disc: in the coach's words, else quoted with its note."""

    def __init__(self, each: ShownEvidence, told: str = "") -> None:
        super().__init__()
        self.setProperty("kind", "row")
        span, note = " ".join((each.evidence.span or "").split()), each.evidence.note
        self.setAccessibleName(f"Evidence {each.number}: {told or f'{span}. {note}'}")
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.TINY, 3, Space.TINY, 3)
        row.setSpacing(Space.SMALL)
        disc = NumberDisc(each.number, colour_of(each.evidence))
        row.addWidget(disc, 0, Qt.AlignmentFlag.AlignTop)
        text = label(told, role="small", wrap=True)
        if not told:
            text.set_runs((Run(quoted(span), weight=600), Run(f" {note}")))
        row.addWidget(text, 1)


class CoachCard(Panel):
    """What the coach says about one reply.

    Signals:
        rewind_wanted(int): this turn is to be answered again.
        closed(): the trainee has read it and goes on.
    """

    rewind_wanted = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", Space.CARD, parent)
        self.setAccessibleName("Your last reply")
        self._session: Session | None = None
        self._turn: Turn | None = None
        self._notes: dict[int, _Note] = {}
        self._title = label("Your last reply", "h3")
        self._number = label(role="caption", colour="text2")
        self._content = QWidget()
        head = QHBoxLayout()
        head.setSpacing(Space.SMALL)
        head.addWidget(IconLabel("bulb", "accent", 18))
        head.addWidget(self._title, 1)
        head.addWidget(self._number)
        self.body.addLayout(head)
        self.body.addWidget(self._content)

    @property
    def highlighted(self) -> tuple[int, ...]:
        """The numbers of the notes that are highlighted."""
        return tuple(n for n, note in self._notes.items() if note.property("selected"))

    @property
    def turn_number(self) -> int:
        """The turn shown, 0 for none."""
        return self._turn.number if self._turn else 0

    @property
    def note_count(self) -> int:
        """How many numbered notes are shown."""
        return len(self._notes)

    @property
    def word_count(self) -> int:
        """How many words there are to read; none while nothing is shown."""
        if self.isHidden():
            return 0
        return sum(len(each.text().split()) for each in self._content.findChildren(QLabel))

    def show_session(self, session: Session) -> None:
        """Show the feedback on the last reply; nothing in an exam or before the first reply."""
        self._session = session
        last = session.turns[-1] if session.turns else None
        has_feedback = session.is_coached and last is not None
        self.setVisible(has_feedback)
        if has_feedback and last is not None and last is not self._turn:
            self.show_turn(last)
        elif not has_feedback:
            self._turn, self._notes = None, {}
            self._put(QWidget())

    def show_turn(self, turn: Turn) -> None:
        """Show the feedback on any reply of this session."""
        if self._session is None:
            return
        self._turn = turn
        is_last = turn is self._session.turns[-1]
        self._title.setText("Your last reply" if is_last else "An earlier reply")
        self._number.setText(f"turn {turn.number}")
        self._put(self._made_content(self._session, turn))

    def _put(self, content: QWidget) -> None:
        old, self._content = self._content, content
        self.body.replaceWidget(old, content)
        content.show()
        # Hidden now, freed later: its own click may still be on the stack.
        old.hide()
        old.deleteLater()

    def highlight(self, turn_number: int, number: int) -> None:
        """Point at the note that belongs to a mark in a reply."""
        if self._session is None:
            return
        turn = next((t for t in self._session.turns if t.number == turn_number), None)
        if turn is not None and turn is not self._turn:
            self.show_turn(turn)
        for each, note in self._notes.items():
            set_property(note, "selected", each == number)
        if number in self._notes:
            announce(self, self._notes[number].accessibleName())

    def note(self, number: int) -> QWidget | None:
        """Give the note with this number, None if there is none."""
        return self._notes.get(number)

    def announcement(self) -> str:
        """Say that there is feedback, without reading it out."""
        return f"Coach: {_COUNTS[min(len(self._notes), len(_COUNTS) - 1)]}"

    def _made_content(self, session: Session, turn: Turn) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SMALL)
        bars = QHBoxLayout()
        bars.setSpacing(0)
        for place, skill in enumerate(SKILLS):
            if place:
                bars.addStretch()
            bars.addWidget(SkillBar(SKILL_ROLES[skill], turn.assessment.rating.of(skill), width=44))
        column.addLayout(bars)
        column.addWidget(divider())
        for part in self._made_parts(turn, coaching_of_turn(session.scenario, turn)):
            column.addWidget(part)
        card = card_lines(session.scenario, turn)
        if card:
            column.addWidget(under_heading("The card", *card))
        better = better_wording(session.scenario, turn)
        if better:
            column.addWidget(better_well(better))
        column.addLayout(self._buttons(turn.number))
        return content

    def _made_parts(self, turn: Turn, coaching: Coaching) -> list[QWidget]:
        """What came across and what to change; every mark of the reply has its note."""
        marks = _in_order(shown(turn.assessment.rating))
        told = [point for point in coaching.points if point is not coaching.change]
        words = {mark.number: point.text for point in told if (mark := mark_of(point, marks))}
        self._notes = {mark.number: _Note(mark, words.get(mark.number, "")) for mark in marks}
        changed = mark_of(coaching.change, marks)
        notes = [self._notes[mark.number] for mark in marks if mark is not changed]
        room = max(_MOST_LINES - len(notes), 0)
        unmarked = [point for point in told if mark_of(point, marks) is None][:room]
        lines: list[QWidget] = [*map(point_line, unmarked), *notes]
        parts = [under_heading("What came across", *lines)] if lines else []
        if coaching.change is not None:
            note = self._notes[changed.number] if changed else change_line(coaching.change)
            parts.append(under_heading("One thing to change", note))
        return parts

    def _buttons(self, number: int) -> FlowLayout:
        row = FlowLayout(spacing=Space.SMALL)
        back = small(f"Rewind to turn {number}", icon="rewind")
        back.clicked.connect(lambda: self.rewind_wanted.emit(number))
        on = small("Keep going", kind="quiet")
        on.clicked.connect(self._close)
        row.addWidget(back)
        row.addWidget(on)
        return row

    @Slot()
    def _close(self) -> None:
        self.closed.emit()


def _in_order(marks: Sequence[ShownEvidence]) -> list[ShownEvidence]:
    """Slips first: they are what to try differently next."""
    return sorted(marks, key=lambda each: (not each.is_slip, each.number))
