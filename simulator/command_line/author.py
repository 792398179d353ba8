"""A play in the terminal as its author needs it: what moves, what is hidden, and why."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple, TextIO

from simulator.core.conversation.author_view import (
    hidden_replies,
    moves,
    passed_over,
    standing_at,
    state_of,
    way_told,
    with_values,
)
from simulator.core.conversation.events import Began, CustomerRead, Replied, Waited
from simulator.core.conversation.plays import played, said
from simulator.core.conversation.reading import judged, revealed_by
from simulator.core.conversation.session import Session
from simulator.core.errors import ConversationError, SimulatorError
from simulator.core.scenario.model import Play, PlayedRead, PlayedTurn, Scenario
from simulator.core.scenario.words import Feeling
from simulator.core.scoring.rubric import SKILLS
from simulator.core.services import ReplyModel
from simulator.storage.play_writing import add_play

HELP = (
    "Type a reply, its number or its id. Also: :read FEELING because … · :wait · :undo · :seed N · "
    ":step ID · :save NAME · :quit"
)


class _Stand(NamedTuple):
    """A play as far as it has come; ``is_by_hand`` tells that replies alone do not lead here."""

    session: Session
    is_by_hand: bool = False


class AuthorTerminal:
    """Plays one contact with everything shown that bears on it; a play can be kept as a test."""

    def __init__(self, lines_in: TextIO, out: TextIO, model: ReplyModel, path: Path) -> None:
        """Make a terminal.

        Args:
            lines_in: where the author's lines come from.
            out: where everything is written.
            model: reads the replies.
            path: the scenario's file, to which plays are added.
        """
        self._in = lines_in
        self._out = out
        self._model = model
        self._path = path
        self._stands: list[_Stand] = []
        self._commands: dict[str, Callable[[str], None]] = {
            ":undo": self._undo,
            ":seed": self._begin_again,
            ":step": self._go_to,
            ":save": self._save,
            ":read": self._read,
            ":wait": self._wait,
        }

    def play(
        self, scenario: Scenario, seed: int, step_id: str | None, values: Mapping[str, str]
    ) -> int:
        """Play until the author quits; give the exit status, always 0.

        Raises:
            ConversationError: there is no such step, or nothing of that name to set.
        """
        session = _begun(scenario, seed)
        if values:
            session = with_values(session, values)
        if step_id is not None:
            session = standing_at(session, step_id)
        self._stands = [_Stand(session, is_by_hand=bool(values or step_id))]
        self._print(f"{scenario.title}, as its author sees it. {HELP}")
        self._show()
        while (line := self._ask()) not in (None, ":quit"):
            try:
                self._act(line or "")
            except SimulatorError as error:
                self._print(str(error))
        return 0

    @property
    def _now(self) -> Session:
        return self._stands[-1].session

    def _print(self, text: str = "") -> None:
        self._out.write(text + "\n")
        self._out.flush()

    def _ask(self) -> str | None:
        self._out.write("> ")
        self._out.flush()
        line = self._in.readline()
        return line.strip() if line else None

    def _act(self, line: str) -> None:
        word, _, rest = line.partition(" ")
        command = self._commands.get(word)
        if command is not None:
            command(rest.strip())
        elif word.startswith(":"):
            self._print(f"There is no command {word}. {HELP}")
        elif line:
            self._reply(line)

    # What is shown

    def _show(self) -> None:
        session = self._now
        self._print(f"\n{session.scenario.customer.first_name}: {session.line.text}")
        if session.line.thinks:
            self._print(f"  (thinks: {session.line.thinks})")
        place = session.moment.step_id or f"ending {session.moment.ending_id}"
        told = " · ".join(f"{name} {value}" for name, value in state_of(session).items())
        self._print(f"  at {place} · seed {session.began.seed} · {told}")
        if session.must_read:
            self._print("  the customer may be read here (:read)")
        for number, reply in enumerate(session.on_offer, 1):
            self._print(f"  {number}  {reply.id}: {reply.says}")
        for hidden in hidden_replies(session):
            self._print(f"  –  {hidden.reply_id} is hidden: {hidden.why}")

    def _show_turn(self, before: Session, after: Session) -> None:
        turn = after.turns[-1]
        assessment = turn.assessment
        scores = ", ".join(f"{skill} {_rated(assessment.rating.of(skill))}" for skill in SKILLS)
        self._print(f"  {way_told(after, turn)}")
        for line in passed_over(after, turn):
            self._print(f"  {line}")
        self._print(f"  {scores}")
        for name, ids in (
            ("met", assessment.needs_met),
            ("asks", assessment.asked),
            ("promises", assessment.promised),
        ):
            if ids:
                self._print(f"  {name}: {', '.join(ids)}")
        self._show_moves(before, after)

    def _show_moves(self, before: Session, after: Session) -> None:
        moved = ", ".join(
            f"{it.name} {it.before or 'nothing'} → {it.after or 'nothing'}"
            for it in moves(before, after)
        )
        self._print(f"  moved: {moved or 'nothing'}")

    # What the author can do

    def _keep(self, session: Session, *, is_by_hand: bool = False) -> None:
        self._stands.append(_Stand(session, is_by_hand or self._stands[-1].is_by_hand))

    def _reply(self, line: str) -> None:
        before = self._now
        picked = dict(enumerate((reply.id for reply in before.on_offer), 1))
        say = picked.get(int(line), line) if line.isdecimal() else line
        after = said(before, say, self._model.assess)
        self._keep(after)
        self._show_turn(before, after)
        self._show()

    def _wait(self, _rest: str) -> None:
        before = self._now
        self._keep(before.after_silence())
        self._show_moves(before, self._now)
        self._show()

    def _read(self, rest: str) -> None:
        session = self._now
        key = session.step.read if session.step else None
        named, _, because = rest.partition(" because ")
        feeling = next((it for it in Feeling if it.value == named.strip().lower()), None)
        if key is None or not session.must_read:
            raise ConversationError("There is nothing to read at this moment.")
        if feeling is None:
            raise ConversationError(f"Name a feeling: {', '.join(it.value for it in Feeling)}.")
        revealed = revealed_by(session.moment.state)
        reading = judged(key, feeling, because, self._model.nearness, revealed=revealed)
        self._keep(session.after_reading(reading))
        guess = ", guessed before anything told it" if reading.is_guessed else ""
        self._print(f"  read: {reading.points}{guess}")
        self._show()

    def _undo(self, _rest: str) -> None:
        if len(self._stands) == 1:
            raise ConversationError("There is nothing to undo.")
        self._stands.pop()
        self._show()

    def _begin_again(self, rest: str) -> None:
        if not rest.isdecimal():
            raise ConversationError("Write a whole number, as in :seed 7.")
        self._stands.append(_Stand(_begun(self._now.scenario, int(rest))))
        self._show()

    def _go_to(self, rest: str) -> None:
        self._keep(standing_at(self._now, rest), is_by_hand=True)
        self._show()

    def _save(self, rest: str) -> None:
        if self._stands[-1].is_by_hand:
            raise ConversationError(
                "This play began in the middle, so no test can repeat it. "
                "Begin again with :seed, and save it then."
            )
        play = play_of(self._now, rest)
        file = add_play(self._path, play)
        self._print(f"“{play.name}” is in {self._path} now.")
        for fault in (it for it in file.faults if it.is_error):
            self._print(f"  line {fault.line}: {fault.message}. {fault.remedy}")
        if file.scenario is not None:
            outcome = played(file.scenario, play, self._model.assess, self._model.nearness)
            told = "; ".join(outcome.problems)
            self._print(f"  It fails: {told}." if told else "  It passes.")


def _begun(scenario: Scenario, seed: int) -> Session:
    return Session.begin(scenario, Began(scenario_id=scenario.id, seed=seed))


def _rated(score: int | None) -> str:
    return "not rated" if score is None else str(score)


def play_of(session: Session, name: str) -> Play:
    """Give a play that says again what was said in a session, and expects it to lead as far.

    Raises:
        ConversationError: nothing was said yet, or the name is missing.
    """
    turns: list[PlayedTurn] = []
    read: PlayedRead | None = None
    for event in session.events:
        match event:
            case CustomerRead(reading=reading) if reading is not None:
                read = PlayedRead(feeling=reading.feeling, because=reading.because)
            case Replied():
                turns.append(PlayedTurn(say=event.chosen or event.text, read=read))
                read = None
            case Waited():
                turns.append(PlayedTurn(silent=True))
    if not turns or not name:
        raise ConversationError("Say something first, and give the play a name: :save the good way")
    moment = session.moment
    return Play(
        name=name,
        replies=tuple(turns),
        seed=session.began.seed,
        ends=moment.ending_id,
        reaches=moment.step_id,
    )
