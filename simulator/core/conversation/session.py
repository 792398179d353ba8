"""A play-through of a scenario. Each ``after_…`` gives the next session; none is ever changed."""

from collections.abc import Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from simulator.core.conversation.chance import shuffled
from simulator.core.conversation.contact import NOBODY_KNOWN, Contact
from simulator.core.conversation.event_log import EventLog
from simulator.core.conversation.events import (
    LONGEST_REPLY,
    AfterNoted,
    AfterRecord,
    Began,
    CustomerRead,
    Event,
    Finished,
    HintShown,
    Replied,
    Rewound,
    Stopped,
    Waited,
)
from simulator.core.conversation.moment import CustomerLine, Moment, Turn
from simulator.core.conversation.next_moment import (
    after_silence,
    first_moment,
    next_turn,
    offered,
    silence_of,
)
from simulator.core.conversation.reading import Reading
from simulator.core.conversation.trail import Trail
from simulator.core.errors import ConversationError
from simulator.core.scenario.model import Ending, Fact, Reply, Scenario, Step
from simulator.core.scoring.context import Assessment


class Session(Struct, frozen=True, gc=False):
    """One trainee's contact with one customer, as far as it has come.

    ``kept`` is what the whole log, ``events``, is read from. ``turns`` are those of the branch
    being played; ``branches`` are the turns left behind by rewinding, oldest first. ``on_offer``
    are the author's replies that are open at this moment, in the file's order.
    """

    contact: Contact
    began: Began
    moment: Moment
    kept: Trail[Event | Turn]
    turns: Trail[Turn] = field(default_factory=Trail.of)
    branches: tuple[Trail[Turn], ...] = ()
    after: AfterRecord | None = None
    is_stopped: bool = False
    is_finished: bool = False
    on_offer: tuple[Reply, ...] = ()

    @staticmethod
    def begin(scenario: Scenario, began: Began) -> "Session":
        """Start a contact: the customer has just said their first words."""
        contact = Contact(scenario, began.seed, began.memory or NOBODY_KNOWN)
        moment = first_moment(contact)
        return Session(
            contact, began, moment, Trail.of((began,)), on_offer=offered(contact, moment, 1)
        )

    @staticmethod
    def replayed(scenario: Scenario, events: Sequence[Event]) -> "Session":
        """Give the session that a log led to.

        Raises:
            ConversationError: the log lacks its beginning, or does not fit the scenario.
        """
        if not events or not isinstance(events[0], Began):
            raise ConversationError(
                "This conversation cannot be resumed: its beginning is missing."
            )
        session = Session.begin(scenario, events[0])
        for event in events[1:]:
            session = session.after_event(event)
        return session

    # What can be asked of a session

    @property
    def events(self) -> EventLog:
        """The whole log: what the trainee did, in order."""
        return EventLog(self.kept)

    @property
    def scenario(self) -> Scenario:
        """The scenario being played."""
        return self.contact.scenario

    @property
    def step(self) -> Step | None:
        """The step the contact stands at; None once it has ended."""
        return self.scenario.steps[self.moment.step_id] if self.moment.step_id else None

    @property
    def ending(self) -> Ending | None:
        """The ending reached; None while the contact goes on or when it was stopped early."""
        return self.scenario.endings[self.moment.ending_id] if self.moment.ending_id else None

    @property
    def line(self) -> CustomerLine:
        """What the customer said last."""
        return self.moment.line

    @property
    def is_over(self) -> bool:
        """Whether the contact itself has ended, so that only the after-contact page is left."""
        return self.moment.ending_id is not None or self.is_stopped

    @property
    def is_coached(self) -> bool:
        """Whether feedback is given after each reply."""
        return self.began.mode == "coach"

    @property
    def turn_number(self) -> int:
        """The number of the turn now open, from 1."""
        return len(self.turns) + 1

    @property
    def must_read(self) -> bool:
        """Whether the customer is to be read, or the reading skipped, before the reply."""
        return not self.is_over and not self.moment.read_done

    @property
    def offered(self) -> tuple[Reply, ...]:
        """The replies to choose from, in an order drawn anew for each turn by the seed."""
        if self.is_over:
            return ()
        purpose = f"order/{self.moment.step_id}/{self.turn_number}"
        return shuffled(self.on_offer, self.began.seed, purpose)

    @property
    def can_wait(self) -> bool:
        """Whether the customer would say something if nothing came back for a while."""
        return not self.is_over and silence_of(self.contact, self.moment) is not None

    @property
    def facts_told(self) -> tuple[Fact, ...]:
        """The hidden facts the customer has told so far, in order."""
        return tuple(self.scenario.fact(fact_id) for fact_id in self.moment.state.told)

    # The next session

    def after_reading(self, reading: Reading | None) -> "Session":
        """Note how the trainee read the customer, or with None that they went on without.

        Raises:
            ConversationError: there is nothing to read at this moment.
        """
        if not self.must_read:
            raise ConversationError("There is nothing to read at this moment.")
        moment = self.moment.after_reading(reading)
        return replace(
            self,
            moment=moment,
            kept=self.kept.with_one(CustomerRead(reading=reading)),
            on_offer=offered(self.contact, moment, self.turn_number),
        )

    def after_reply(
        self, text: str, assessment: Assessment, chosen: str | None = None
    ) -> "Session":
        """Give a reply and hear the customer's answer. An open reading is skipped by replying.

        Raises:
            ConversationError: the contact is over, the reply is empty or too long, or the reply
                chosen is not on offer.
        """
        self.refuse_unfit_reply(text, chosen)
        session = self if self.moment.read_done else self.after_reading(None)
        contact, turns = self.contact, self.turns
        number = turns.length + 1
        reply = (text, chosen, assessment)
        turn = next_turn(contact, session.moment, number, reply, session.on_offer)
        moment = turn.after
        return Session(
            contact,
            self.began,
            moment,
            session.kept.with_one(turn),
            turns.with_one(turn),
            self.branches,
            self.after,
            on_offer=offered(contact, moment, number + 1),
        )

    def after_silence(self) -> "Session":
        """Let the customer wait until they say something; what they say is no part of a score.

        Raises:
            ConversationError: the contact is over, or the customer only waits.
        """
        moment = None if self.is_over else after_silence(self.contact, self.moment)
        if moment is None:
            raise ConversationError("The customer waits for your reply.")
        return replace(
            self,
            moment=moment,
            kept=self.kept.with_one(Waited()),
            on_offer=offered(self.contact, moment, self.turn_number),
        )

    def refuse_unfit_reply(self, text: str, chosen: str | None = None) -> None:
        """Refuse what ``after_reply`` would refuse, before anybody has read it.

        Raises:
            ConversationError: as ``after_reply`` does.
        """
        if self.is_over:
            raise ConversationError("This contact is over; there is nobody to reply to.")
        if not text.strip():
            raise ConversationError("Write a few words first: an empty reply says nothing.")
        if len(text) > LONGEST_REPLY:
            raise ConversationError(
                f"This reply has {len(text):,} characters. Shorten it to {LONGEST_REPLY:,} at most."
            )
        if chosen is not None and chosen not in [reply.id for reply in self.on_offer]:
            raise ConversationError("That reply is not on offer at this moment.")

    def after_hint(self) -> "Session":
        """Show the hint of this step.

        Raises:
            ConversationError: the contact is over, or is an exam.
        """
        if self.is_over or not self.is_coached:
            raise ConversationError("Hints are given in Coach, while the contact goes on.")
        return replace(
            self,
            moment=replace(self.moment, hint_shown=True),
            kept=self.kept.with_one(HintShown()),
        )

    def after_rewind(self, to_turn: int) -> "Session":
        """Go back to answer a turn again; the turns from there on are kept as a branch.

        Raises:
            ConversationError: there is no such turn, this is an exam, or the contact is finished.
        """
        if not self.is_coached:
            raise ConversationError("In an exam you may look back, but not change a reply.")
        if self.is_finished or not 1 <= to_turn <= len(self.turns):
            raise ConversationError(f"There is no turn {to_turn} to go back to.")
        moment = self.turns[to_turn - 1].before
        return replace(
            self,
            moment=moment,
            kept=self.kept.with_one(Rewound(to_turn=to_turn)),
            turns=self.turns.first(to_turn - 1),
            branches=(*self.branches, self.turns),
            is_stopped=False,
            on_offer=offered(self.contact, moment, to_turn),
        )

    def after_stopping(self) -> "Session":
        """End the contact early; it is scored up to here.

        Raises:
            ConversationError: the contact is over already.
        """
        if self.is_over:
            raise ConversationError("This contact is over already.")
        return replace(self, is_stopped=True, kept=self.kept.with_one(Stopped()))

    def after_noting(self, record: AfterRecord) -> "Session":
        """Keep the after-contact record as it stands.

        Raises:
            ConversationError: the contact is still going on, or is finished.
        """
        self._refuse_unless_open_for_notes()
        noted = self.kept.with_one(AfterNoted(record=record))
        return replace(self, after=record, kept=noted)

    def after_finishing(self) -> "Session":
        """Close the attempt; the scorecard counts from now on.

        Raises:
            ConversationError: the contact is still going on, or is finished.
        """
        self._refuse_unless_open_for_notes()
        return replace(self, is_finished=True, kept=self.kept.with_one(Finished()))

    def after_event(self, event: Event) -> "Session":
        """Give the session after an event from a log."""
        match event:
            case CustomerRead():
                after = self.after_reading(event.reading)
            case Replied():
                after = self.after_reply(event.text, event.assessment, event.chosen)
            case Waited():
                after = self.after_silence()
            case HintShown():
                after = self.after_hint()
            case Rewound():
                after = self.after_rewind(event.to_turn)
            case Stopped():
                after = self.after_stopping()
            case AfterNoted():
                after = self.after_noting(event.record)
            case Finished():
                after = self.after_finishing()
            case Began():
                raise ConversationError("A conversation begins only once.")
        return after

    def retry(self, from_turn: int) -> "Session":
        """Begin a new attempt that takes this one up again at a turn, coached.

        The turns from there on are kept beside the new ones, as a branch to compare with.

        Raises:
            ConversationError: there is no such turn.
        """
        spoken = (CustomerRead, Replied, Waited, HintShown, Rewound)
        began = self.began.model_copy(update={"mode": "coach"})
        log = (began, *(event for event in self.events[1:] if isinstance(event, spoken)))
        return Session.replayed(self.scenario, log).after_rewind(from_turn)

    def _refuse_unless_open_for_notes(self) -> None:
        if not self.is_over:
            raise ConversationError("Finish the contact first, or end it early.")
        if self.is_finished:
            raise ConversationError("This attempt is finished; its record stands.")
