"""A moment of the contact: what the customer says, what a good reply does, where replies lead."""

from typing import Annotated, Literal

from pydantic import Field

from simulator.core.scenario.conditions import Condition, Formula
from simulator.core.scenario.values import (
    Id,
    Part,
    Shift,
    SkillName,
    SomeTexts,
    Strength,
    Text,
    Texts,
    Whole,
    YesNo,
)
from simulator.core.scenario.words import Feeling

Action = Literal["hold", "transfer", "warn", "end"]
"""What a reply does beside its words: put on hold, pass on, give a warning, end the contact."""


class Effects(Part):
    """What a reply or a step does to the customer's state and the author's variables."""

    mood: Shift | None = None
    """How far it lifts or lowers the mood. Left out, the scores decide."""
    trust: Shift | None = None
    """How far it lifts or lowers trust. Left out, the scores decide."""
    bears_with_us: Annotated[Whole, Field(ge=-8, le=8)] | None = None
    """Cells of patience given back (+) or used up (-). Left out, the scores decide."""
    firm: Shift | None = None
    """How far it moves what they feel about the firm."""
    product: Shift | None = None
    """How far it moves what they feel about the product."""
    set: dict[str, Formula] = Field(default_factory=dict)
    """Variables of your own, each with its new value, as in asked: asked + 1."""
    opens: tuple[Id, ...] = ()
    """Topics that are now on the table."""
    closes: tuple[Id, ...] = ()
    """Topics that are now settled."""
    remember: tuple[Id, ...] = ()
    """What this customer will remember next time; ask for it with remembers(…)."""

    @property
    def moves_the_customer(self) -> bool:
        """Whether mood, trust, patience or a feeling is moved by what is written here."""
        return (
            self.mood is not None
            or self.trust is not None
            or self.bears_with_us is not None
            or self.firm is not None
            or self.product is not None
        )


NO_EFFECTS = Effects()
"""What is done where nothing is written: always this very object."""


def _no_effects() -> Effects:
    # Not as a default, which pydantic would copy for each reply.
    return NO_EFFECTS


class Read(Part):
    """The key to *Read the customer*: the feeling, its neighbours, and its cause in wordings."""

    feeling: Feeling
    """The feeling at this moment."""
    near: tuple[Feeling, ...] = ()
    """Feelings that are nearly right; naming one earns half."""
    strength: Strength | None = None
    """How strong it is, 1 (hardly) to 5 (overwhelming); one off earns half."""
    cause: SomeTexts
    """The main reason, in several wordings."""
    also: Texts = ()
    """Further true reasons, worth part."""
    known_from: tuple[Id, ...] = ()
    """Facts or card entries that reveal the reason. Guessing it without any earns half at most."""


class Need(Part):
    """A yes-or-no check of a good reply to this step."""

    id: Id
    """A short name, to ask met(…) about."""
    about: SkillName
    """The skill it belongs to."""
    like: SomeTexts
    """Ways to say it; a reply that comes near one meets the need."""
    uses: tuple[Id, ...] = ()
    """Facts that it rests on."""
    missing: Text
    """What the trainee is told when the reply does not meet it."""


class GoesIf(Part):
    """Where a reply leads instead, when something holds once it has done what it does."""

    when: Condition
    """When this way is taken, as in trust >= 60 and not told(payroll)."""
    goes: Id
    """The step or ending it leads to."""


class Reply(Part):
    """A reply the author foresaw: offered when choosing, matched when typing."""

    id: Id
    """A short name, to use in plays and to ask gave(…) about."""
    says: Text
    """The reply, as a person would say it."""
    also: Texts = ()
    """Other ways to say the same, to match what is typed."""
    when: Condition | None = None
    """When it is on offer, as in trust >= 40 and not told(payroll)."""
    once: YesNo = False
    """Whether it is on offer only until it has been given."""
    does: Action | None = None
    """What it does beside its words: hold, transfer, warn (a boundary) or end (the contact)."""
    then: Effects = Field(default_factory=_no_effects)
    """What it does to the customer."""
    answer: Text | None = None
    """What the customer says to it, before the next step's own line."""
    goes_if: tuple[GoesIf, ...] = ()
    """Other ways, by the customer's state after the reply; the first that holds is taken."""
    goes: Id
    """The step or ending it leads to."""

    @property
    def leads_to(self) -> tuple[str, ...]:
        """All steps and endings that it may lead to."""
        if not self.goes_if:
            return (self.goes,)
        return (*[way.goes for way in self.goes_if], self.goes)


