"""A scenario as its author wrote it: frozen values, checked on their own, linked by ids.

What needs the whole file (targets, reachability, unused names) is checked in ``checks``.
"""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import (
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
)

from simulator.core.scenario.appearance import Face, VoiceStyle
from simulator.core.scenario.conditions import Condition, Formula
from simulator.core.scenario.values import (
    Day,
    Id,
    Part,
    RangeText,
    Share,
    Shift,
    SkillName,
    SomeTexts,
    Text,
    Texts,
    Whole,
    YesNo,
)
from simulator.core.scenario.words import Cause, Channel, EndingKind, Feeling, Track

FORMAT = 1
"""The scenario format this version writes and reads."""


class HistoryEntry(Part):
    """A line of the customer card: something that happened before this contact."""

    on: Day
    what: Text
    note: Text | None = None
    kind: Literal["contact", "fault", "call", "order", "note"] = "contact"


class FirstFeeling(Part):
    """What the customer feels when the contact begins, and why."""

    is_: Feeling = Field(alias="is")
    near: tuple[Feeling, ...] = ()
    because: SomeTexts

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class StartState(Part):
    """The customer's state when the contact begins; ``bears_with_us`` counts cells, 1 to 8."""

    mood: Share = 45
    trust: Share = 50
    bears_with_us: Annotated[Whole, Field(ge=1, le=8)] = 5


class Temperament(Part):
    """How strongly bad replies bite (``anger_gain``, times) and how fast good ones heal."""

    anger_gain: Annotated[float, Field(ge=0.5, le=2.0, strict=True)] = 1.0
    forgives: Literal["slowly", "fairly", "quickly"] = "fairly"


class Temperaments(Part):
    """Several temperaments, of which the seed of the play draws one."""

    any_of: Annotated[tuple[Temperament, ...], Field(min_length=2)]


def _one_or_several(value: object) -> str:
    several = isinstance(value, Temperaments) or (isinstance(value, Mapping) and "any_of" in value)
    return "several" if several else "one"


class Quote(Part):
    """Something the customer said before this contact."""

    on: Day
    says: Text


class Customer(Part):
    """The person the trainee talks with."""

    name: Text
    address_as: Text
    pronoun: Literal["she", "he", "they"]
    face: Face = Face()
    voice: VoiceStyle = VoiceStyle()
    wants: Literal["resolution_first", "treatment_first"] = "resolution_first"
    audience: Annotated[Whole, Field(ge=0)] = 150
    about: Texts = ()
    prefers: Texts = ()
    feels: FirstFeeling
    state: StartState = StartState()
    temperament: Annotated[
        Annotated[Temperament, Tag("one")] | Annotated[Temperaments, Tag("several")],
        Discriminator(_one_or_several),
    ] = Temperament()
    history: tuple[HistoryEntry, ...] = ()
    quote: Quote | None = None

    @property
    def first_name(self) -> str:
        """The first word of the name."""
        return self.name.split()[0]


class Fact(Part):
    """Something true in the scenario.

    Told ``always`` it stands in the briefing; told ``when_asked`` only the customer knows it and
    says ``tells`` once a reply asks near one of the wordings in ``like``. ``may``, ``costs``,
    ``when`` and ``only_if`` state it in a form that can be checked by rule.
    """

    id: Id
    says: Text
    note: Text | None = None
    kind: Literal["can", "time", "info"] = "info"
    told: Literal["always", "when_asked"] = "always"
    like: Texts = ()
    tells: Text | None = None
    may: Text | None = None
    costs: Annotated[float, Field(ge=0, strict=True)] | None = None
    when: Text | None = None
    only_if: Text | None = None


class Policy(Part):
    """Something the representative must not do; ``like`` gives words that would break it."""

    must_not: Text
    note: Text | None = None
    like: Texts = ()


class GoodCall(Part):
    """What a good contact does, one line a skill, shown before it begins."""

    courtesy: Text
    patience: Text
    helpfulness: Text


class Briefing(Part):
    """What the trainee reads before the contact."""

    role: Text
    goal: Text
    good_call: GoodCall
    expected: Text | None = None
    facts: Annotated[tuple[Fact, ...], Field(min_length=1)]
    policies: tuple[Policy, ...] = ()


class Effects(Part):
    """What a reply or a step does to the customer's state and the author's variables."""

    mood: Shift | None = None
    trust: Shift | None = None
    bears_with_us: Annotated[Whole, Field(ge=-8, le=8)] | None = None
    set: dict[str, Formula] = Field(default_factory=dict)


class Read(Part):
    """The key to *Read the customer*: the feeling, its neighbours, and its cause in wordings.

    ``cause`` lists wordings of the main reason; ``also`` lists further true reasons, worth part.
    """

    feeling: Feeling
    near: tuple[Feeling, ...] = ()
    cause: SomeTexts
    also: Texts = ()


class Need(Part):
    """A yes-or-no check of a good reply to this step, with ways to say it.

    ``missing`` is told to the trainee when the reply does not meet the need.
    """

    id: Id
    about: SkillName
    like: SomeTexts
    uses: tuple[Id, ...] = ()
    missing: Text


