"""What was said: the customer at the leading side, the trainee at the other."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPainterPath, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from simulator.ui.theme import Duration, Radius, Space, theme
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.dial import SkillScores
from simulator.ui.widgets.evidence_text import EvidenceSpan, EvidenceText
from simulator.ui.widgets.face import Face
from simulator.ui.widgets.painted import Painted
from simulator.ui.widgets.tags import Tag
from simulator.ui.widgets.text import Run, label

_WIDEST = 480
_FACE = 32
_SUBJECT_WEIGHT = 600


class _Ground(Painted):
    """The shape of a bubble: round, with one tight corner on the speaker's side."""

    def __init__(self, content: QWidget, *, is_customer: bool) -> None:
        super().__init__()
        self._is_customer = is_customer
        body = QHBoxLayout(self)
        body.setContentsMargins(Space.CARD, Space.MEDIUM, Space.CARD, Space.MEDIUM)
        body.addWidget(content)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.fit()

    def fit(self) -> None:
        """Be as wide as the words of a customer; marks in a reply need all the room there is."""
        widest = round(theme().scaled(_WIDEST))
        self.setMaximumWidth(min(widest, self.sizeHint().width()) if self._is_customer else widest)

    def follow_theme(self) -> None:
        """Grow with the text."""
        self.fit()
        super().follow_theme()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the shape."""
        painter = self.painter()
        role = "bubble_customer" if self._is_customer else "bubble_rep"
        edge = QPen(theme().colour("border"), 1.0) if self._is_customer else Qt.PenStyle.NoPen
        painter.setPen(edge)
        painter.setBrush(theme().colour(role))
        tight_left = self._is_customer != self.is_mirrored
        painter.drawPath(_bubble(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), tight_left))
        painter.end()


def _bubble(box: QRectF, tight_left: bool) -> QPainterPath:
    radius, tight = float(Radius.BUBBLE), float(Radius.BUBBLE_TAIL)
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(box, radius, radius)
    corner = QRectF(0, 0, radius * 2, radius * 2)
    if tight_left:
        corner.moveTopLeft(box.topLeft())
    else:
        corner.moveTopRight(box.topRight())
    patch = QPainterPath()
    patch.addRoundedRect(corner, tight, tight)
    return path.united(patch)


class CustomerBubble(QWidget):
    """A line of the customer with face, turn and a way to hear it again.

    Signals:
        play_again: the person wants to hear the line again.
    """

    play_again = Signal()

    def __init__(
        self,
        text: str,
        description: str | Mapping[str, Any],
        speaker: str,
        turn: int,
        *,
        feeling: str = "calm",
        hear: str = "Play again",
        parent: QWidget | None = None,
    ) -> None:
        """Show a line.

        Args:
            text: what the customer said; a first line with an empty one below it is its subject.
            description: the customer's looks; see ``Face``.
            speaker: the customer's first name.
            turn: 1 for the first.
            feeling: of the small face.
            hear: the words of the button that lets one hear the line; empty if there is none.
            parent: the widget this one lies in.
        """
        super().__init__(parent)
        self.words = label(text, "talk", wrap=True)
        subject, gap, rest = text.partition("\n\n")
        if gap and "\n" not in subject:
            self.words.set_runs((Run(subject, _SUBJECT_WEIGHT), Run(gap + rest)))
        self.face = Face(description, feeling, _FACE, name=speaker)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addLayout(_line_of(_Ground(self.words, is_customer=True), at_end=False))
        self._caption = self._build_caption(speaker, turn, hear)
        column.addWidget(self._caption)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(self.face, 0, Qt.AlignmentFlag.AlignBottom)
        line.addLayout(column, 1)
        self.setAccessibleName(f"{speaker}, turn {turn}: {text}")

    def leave_to_next(self) -> None:
        """Leave face and caption to the next bubble: a further piece of the line comes below."""
        keeps = self.face.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        self.face.setSizePolicy(keeps)
        self.face.hide()
        self._caption.hide()

    def _build_caption(self, speaker: str, turn: int, hear: str) -> QWidget:
        caption = QWidget()
        below = QHBoxLayout(caption)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(Space.SMALL)
        below.addWidget(label(f"{speaker}, turn {turn}", "caption", "text2"))
        if hear:
            again = Button(hear, kind="quiet", size="small", icon="speaker")
            again.setAccessibleName(f"{hear}, turn {turn}")
            again.clicked.connect(self.play_again)
            below.addWidget(again)
        below.addStretch()
        return caption


class RepBubble(QWidget):
    """A reply of the trainee with its evidence and, once known, its three scores.

    Signals:
        evidence_chosen(int): the number of the evidence clicked or entered.
    """

    evidence_chosen = Signal(int)

    def __init__(
        self,
        text: str,
        spans: Sequence[EvidenceSpan] = (),
        scores: Sequence[int | None] | None = None,
        *,
        caption: str = "You",
        sign: tuple[str, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Show a reply.

        Args:
            text: what the trainee said.
            spans: the evidence in it.
            scores: courtesy, patience, helpfulness, or None while they are not to be seen.
            caption: who and when, such as "You, turn 1".
            sign: words and icon for what the reply did beside its words.
            parent: the widget this one lies in.
        """
        super().__init__(parent)
        self.words = EvidenceText(text, spans)
        self.words.evidence_chosen.connect(self.evidence_chosen)
        self._below = QHBoxLayout()
        self._below.setSpacing(Space.MEDIUM)
        self._below.addStretch()
        if sign is not None:
            self._below.addWidget(Tag(sign[0], icon=sign[1]))
        self._below.addWidget(label(caption, "caption", "text2"))
        self._scores: SkillScores | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TINY)
        column.addLayout(_line_of(_Ground(self.words, is_customer=False), at_end=True))
        column.addLayout(self._below)
        if scores is not None:
            self.show_scores(scores)
        did = f", {sign[0]}" if sign else ""
        self.setAccessibleName(f"{caption}{did}: {text}")

    def show_evidence(self, spans: Sequence[EvidenceSpan]) -> None:
        """Mark evidence in the reply that is already shown."""
        self.words.set_text(self.words.text, spans)

    def show_scores(self, scores: Sequence[int | None]) -> None:
        """Show the three scores below the reply."""
        if self._scores is None:
            self._scores = SkillScores(scores)
            self._below.insertWidget(self._below.count() - 1, self._scores)
        else:
            self._scores.show_scores(scores)


