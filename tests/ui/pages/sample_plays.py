"""Amara, whose engineer never came: a scenario and the plays the page tests look at."""

from simulator.core.conversation.events import Began
from simulator.core.conversation.question import question_of
from simulator.core.conversation.reading import judged
from simulator.core.conversation.session import Session
from simulator.core.scenario.model import Scenario
from simulator.core.scenario.words import Feeling
from simulator.core.scoring.context import Assessment
from simulator.core.scoring.evidence import Evidence, Rating
from simulator.core.scoring.rubric import Skill
from simulator.core.services import ReplyModel
from tests.fakes.reply_model import FakeReplyModel

GOOD_REPLY = (
    "Good morning, Ms Okafor. I’m sorry: you kept two mornings free for us and heard nothing. "
    "With payroll due tomorrow this can’t wait. May I ring dispatch while you stay on the line?"
)
POOR_REPLY = (
    "I understand, but the next slot is Thursday. You’ll need to confirm it online tonight."
)
PROMISING_REPLY = (
    "A third morning isn’t fair to ask. I’ll have a router with you by six today. "
    "I’ll ring you myself once dispatch decides."
)
EMOJI_REPLY = "Oh no 😞👩‍👧 that is two mornings gone. I understand, but 🙏 let me look."

SECRETS = {
    "hidden fact": "Her brother keeps the router’s old box",
    "need": "what dispatch said. You offered to ring them.",
    "better": "Next week won’t do, I hear that.",
    "hint": "She has lost two mornings; answer that before the slot.",
    "trainer note": "Watch for the third contact.",
    "cause": "we gave her another job",
}
"""Texts of the scenario that a trainee must not see before their time."""


def quote(
    reply: str, words: str, skill: Skill, points: float, note: str, cue: str = "cue"
) -> Evidence:
    start = reply.index(words)
    return Evidence(
        skill=skill,
        effect="+" if points > 0 else "-",
        cue=cue,
        start=start,
        end=start + len(words),
        span=words,
        points=points,
        note=note,
    )


def _good() -> Assessment:
    evidence = (
        quote(GOOD_REPLY, "Ms Okafor", Skill.COURTESY, 6, "makes it personal, once and rightly."),
        quote(
            GOOD_REPLY,
            "you kept two mornings free for us and heard nothing",
            Skill.PATIENCE,
            18,
            "names what it cost her.",
        ),
        quote(
            GOOD_REPLY,
            "May I ring dispatch while you stay on the line?",
            Skill.HELPFULNESS,
            20,
            "asks first, and takes the work off her.",
        ),
    )
    return Assessment(
        rating=Rating(courtesy=82, patience=79, helpfulness=77, evidence=evidence),
        needs_met=("names-the-loss",),
    )


def _poor() -> Assessment:
    evidence = (
        quote(
            POOR_REPLY,
            "I understand, but",
            Skill.COURTESY,
            -14,
            "cancels itself. Say what you understood, then stop.",
        ),
        quote(
            POOR_REPLY,
            "You’ll need to",
            Skill.HELPFULNESS,
            -12,
            "gives her another job. Offer to do it.",
        ),
    )
    return Assessment(
        rating=Rating(courtesy=52, patience=38, helpfulness=41, evidence=evidence), asked=("box",)
    )


def _promising() -> Assessment:
    evidence = (
        quote(
            PROMISING_REPLY,
            "A third morning isn’t fair to ask",
            Skill.COURTESY,
            16,
            "takes her side of it.",
        ),
        quote(
            PROMISING_REPLY,
            "by six today",
            Skill.HELPFULNESS,
            15,
            "gives a time she can hold you to.",
            cue="timed-promise",
        ),
        quote(
            PROMISING_REPLY,
            "I’ll ring you myself",
            Skill.HELPFULNESS,
            3,
            "is a promise; it needs a time.",
            cue="vague-promise",
        ),
    )
    return Assessment(
        rating=Rating(courtesy=84, patience=76, helpfulness=88, evidence=evidence),
        matched="router-now",
        similarity=0.9,
        promised=("router", "ring-back"),
    )


def _with_emoji() -> Assessment:
    evidence = (
        quote(EMOJI_REPLY, "two mornings gone", Skill.PATIENCE, 12, "names what it cost her."),
        quote(EMOJI_REPLY, "I understand, but", Skill.COURTESY, -14, "cancels itself."),
    )
    return Assessment(rating=Rating(courtesy=50, patience=62, helpfulness=None, evidence=evidence))


