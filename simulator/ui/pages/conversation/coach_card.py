"""Feedback on one reply: scores, at most two slips, what worked, one thing missed, one example."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from simulator.core.conversation.debrief import missed_needs
from simulator.core.conversation.moment import Turn
from simulator.core.conversation.session import Session
from simulator.core.scoring.rubric import SKILLS
from simulator.core.scoring.shown import ShownEvidence, missing, shown
from simulator.ui.pages.conversation.evidence_spans import SKILL_ROLES, colour_of
from simulator.ui.pages.icon_line import IconLine
from simulator.ui.pages.scenario_words import quoted
from simulator.ui.theme import Space
from simulator.ui.widgets.buttons import small
from simulator.ui.widgets.card import FlowLayout, Panel, divider
from simulator.ui.widgets.dial import SkillBar
from simulator.ui.widgets.icon import IconLabel, NumberDisc
from simulator.ui.widgets.notices import announce
from simulator.ui.widgets.painted import set_property
from simulator.ui.widgets.text import Run, label

_COUNTS = ("no notes", "one note", "two notes", "three notes", "four notes", "five notes")


def missed_words(session: Session, turn: Turn) -> str:
    """Give the one thing the reply missed that is worth saying; empty if there is none."""
    needs = missed_needs(session.scenario, turn)
    if needs:
        return needs[0].text
    absent = missing(turn.assessment.rating)
    return absent.note if absent else ""


class _Note(QFrame):
    """One reason with the number of its disc."""

    def __init__(self, each: ShownEvidence) -> None:
        super().__init__()
        self.setProperty("kind", "row")
        self.setAccessibleName(
            f"Evidence {each.number}: {each.evidence.span}. {each.evidence.note}"
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.TINY, 3, Space.TINY, 3)
        row.setSpacing(Space.SMALL)
        disc = NumberDisc(each.number, colour_of(each.evidence))
        row.addWidget(disc, 0, Qt.AlignmentFlag.AlignTop)
        text = label(role="small", wrap=True)
        quote = Run(quoted(" ".join((each.evidence.span or "").split())), weight=600)
        text.set_runs((quote, Run(f" {each.evidence.note}")))
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
        self._notes = {}
        for each in _in_order(turn):
            self._notes[each.number] = _Note(each)
            column.addWidget(self._notes[each.number])
        missed = missed_words(session, turn)
        if missed:
            line = IconLine("minus", f"Missed: {missed[:1].lower()}{missed[1:]}", colour="text2")
            line.setContentsMargins(Space.TINY, 0, Space.TINY, 0)
            column.addWidget(line)
        column.addWidget(_one_way(session.scenario.steps[turn.step_id].better))
        column.addLayout(self._buttons(turn.number))
        return content

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


def _in_order(turn: Turn) -> list[ShownEvidence]:
    """Slips first: they are what to try differently next."""
    return sorted(shown(turn.assessment.rating), key=lambda each: (not each.is_slip, each.number))


def _one_way(better: str) -> Panel:
    well = Panel("well", Space.MEDIUM)
    well.body.setSpacing(Space.TINY)
    well.body.addWidget(label("One way to put it", "label", "text2"))
    well.body.addWidget(label(quoted(better), "small", wrap=True))
    return well