class WaitingBubble(QWidget):
    """Three dots and a sentence while the customer is answering."""

    def __init__(
        self, sentence: str = "The customer is answering", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._dots = _Dots()
        content = QWidget()
        line = QHBoxLayout(content)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(self._dots)
        self._sentence = label(sentence, "talk", "text2")
        line.addWidget(self._sentence)
        self._ground = _Ground(content, is_customer=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(_FACE + 10, 0, 0, 0)
        column.addLayout(_line_of(self._ground, at_end=False))
        self.setAccessibleName(sentence)

    def set_sentence(self, sentence: str) -> None:
        """Say who is answering."""
        self._sentence.setText(sentence)
        self._ground.fit()
        self.setAccessibleName(sentence)


def _line_of(ground: QWidget, *, at_end: bool) -> QHBoxLayout:
    line = QHBoxLayout()
    if at_end:
        line.addStretch(1)
    line.addWidget(ground, 100)
    if not at_end:
        line.addStretch(1)
    return line


class _Dots(Painted):
    """Three dots, one of them strong; stand still with less motion and out of sight."""

    def __init__(self) -> None:
        super().__init__()
        self._strong = 0
        self._timer = QTimer(self)
        self._timer.setInterval(Duration.DOT_STEP)
        self._timer.timeout.connect(self._step)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Give the scaled row of dots."""
        return QSize(round(theme().scaled(34)), round(theme().scaled(10)))

    def showEvent(self, event: QShowEvent) -> None:
        """Start stepping."""
        super().showEvent(event)
        if not theme().less_motion:
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop stepping."""
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dots from strong to faint."""
        painter: QPainter = self.painter()
        painter.setPen(Qt.PenStyle.NoPen)
        shades = ("text2", "border_strong", "border_control")
        radius = self.height() * 0.4
        for dot in range(3):
            painter.setBrush(theme().colour(shades[(dot - self._strong) % 3]))
            x = radius + dot * (self.width() - 2 * radius) / 2
            painter.drawEllipse(QPointF(x, self.height() / 2), radius, radius)
        painter.end()

    def _step(self) -> None:
        self._strong = (self._strong + 1) % 3
        self.update()