def reply_model() -> FakeReplyModel:
    """Give a model that knows the replies of this module."""
    return FakeReplyModel(
        {
            GOOD_REPLY: _good(),
            POOR_REPLY: _poor(),
            PROMISING_REPLY: _promising(),
            EMOJI_REPLY: _with_emoji(),
        }
    )


_CUSTOMER = {
    "name": "Amara Okafor",
    "address_as": "Ms Okafor",
    "pronoun": "she",
    "face": {"like": "amara"},
    "about": ["Customer for 6 years", "Home office, £42 a month"],
    "prefers": ["Prefers the phone, mornings", "“Works from home. Please ring first.”"],
    "feels": {"is": "frustrated", "near": ["worried"], "because": "two mornings are gone"},
    "state": {"mood": 30, "trust": 45, "bears_with_us": 4},
    "history": [
        {
            "on": "2026-03-03",
            "what": "Line keeps dropping",
            "note": "Engineer booked for the 10th.",
        },
        {
            "on": "2026-03-10",
            "what": "Visit missed",
            "note": "Logged as “no access”. No call made.",
            "kind": "fault",
        },
        {
            "on": "2026-03-11",
            "what": "Rang for 14 minutes",
            "note": "She was home. Rebooked, text promised.",
            "kind": "call",
        },
        {
            "on": "2026-03-17",
            "what": "Visit missed again",
            "note": "Engineer moved. The text was not sent.",
            "kind": "fault",
        },
        {
            "on": "today, 09:42",
            "what": "Calling now",
            "note": "Waited 6 minutes in the queue.",
            "kind": "call",
        },
    ],
    "quote": {
        "on": "2026-03-11",
        "says": "I don’t need a faster slot. I need someone to tell me the truth about when.",
    },
}

_BRIEFING = {
    "role": "You answer the phone for Northlea.",
    "goal": "Payroll is safe, and one promise holds.",
    "good_call": {
        "courtesy": "Shows her the two lost mornings matter, in your own words.",
        "patience": "Stays steady when she tells you again what she told the last rep.",
        "helpfulness": "Makes payroll safe for tomorrow, and ends with one promise you can keep.",
    },
    "facts": [
        {
            "id": "credit",
            "kind": "can",
            "says": "Credit £30 for each missed visit",
            "note": "You decide. No approval needed.",
        },
        {
            "id": "router",
            "kind": "can",
            "says": "Lend a mobile router",
            "note": "Arrives by 18:00 if ordered before noon.",
        },
        {
            "id": "slot",
            "kind": "time",
            "says": "Next open slot is Thursday",
            "note": "Dispatch may have a crew today. Ask.",
        },
        {
            "id": "box",
            "says": SECRETS["hidden fact"],
            "told": "when_asked",
            "like": "Is there an old router?",
            "tells": "My brother has the old one in its box.",
        },
    ],
    "policies": [
        {"must_not": "Promise an arrival time", "note": "Only dispatch can confirm one."},
        {"must_not": "Blame the engineer", "note": "She called the company, not a person."},
    ],
}


def _replies(goes: str) -> list[dict[str, object]]:
    return [
        {
            "id": "policy",
            "says": "I understand how you feel, but Thursday really is the first slot we have.",
            "then": {"mood": -8, "bears_with_us": -1},
            "goes": goes,
        },
        {
            "id": "router-now",
            "says": "A third morning isn’t fair to ask. I have dispatch on the line; while they "
            "look, may I send you a mobile router so payroll is safe?",
            "then": {"mood": 18},
            "goes": "settled" if goes == "third" else goes,
        },
        {
            "id": "pass-on",
            "says": "Let me put you through to the bookings team. They can see more than I can.",
            "then": {"mood": -12, "bears_with_us": -2},
            "goes": "gone",
        },
    ]


def _step(says: str, goes: str, feels: str) -> dict[str, object]:
    return {
        "says": says,
        "feels": feels,
        "read": {
            "feeling": feels,
            "near": ["impatient"],
            "cause": SECRETS["cause"],
            "also": "she is worried about tomorrow",
        },
        "needs": [
            {
                "id": "names-the-loss",
                "about": "helpfulness",
                "like": "what dispatch said",
                "missing": SECRETS["need"],
            }
        ],
        "replies": _replies(goes),
        "otherwise": [{"goes": goes}],
        "better": "Next week won’t do, I hear that. Dispatch is checking for a crew today. "
        "While we wait, may I send a mobile router so payroll is safe?",
        "hint": SECRETS["hint"],
        "trainer_note": SECRETS["trainer note"],
    }