class Otherwise(Part):
    """Where a reply leads that matches none of yours; the first that holds is taken."""

    when: Condition | None = None
    """When this way is taken; the last entry has none."""
    says: Text | None = None
    """What the customer says, before the next step's own line."""
    then: Effects = Field(default_factory=_no_effects)
    """What it does to the customer."""
    goes: Id
    """The step or ending it leads to."""


class SaysIf(Part):
    """Another wording of the customer's line, used when its condition holds."""

    when: Condition
    """When it is used, as in visits >= 2."""
    says: SomeTexts
    """The wording; of several, the seed draws one."""
    messages: Texts = ()
    """Further short messages, sent one after the other."""


class Silence(Part):
    """What the customer does when nothing comes back for a while. Never part of a score."""

    says: SomeTexts
    """What they say, the first time, the second time and so on."""
    then: Effects = Field(default_factory=_no_effects)
    """What the silence does to them."""
    at_most: Annotated[Whole, Field(ge=1, le=5)] = 2
    """How often they ask before they wait in silence, or go."""
    goes: Id | None = None
    """The step or ending it leads to after the last time."""


class Limit(Part):
    """How often a step may be entered, and what comes instead of one time more."""

    visits: Annotated[Whole, Field(ge=1, le=50)]
    """How often the step may be entered."""
    goes: Id
    """The step or ending entered instead."""


class Step(Part):
    """A moment of the contact: what the customer says and where each reply leads."""

    says: SomeTexts
    """What the customer says; of several wordings the seed draws one."""
    messages: Texts = ()
    """Further messages sent before an answer: in a chat short ones, by email whole mails."""
    says_if: tuple[SaysIf, ...] = ()
    """Other wordings for other circumstances; the first that holds is used."""
    thinks: Texts = ()
    """What they think and do not say; shown in Coach as a thought."""
    feels: Feeling | None = None
    """The feeling shown in the face; left out, the mood decides."""
    insults: YesNo = False
    """Whether the customer insults or threatens the trainee here; a page to recover comes after."""
    read: Read | None = None
    """Asks the trainee to read the customer before replying: the key."""
    needs: tuple[Need, ...] = ()
    """What a good reply to this does."""
    replies: Annotated[tuple[Reply, ...], Field(min_length=1)]
    """The replies you foresee."""
    otherwise: Annotated[tuple[Otherwise, ...], Field(min_length=1)]
    """Where any other reply leads."""
    then: Effects = Field(default_factory=_no_effects)
    """What merely coming here does to the customer."""
    silence: Silence | None = None
    """What happens when the trainee says nothing for a while."""
    at_most: Limit | None = None
    """How often this step may be entered."""
    better: Text
    """A model answer."""
    worse: Text | None = None
    """A bad answer that a decent trainee might give."""
    worse_because: Text | None = None
    """Why the bad answer is bad."""
    hint: Text
    """A hint for the trainee in Coach."""
    guide: Text | None = None
    """Says how the program is used at this moment; shown in Coach, in a first guided contact."""
    trainer_note: Text | None = None
    """For the trainer only; never shown to trainees."""

    @property
    def leads_to(self) -> tuple[str, ...]:
        """All steps and endings that it may lead to."""
        ways = [entry.goes for entry in self.otherwise]
        if self.silence is not None and self.silence.goes is not None:
            ways.append(self.silence.goes)
        return (*self.offers, *ways)

    @property
    def offers(self) -> tuple[str, ...]:
        """All steps and endings that it may lead to who only chooses among the replies."""
        ways = [reply.goes for reply in self.replies]
        for reply in self.replies:
            if reply.goes_if:
                ways += [way.goes for way in reply.goes_if]
        if self.at_most is not None:
            ways.append(self.at_most.goes)
        return tuple(ways)
