"""A conversation in the terminal: the same core as the window, in plain text."""

from collections.abc import Callable
from typing import TextIO, TypeVar

from simulator.core.conversation.better_wording import better_wording
from simulator.core.conversation.debrief import missed_needs, scorecard_of
from simulator.core.conversation.events import AfterRecord, LoggedPromise
from simulator.core.conversation.moment import Turn
from simulator.core.conversation.plays import said, score_line
from simulator.core.conversation.promises import promises_made
from simulator.core.conversation.reading import judged
from simulator.core.conversation.session import Session
from simulator.core.errors import ConversationError
from simulator.core.scenario.words import Cause, Feeling
from simulator.core.scoring.rubric import SKILLS, band_of
from simulator.core.scoring.shown import shown
from simulator.core.services import ReplyModel

Item = TypeVar("Item")

HELP = (
    "Type a reply in your own words, or the number of a line. "
    "Also: ? hint · facts · back N (answer turn N again) · end (stop here)"
)


class Terminal:
    """Plays one contact by asking for lines and printing what comes of them."""

    def __init__(self, lines_in: TextIO, out: TextIO, model: ReplyModel) -> None:
        self._in = lines_in
        self._out = out
        self._model = model

    def play(self, session: Session) -> Session:
        """Play a session to its end and the after-contact questions; give what it came to."""
        self._brief(session)
        try:
            while not session.is_over:
                session = self._turn(session)
            session = self._after(session)
        except EOFError:
            self._print("\nStopped here; this is the card so far.")
        self._card(session)
        return session

    def _print(self, text: str = "") -> None:
        self._out.write(text + "\n")
        self._out.flush()

    def _ask(self, prompt: str) -> str:
        self._out.write(prompt)
        self._out.flush()
        line = self._in.readline()
        if not line:
            raise EOFError
        return line.strip()

    def _brief(self, session: Session) -> None:
        scenario = session.scenario
        self._print(f"{scenario.title} — {scenario.customer.name}, {scenario.channel.value}\n")
        self._print(f"{scenario.briefing.role}\nGoal: {scenario.briefing.goal}")
        self._facts(session)
        self._print(f"\n{HELP}\n")

    def _facts(self, session: Session) -> None:
        for fact in session.scenario.briefing.facts:
            if fact.told == "always":
                self._print(f"  + {_with_note(fact.says, fact.note)}")
        for policy in session.scenario.briefing.policies:
            self._print(f"  ! {_with_note(f'Don’t {policy.must_not}', policy.note)}")
        for fact in session.facts_told:
            self._print(f"  “ {fact.says}")

    def _turn(self, session: Session) -> Session:
        self._print(f"\n{session.scenario.customer.first_name}: {session.line.text}")
        if session.must_read:
            session = self._read(session)
        for number, reply in enumerate(session.offered, 1):
            self._print(f"  {number}  {reply.says}")
        answer = self._ask("You: ")
        try:
            return self._acted(session, answer)
        except ConversationError as error:
            self._print(str(error))
            return session

    def _acted(self, session: Session, answer: str) -> Session:
        word, _, rest = answer.partition(" ")
        if answer == "?":
            session = session.after_hint()
            self._print(session.step.hint if session.step else "")
        elif answer == "facts":
            self._facts(session)
        elif answer == "end":
            session = session.after_stopping()
        elif word == "back" and rest.isdigit():
            session = session.after_rewind(int(rest))
        else:
            picked = dict(enumerate((reply.id for reply in session.offered), 1))
            say = picked.get(int(answer), answer) if answer.isdecimal() else answer
            session = said(session, say, self._model.assess)
            if session.is_coached:
                self._feedback(session, session.turns[-1])
        return session

    def _read(self, session: Session) -> Session:
        key = session.step.read if session.step else None
        answer = self._ask("Read the customer (feeling because …, Enter to go on): ")
        feeling, _, because = answer.partition(" because ")
        names = {f.label.lower(): f for f in Feeling} | {f.value: f for f in Feeling}
        named = names.get(feeling.strip().lower())
        if not answer or key is None or named is None:
            if answer:
                self._print("Feelings: " + ", ".join(f.label.lower() for f in Feeling))
                return self._read(session)
            return session.after_reading(None)
        reading = judged(key, named, because, self._model.nearness)
        word = "That fits." if reading.fits else "Near." if reading.is_near else "Not quite."
        if session.is_coached:
            self._print(f"{word} Mood: {session.moment.state.step.label}.")
        return session.after_reading(reading)

    def _feedback(self, session: Session, turn: Turn) -> None:
        rating = turn.assessment.rating
        for skill in SKILLS:
            score = rating.of(skill)
            words = "not rated" if score is None else f"{score} ({band_of(score).value})"
            self._print(f"    {skill.value}: {words}")
        for point in shown(rating):
            sign = "-" if point.is_slip else "+"
            self._print(f"    {sign} “{point.evidence.span}” {point.evidence.note}")
        for missed in missed_needs(session.scenario, turn)[:1]:
            self._print(f"    missed: {missed.text}")
        better = better_wording(session.scenario, turn)
        if better:
            self._print(f"    one way to put it: {better}")

    def _after(self, session: Session) -> Session:
        self._print(f"\n{session.scenario.customer.first_name}: {session.line.text}\n")
        promises = tuple(p for p in promises_made(session) if self._logs(p))
        causes = self._picked("What was behind it?", tuple(Cause), lambda cause: cause.label)
        follow = session.scenario.after.follow_up
        options = tuple(sorted((follow.best, *follow.fair, *follow.wrong)))
        chosen = self._picked("What will you do now?", options, str)[:1]
        record = AfterRecord(
            promises=promises,
            causes=causes[:3],
            follow_up=chosen[0] if chosen else "",
            note=self._ask("Note for whoever is next: "),
        )
        return session.after_noting(record).after_finishing()

    def _logs(self, promise: LoggedPromise) -> bool:
        answer = self._ask(f"You said: “{promise.quote}” Log this promise? [Y/n] ")
        return not answer.lower().startswith("n")

    def _picked(
        self, title: str, items: tuple[Item, ...], shown_as: Callable[[Item], str]
    ) -> tuple[Item, ...]:
        self._print(title)
        for number, item in enumerate(items, 1):
            self._print(f"  {number}  {shown_as(item)}")
        numbers = self._ask("Numbers: ").replace(",", " ").split()
        return tuple(
            items[int(n) - 1] for n in numbers if n.isdecimal() and 1 <= int(n) <= len(items)
        )

    def _card(self, session: Session) -> None:
        card = scorecard_of(session)
        self._print(f"\n{card.headline}\n{card.summary}\n{score_line(card)}")
        for promise in card.after.promises:
            if promise.logged_as is None:
                self._print(f"Promised and not logged: “{promise.said}”")
        if card.next:
            self._print(
                f"Chance to stay: {card.next.stays_in_10} in 10; tells {card.next.tells} people. "
                "A teaching model, not a forecast."
            )


def _with_note(text: str, note: str | None) -> str:
    return f"{text} ({note.rstrip('.')})" if note else text