class Reply(Part):
    """A reply the author foresaw: offered when choosing, matched when typing."""

    id: Id
    says: Text
    also: Texts = ()
    when: Condition | None = None
    once: YesNo = False
    then: Effects = Effects()
    answer: Text | None = None
    goes: Id


class Otherwise(Part):
    """Where a reply leads that matches none of the author's; the first that holds is taken."""

    when: Condition | None = None
    says: Text | None = None
    then: Effects = Effects()
    goes: Id


class SaysIf(Part):
    """Another wording of the customer's line, used when its condition holds."""

    when: Condition
    says: SomeTexts


class Step(Part):
    """A moment of the contact: what the customer says and where each reply leads."""

    says: SomeTexts
    says_if: tuple[SaysIf, ...] = ()
    feels: Feeling | None = None
    read: Read | None = None
    needs: tuple[Need, ...] = ()
    replies: Annotated[tuple[Reply, ...], Field(min_length=1)]
    otherwise: Annotated[tuple[Otherwise, ...], Field(min_length=1)]
    then: Effects = Effects()
    better: Text
    hint: Text
    trainer_note: Text | None = None


class Promise(Part):
    """A promise the trainee may make, with ways to say it."""

    id: Id
    says: Text
    like: SomeTexts
    by: Text | None = None


class FollowUp(Part):
    """What may be done after the contact; the trainee chooses one."""

    best: Text
    fair: Texts = ()
    wrong: SomeTexts


class After(Part):
    """What happens when the contact is over: promises to log, causes to note, a follow-up."""

    promises: tuple[Promise, ...] = ()
    causes: Annotated[tuple[Cause, ...], Field(min_length=1, max_length=3)]
    follow_up: FollowUp


class Ending(Part):
    """How the contact ends.

    ``headline`` opens the scorecard. ``stays_in_10`` is a teaching model: of ten such customers,
    how many stay. ``firm`` and ``rep`` are the two ratings the customer gives, 1 to 5.
    """

    kind: EndingKind
    headline: Text
    says: Text
    summary: Text
    feels: Feeling
    stays_in_10: Annotated[Whole, Field(ge=0, le=10)]
    tells: Annotated[Whole, Field(ge=0)]
    firm: Annotated[Whole, Field(ge=1, le=5)]
    rep: Annotated[Whole, Field(ge=1, le=5)]
    rival: Text | None = None


class ScoreRange(Part):
    """The least and most a score may be, written ``70..100`` in a file."""

    least: Share
    most: Share

    @classmethod
    def from_text(cls, value: object) -> object:
        """Read ``70..100``; anything else is left for the type to refuse."""
        if not isinstance(value, str):
            return value
        least, dots, most = value.partition("..")
        if not dots or not least.strip().isdecimal() or not most.strip().isdecimal():
            raise ValueError("write a range as 70..100")
        if int(least) > int(most):
            raise ValueError("write the smaller number first, as in 70..100")
        return {"least": int(least), "most": int(most)}


Range = Annotated[
    ScoreRange,
    BeforeValidator(ScoreRange.from_text, json_schema_input_type=RangeText | ScoreRange),
]


class PlayedRead(Part):
    """A reading of the customer inside a test play."""

    feeling: Feeling
    because: str = ""


class PlayedTurn(Part):
    """One turn of a test play, when more than the reply is to be tried."""

    say: Text
    read: PlayedRead | None = None


def _as_turn(value: object) -> object:
    return {"say": value} if isinstance(value, str) else value


class Play(Part):
    """A test that travels with the scenario: replies by id, or typed, and where they must lead."""

    name: Text
    replies: Annotated[
        tuple[
            Annotated[
                PlayedTurn, BeforeValidator(_as_turn, json_schema_input_type=Text | PlayedTurn)
            ],
            ...,
        ],
        Field(min_length=1),
    ]
    seed: Whole = 1
    ends: Id | None = None
    reaches: Id | None = None
    courtesy: Range | None = None
    patience: Range | None = None
    helpfulness: Range | None = None


class Scenario(Part):
    """A branching conversation with one customer."""

    format: Literal[1]
    id: Id
    title: Text
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}(?:-[A-Z]{2})?$")] = "en"
    track: Track
    channel: Channel
    level: Annotated[Whole, Field(ge=1, le=5)]
    minutes: Annotated[Whole, Field(ge=1, le=60)]
    trade: Text
    skills: Annotated[tuple[Id, ...], Field(min_length=1)]
    trains: Annotated[tuple[SkillName, ...], Field(min_length=1, max_length=3)]
    customer: Customer
    briefing: Briefing
    variables: dict[str, Whole | YesNo] = Field(default_factory=dict)
    start: Id
    gives_up: Id
    steps: Annotated[dict[Id, Step], Field(min_length=1)]
    endings: Annotated[dict[Id, Ending], Field(min_length=1)]
    after: After
    plays: tuple[Play, ...] = ()
    trainer_notes: Text | None = None

    def fact(self, fact_id: str) -> Fact:
        """Give a fact by its id; the checks make sure that ids used exist."""
        return next(fact for fact in self.briefing.facts if fact.id == fact_id)