def _ending(kind: str, says: str, feels: str) -> dict[str, object]:
    return {
        "kind": kind,
        "headline": "Amara waited for the van",
        "says": says,
        "summary": "Payroll went out on time.",
        "feels": feels,
        "firm": 4,
        "rep": 5,
    }


def scenario(**changes: object) -> Scenario:
    """Give Amara's scenario, with whole parts replaced by name."""
    whole: dict[str, object] = {
        "format": 2,
        "id": "engineer-never-came-twice",
        "title": "The engineer who never came",
        "track": "complaint",
        "channel": "phone",
        "level": 2,
        "minutes": 8,
        "trade": "broadband",
        "skills": ["owns-fault"],
        "trains": ["courtesy", "patience", "helpfulness"],
        "customer": _CUSTOMER,
        "briefing": _BRIEFING,
        "start": "opening",
        "gives_up": "gone",
        "steps": {
            "opening": _step(
                "This is the second morning I’ve taken off for an engineer who never came. Nobody "
                "called, nobody texted. I run payroll for eleven small firms from this house, and "
                "it’s due tomorrow.",
                "second",
                "frustrated",
            ),
            "second": _step(
                "All right. But I’m not taking a slot next week. That’s what the last person "
                "offered.",
                "third",
                "sceptical",
            ),
            "third": _step(
                "So I confirm it online, and then I sit here a third morning. Do you hear how that "
                "sounds?",
                "third",
                "frustrated",
            ),
        },
        "endings": {
            "settled": _ending(
                "good",
                "Thank you for actually ringing them. If the router comes by six, I’ll believe "
                "you.",
                "relieved",
            ),
            "gone": _ending("bad", "Forget it. I’ll find somebody else.", "angry"),
        },
        "after": {
            "promises": [
                {
                    "id": "router",
                    "says": "Courier router, text her the reference",
                    "like": "I'll send a router",
                    "by": "Today 18:00",
                },
                {
                    "id": "ring-back",
                    "says": "Ring Amara with the crew’s answer",
                    "like": "I'll ring you",
                },
            ],
            "causes": ["silence", "journey"],
            "follow_up": {
                "best": "Ring her at 16:30 with the crew’s answer",
                "fair": "Text her when dispatch has decided",
                "wrong": ["Send the satisfaction survey", "Close the case"],
            },
        },
        "plays": [
            {"name": "good", "replies": ["one", "two", "three", "four", "five"], "ends": "settled"},
            {
                "name": "slow",
                "replies": ["one", "two", "three", "four", "five", "six", "seven"],
                "ends": "settled",
            },
        ],
        "trainer_notes": "Never show this to a trainee.",
    }
    return Scenario.model_validate(whole | changes)


def begun(mode: str = "coach", answer_by: str = "type", of: Scenario | None = None) -> Session:
    """Give a contact that has just begun."""
    played = of or scenario()
    began = Began.model_validate(
        {"scenario_id": played.id, "mode": mode, "answer_by": answer_by, "seed": 3}
    )
    return Session.begin(played, began)


def after_reply(session: Session, text: str, model: ReplyModel | None = None) -> Session:
    """Give the session after a typed reply, judged as in a real play."""
    judge = model or reply_model()
    return session.after_reply(text, judge.assess(text, question_of(session)))


def after_reading(session: Session, feeling: Feeling, because: str = "") -> Session:
    """Give the session after reading the customer."""
    assert session.step is not None
    assert session.step.read is not None
    reading = judged(session.step.read, feeling, because, reply_model().nearness)
    return session.after_reading(reading)


def third_turn(mode: str = "coach") -> Session:
    """Give the contact the mock-ups show: a good reply, a poor one, and a reading that fits."""
    session = after_reading(begun(mode), Feeling.FRUSTRATED)
    session = after_reply(session, GOOD_REPLY)
    session = after_reading(session, Feeling.SCEPTICAL)
    session = after_reply(session, POOR_REPLY)
    return after_reading(session, Feeling.FRUSTRATED, "we gave her another job")


def ended(mode: str = "coach") -> Session:
    """Give the contact after its last word: the customer believes the promise."""
    return after_reply(third_turn(mode), PROMISING_REPLY)


def long_play(turns: int) -> Session:
    """Give a contact that has gone on for so many turns."""
    customer = {**_CUSTOMER, "state": {"mood": 60, "trust": 60, "bears_with_us": 8}}
    session = begun(of=scenario(customer=customer))
    for number in range(turns):
        session = after_reply(session, f"Reply {number + 1}: I am still with you.")
    return session
