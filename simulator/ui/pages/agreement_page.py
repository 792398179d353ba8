"""How good are these scores? The scorer's agreement with people, and where it errs."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from simulator.core.scoring.rubric import SKILLS
from simulator.ui.agreement import Agreement
from simulator.ui.pages.agreement import words
from simulator.ui.pages.agreement.figure_table import FigureTable
from simulator.ui.pages.library_words import SKILL_ICONS, SKILL_WORDS
from simulator.ui.pages.page_scroll import ScrollMargins
from simulator.ui.pages.practice_page import PracticePage
from simulator.ui.room import Room
from simulator.ui.theme import Space, theme
from simulator.ui.widgets.card import Panel, scrolling
from simulator.ui.widgets.icon import IconLabel
from simulator.ui.widgets.steps import TopBar
from simulator.ui.widgets.text import Label, label

TITLE = "How good are these scores?"
_WIDEST = 820


class AgreementPage(PracticePage):
    """Says in words first, then in figures, how far the scorer is to be trusted.

    Signals:
        back_wanted: the reader is done here.
    """

    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(TopBar("Back"), parent)
        self.bar.back_clicked.connect(self.back_wanted)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(14)
        self._area = scrolling(inside)
        # The page is mostly text: the keys that scroll must work without a control in sight.
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setAccessibleName(TITLE)
        self._margins = ScrollMargins(self._area, self._column)
        self.frame.addWidget(self._area, 1)
        self._parts: list[QWidget] = []
        self.show_missing()

    def show_agreement(self, agreement: Agreement) -> None:
        """Show the published figures; those of the first set stand for all."""
        figures = agreement.sets[0]
        self._show(
            words.lead(figures),
            (
                _in_words(agreement),
                _figures(agreement),
                *([_errors(agreement)] if figures.ours.kinds else []),
                *([_sets(agreement)] if len(agreement.sets) > 1 else []),
                _margin(agreement),
                _training(agreement),
                _limits(),
            ),
        )

    def show_missing(self) -> None:
        """Say that the figures are not there; what the scorer cannot do is true all the same."""
        self._show(words.MISSING, (_limits(),))

    def take_first_focus(self) -> None:
        """Begin at the top of the text."""
        self._area.verticalScrollBar().setValue(0)
        self._area.setFocus(Qt.FocusReason.OtherFocusReason)

    def arrange(self, room: Room) -> None:
        """Leave the margins the window has room for."""
        self._margins.set_margins(room.margin, Space.WIDE, room.margin, Space.PAGE)
        for part in self._parts:
            part.setMaximumWidth(round(theme().scaled(_WIDEST)))

    def _show(self, lead: str, cards: Sequence[QWidget]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        title = label(TITLE, "display", wrap=True)
        self._parts = [title, _reading(lead, "lead"), *cards]
        for part in self._parts:
            self._column.addWidget(part)
        self._column.addStretch(1)
        self.arrange_anew()


def _in_words(agreement: Agreement) -> Panel:
    figures = agreement.sets[0]
    sentences = ((skill, words.scale_sentence(skill, figures)) for skill in SKILLS)
    lines = [_skill_line(skill.value, sentence) for skill, sentence in sentences]
    people = _reading(words.people_sentence(agreement))
    return _card("In plain words", people, *lines, _reading(words.TWO_REPLIES, "small"))


def _figures(agreement: Agreement) -> Panel:
    table = FigureTable("Agreement with the raters", words.FIGURES_HEAD)
    table.show_rows(words.figure_rows(agreement))
    apart = words.apart_sentence(agreement.sets[0])
    return _card("The figures", table, *([_reading(apart)] if apart else []))


def _errors(agreement: Agreement) -> Panel:
    table = FigureTable("Errors by kind of reply", words.KINDS_HEAD)
    table.show_rows(words.kind_rows(agreement.sets[0]))
    about = "The mean error in points on replies that lead a scorer astray."
    return _card("Where it errs", _reading(about), table)


def _sets(agreement: Agreement) -> Panel:
    table = FigureTable("Mean difference by set of replies", words.SETS_HEAD)
    table.show_rows(words.set_rows(agreement))
    about = [f"{one.name.capitalize()}: {one.about}" for one in agreement.sets[1:]]
    return _card("Other replies, other distances", table, *map(_reading, about))


def _margin(agreement: Agreement) -> Panel:
    figures = agreement.sets[0]
    lines = [_skill_line(skill.value, words.margin_sentence(skill, figures)) for skill in SKILLS]
    return _card("Its margin of error", *lines, _reading(words.SMALLER_IS_NOTHING))


def _training(agreement: Agreement) -> Panel:
    told = agreement.trained_on or (words.NOT_TRAINED,)
    return _card("What it was trained on", *map(_reading, (*told, words.WHO_RATED)))


def _limits() -> Panel:
    lines = [_line(IconLabel("minus", "text2", 16), _reading(told)) for told in words.CANNOT]
    return _card("What it cannot do", *lines, _reading(words.LAST_WORD))


def _card(title: str, *parts: QWidget) -> Panel:
    card = Panel("card", 22)
    card.setProperty("panel", True)
    card.body.setSpacing(Space.SMALL)
    card.body.addWidget(label(title, "h3", wrap=True))
    _add_all(card, parts)
    return card


def _add_all(card: Panel, parts: Iterable[QWidget]) -> None:
    for part in parts:
        card.body.addWidget(part)


def _skill_line(skill: str, sentence: str) -> QWidget:
    role = SKILL_ICONS[skill]
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    name = label(SKILL_WORDS[skill], "body", wrap=True)
    name.set_weight(600)
    column.addWidget(name)
    column.addWidget(_reading(sentence))
    return _line(IconLabel(role, role, 18), holder)


def _line(icon: IconLabel, content: QWidget) -> QWidget:
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(Space.SMALL + 2)
    line.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(content, 1)
    return holder


def _reading(text: str, role: str = "body") -> Label:
    paragraph = label(text, role, "text2", wrap=True)
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    paragraph.setSizePolicy(policy)
    return paragraph
