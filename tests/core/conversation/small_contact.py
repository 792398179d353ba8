"""A small scenario with a loop, a hidden fact, two endings, and short ways to play it."""

from simulator.core.conversation.events import Began
from simulator.core.conversation.session import Session
from simulator.core.scenario.model import Scenario
from simulator.core.scoring.context import Assessment
from simulator.core.scoring.evidence import Evidence, Flag, Rating
from simulator.core.scoring.rubric import Skill

SMALL = Scenario.model_validate(
    {
        "format": 2,
        "id": "late-parcel",
        "title": "The late parcel",
        "track": "delivery",
        "channel": "phone",
        "level": 1,
        "minutes": 3,
        "trade": "parcels",
        "skills": ["owns-fault"],
        "trains": ["courtesy"],
        "customer": {
            "name": "Ana Lima",
            "address_as": "Ms Lima",
            "pronoun": "she",
            "feels": {"is": "frustrated", "because": "a week late"},
            "state": {"mood": 30, "trust": 40, "bears_with_us": 3},
        },
        "briefing": {
            "role": "You answer the phone.",
            "goal": "The parcel tomorrow.",
            "good_call": {"courtesy": "a", "patience": "b", "helpfulness": "c"},
            "facts": [
                {"id": "courier", "says": "A courier can bring it tomorrow.", "kind": "can"},
                {
                    "id": "gift",
                    "says": "It is a gift for Sunday.",
                    "told": "when_asked",
                    "like": "What is in it?",
                    "tells": "It's a gift. Sunday is her birthday.",
                },
            ],
        },
        "variables": {"offers": 0},
        "start": "opening",
        "gives_up": "leaves",
        "steps": {
            "opening": {
                "says": ["My parcel is a week late.", "A week late, my parcel."],
                "feels": "frustrated",
                "read": {"feeling": "frustrated", "cause": "it is a week late"},
                "needs": [
                    {"id": "owns", "about": "courtesy", "like": "our mistake", "missing": "Own it."}
                ],
                "replies": [
                    {
                        "id": "own",
                        "says": "That is our mistake.",
                        "goes": "plan",
                        "then": {"mood": 15, "trust": 5},
                    },
                    {
                        "id": "wait",
                        "says": "Please wait.",
                        "goes": "opening",
                        "once": True,
                        "then": {"mood": -10, "bears_with_us": -1, "set": {"offers": "offers + 1"}},
                    },
                ],
                "otherwise": [
                    {"when": "courtesy < 30", "goes": "leaves"},
                    {"when": "asks(gift)", "says": "A birthday present.", "goes": "opening"},
                    {"says": "And my parcel?", "goes": "opening"},
                ],
                "better": "That is our mistake, Ms Lima. It comes tomorrow by courier.",
                "hint": "Whose fault is it?",
            },
            "plan": {
                "says": "And now?",
                "says_if": [{"when": "told(gift)", "says": "And will it be there by Sunday?"}],
                "replies": [
                    {
                        "id": "courier-tomorrow",
                        "says": "A courier brings it tomorrow.",
                        "goes": "stays",
                    }
                ],
                "otherwise": [{"goes": "plan"}],
                "better": "A courier brings it tomorrow before noon.",
                "hint": "What can you offer?",
            },
        },
        "endings": {
            "stays": {
                "kind": "good",
                "headline": "Ana stays",
                "says": "Thank you.",
                "summary": "She has it tomorrow.",
                "feels": "relieved",
                "firm": 3,
                "rep": 5,
            },
            "leaves": {
                "kind": "bad",
                "headline": "Ana leaves",
                "says": "Forget it.",
                "summary": "She had enough.",
                "feels": "angry",
                "firm": 1,
                "rep": 1,
            },
        },
        "after": {
            "promises": [{"id": "tomorrow", "says": "Courier tomorrow", "like": "tomorrow"}],
            "causes": ["silence"],
            "follow_up": {"best": "Text her the time", "wrong": "Offer a voucher"},
        },
    }
)


def rated(courtesy: int = 60, patience: int = 60, helpfulness: int = 60) -> Assessment:
    """Give an assessment with these scores and nothing else."""
    return Assessment(rating=Rating(courtesy=courtesy, patience=patience, helpfulness=helpfulness))


def insulting(matched: str | None = None, similarity: float = 0.8) -> Assessment:
    """Give the assessment of an insult that comes near one of the author's replies."""
    rating = Rating(courtesy=5, patience=5, helpfulness=5, flags=(Flag.INSULT,))
    return Assessment(rating=rating, matched=matched, similarity=similarity)


def promising(reply: str, quote: str) -> Assessment:
    """Give the assessment of a reply that makes a promise in these words."""
    start = reply.index(quote)
    evidence = Evidence(
        skill=Skill.HELPFULNESS,
        effect="+",
        cue="timed-promise",
        start=start,
        end=start + len(quote),
        span=quote,
        points=10,
    )
    rating = Rating(courtesy=70, patience=70, helpfulness=80, evidence=(evidence,))
    return Assessment(rating=rating, promised=("tomorrow",))


def begun(seed: int = 1, mode: str = "coach") -> Session:
    """Begin the small contact."""
    began = Began.model_validate({"scenario_id": "late-parcel", "seed": seed, "mode": mode})
    return Session.begin(SMALL, began)


def chosen(session: Session, reply_id: str, assessment: Assessment | None = None) -> Session:
    """Choose one of the author's replies."""
    text = next(reply.says for reply in session.offered if reply.id == reply_id)
    return session.after_reply(text, assessment or rated(), reply_id)
