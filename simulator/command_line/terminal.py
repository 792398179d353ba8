"""A conversation in the terminal: the same core as the window, in plain text."""

from collections.abc import Callable
from typing import TextIO, TypeVar

from simulator.core.conversation.better_wording import better_wording
from simulator.core.conversation.chance import shuffled
from simulator.core.conversation.customer_card import asked_known, used_known
from simulator.core.conversation.debrief import missed_needs, scorecard_of
from simulator.core.conversation.events import AfterRecord, LoggedPromise
from simulator.core.conversation.moment import Turn
from simulator.core.conversation.plays import said, score_line
from simulator.core.conversation.promises import promises_made
from simulator.core.conversation.reading import Reading, judged, revealed_by
from simulator.core.conversation.session import Session
from simulator.core.errors import ConversationError
from simulator.core.scenario.model import Action, Read
from simulator.core.scenario.pronouns import pronouns_of
from simulator.core.scenario.words import Cause, Feeling
from simulator.core.scoring.rubric import SKILLS, band_of
from simulator.core.scoring.shown import shown
from simulator.core.services import ReplyModel

Item = TypeVar("Item")

NOTHING = "Offer nothing"

DOES: dict[Action, str] = {
    "hold": "puts on hold",
    "transfer": "passes on",
    "warn": "sets a boundary",
    "end": "ends the contact",
}
"""What a reply does beside its words."""

HELP = (
    "Type a reply in your own words, or the number of a line. "
    "Also: ? hint · :thought (what they may be thinking) · :wait (say nothing) · facts · card · "
    "back N (answer turn N again) · end (stop here)"
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
        self._customer_card(session)
        self._print(f"\n{HELP}\n")

    def _customer_card(self, session: Session) -> None:
        for entry in session.scenario.customer.history:
            self._print(f"  · {entry.on}: {_with_note(entry.what, entry.note)}")

    def _facts(self, session: Session) -> None:
        for fact in session.scenario.briefing.facts:
            if fact.told == "always":
                self._print(f"  + {_with_note(fact.says, fact.note)}")
        for policy in session.scenario.briefing.policies:
            self._print(f"  ! {_with_note(f'Don’t {policy.must_not}', policy.note)}")
        for fact in session.facts_told:
            self._print(f"  “ {fact.says}")

    def _turn(self, session: Session) -> Session:
        self._line(session)
        if session.must_read:
            session = self._read(session)
        self._topics(session)
        for number, reply in enumerate(session.offered, 1):
            does = f" [{DOES[reply.does]}]" if reply.does else ""
            self._print(f"  {number}  {reply.says}{does}")
        answer = self._ask("You: ")
        try:
            return self._acted(session, answer)
        except ConversationError as error:
            self._print(str(error))
            return session

    def _line(self, session: Session) -> None:
        """Print what the customer said, each short message on a line of its own."""
        name = session.scenario.customer.first_name
        self._print("\n" + "\n".join(f"{name}: {piece}" for piece in session.line.bubbles))

    def _topics(self, session: Session) -> None:
        topics = session.moment.state.topics
        if not session.is_coached or not topics:
            return
        texts = session.scenario.topics
        words = (f"{texts[it]} ({'open' if topics[it] else 'settled'})" for it in sorted(topics))
        self._print("On the table: " + ", ".join(words))

    def _acted(self, session: Session, answer: str) -> Session:
        word, _, rest = answer.partition(" ")
        looks = {"facts": self._facts, "card": self._customer_card}
        if answer == "?":
            session = session.after_hint()
            self._print(session.step.hint if session.step else "")
        elif answer == ":thought":
            session = self._thought(session)
        elif answer == ":wait":
            session = session.after_silence()
        elif answer in looks:
            looks[answer](session)
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

    def _thought(self, session: Session) -> Session:
        if session.is_coached and not session.line.thinks:
            self._print("Nobody wrote down what they are thinking here.")
            return session
        session = session.after_hint()
        self._print(
            f"({session.scenario.customer.first_name} may be thinking: {session.line.thinks})"
        )
        return session

    def _read(self, session: Session) -> Session:
        key = session.step.read if session.step else None
        answer = self._ask("Read the customer (feeling because …, Enter to go on): ")
        if answer == ":thought" and session.is_coached:
            return self._read(self._thought(session))
        feeling, _, because = answer.partition(" because ")
        names = {f.label.lower(): f for f in Feeling} | {f.value: f for f in Feeling}
        named = names.get(feeling.strip().lower())
        if not answer or key is None or named is None:
            if answer:
                self._print("Feelings: " + ", ".join(f.label.lower() for f in Feeling))
                return self._read(session)
            return session.after_reading(None)
        strength = self._strength() if key.strength is not None else None
        revealed = revealed_by(session.moment.state)
        near = self._model.nearness
        reading = judged(key, named, because, near, strength=strength, revealed=revealed)
        if session.is_coached:
            self._judge(session, key, reading)
        return session.after_reading(reading)

    def _strength(self) -> int | None:
        answer = self._ask("How strong, 1 (hardly) to 5 (overwhelming; Enter to leave it)? ")
        if answer and answer not in {"1", "2", "3", "4", "5"}:
            return self._strength()
        return int(answer) if answer else None

    def _judge(self, session: Session, key: Read, reading: Reading) -> None:
        words = ["That fits." if reading.fits else "Near." if reading.is_near else "Not quite."]
        if reading.is_guessed:
            they = pronouns_of(session.scenario.customer.pronoun)
            words.append(f"You guessed; {they.subject} had not said it yet. Half.")
        if reading.strength is not None and reading.strength != key.strength:
            words.append(f"The strength was {key.strength} of 5.")
        self._print(f"{' '.join(words)} Mood: {session.moment.state.step.label}.")

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
        self._card_feedback(session, turn)
        better = better_wording(session.scenario, turn)
        if better:
            self._print(f"    one way to put it: {better}")

    def _card_feedback(self, session: Session, turn: Turn) -> None:
        for entry in used_known(session.scenario, turn):
            self._print(f"    + used the card: {entry.what}")
        for entry in asked_known(session.scenario, turn):
            self._print(f"    - it is on the card: {entry.what}")

    def _after(self, session: Session) -> Session:
        self._line(session)
        self._print()
        promises = tuple(p for p in promises_made(session) if self._logs(p))
        causes = self._picked("What was behind it?", tuple(Cause), lambda cause: cause.label)
        follow = session.scenario.after.follow_up
        options = tuple(sorted((follow.best, *follow.fair, *follow.wrong)))
        chosen = self._picked("What will you do now?", options, str)[:1]
        record = AfterRecord(
            promises=promises,
            causes=causes[:3],
            follow_up=chosen[0] if chosen else "",
            offer=self._offer(session),
            note=self._ask("Note for whoever is next: "),
        )
        return session.after_noting(record).after_finishing()

    def _offer(self, session: Session) -> str:
        key = session.scenario.after.offer
        if key is None:
            return ""
        offers = shuffled((key.fits, *key.unfit), session.began.seed, "offer")
        title = f"Would you offer {session.scenario.customer.first_name} anything?"
        chosen = self._picked(title, (*offers, NOTHING), str)[:1]
        return "" if chosen in {(), (NOTHING,)} else chosen[0]

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
