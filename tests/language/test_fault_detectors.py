"""The named fault detectors: five replies each that must be caught, and five near misses."""

import pytest

from simulator.core.scoring.context import ReplyContext

CONTEXT = ReplyContext(customer_message="My parcel is late again.", customer_emotion="annoyed")

DETECTORS = {
    "rude": {
        "cues": {"insult", "sarcasm", "negated-courtesy", "condescension"},
        "caught": [
            "Are you always this slow?",
            "You idiot, it is on the page.",
            "Shut up and wait.",
            "Not my problem.",
            "Clearly you cannot read.",
        ],
        "near": [
            "It is not a stupid question at all.",
            "You must feel let down; that would annoy anybody.",
            "It is clearly our problem, and I am on it.",
            "No problem, I will look for it now.",
            "I'm sorry that the machine was so slow.",
        ],
    },
    "short": {
        "cues": {"terse", "cold"},
        "caught": ["Wait.", "It left.", "Not yet.", "Sent Monday.", "Check again."],
        "near": [
            "I'm sorry it is late again; I am ringing the driver now and will tell you by three.",
            "Thank you for telling me. The driver comes today.",
            "Please give me a minute while I look for you.",
            "That is the second delay, no wonder you are annoyed. I'll find it for you.",
            "Would you like me to call you once I have found it?",
        ],
    },
    "nasty": {
        "cues": {"sarcasm", "insult", "accusation", "threat"},
        "caught": [
            "Oh, how terrible for you.",
            "Of course, Your Majesty.",
            "Thank you so much for shouting at me.",
            "You're lying, it was delivered.",
            "One more word and I hang up.",
        ],
        "near": [
            "Oh, how annoying that it is late again.",
            "Of course, I will look at once.",
            "Thank you so much for telling me.",
            "It is lying at the depot, the driver says.",
            "I'm not hanging up until we find it.",
        ],
    },
    "unhelpful": {
        "cues": {"pushes-back", "hoops", "bare-no", "vague-promise"},
        "caught": [
            "Check our website.",
            "You'll have to ring the carrier.",
            "Someone will be in touch.",
            "Please submit a ticket on the portal.",
            "There is nothing I can do.",
        ],
        "near": [
            "I checked our website for you: it is in Leeds.",
            "You don't have to ring the carrier, I am doing it.",
            "I will be in touch by three today.",
            "I'll submit the ticket for you.",
            "There is something I can do: send it again today.",
        ],
    },
    "impatient": {
        "cues": {"rush", "as-i-said", "calm-down"},
        "caught": [
            "Please hurry up.",
            "As I said, it is late.",
            "Calm down.",
            "I've other customers waiting.",
            "What's your actual question?",
        ],
        "near": [
            "There is no hurry at all.",
            "As we promised, I am calling you back.",
            "Take a moment; I can wait.",
            "There's no queue behind you, take your time.",
            "What's the best time to ring you?",
        ],
    },
    "canned": {
        "cues": {"canned"},
        "caught": [
            "Your call is important to us.",
            "We apologise for any inconvenience caused.",
            "Thank you for contacting us, valued customer.",
            "I completely understand your frustration.",
            "Rest assured, we take this seriously.",
        ],
        "near": [
            "Ringing you back matters to me, so I wrote it down.",
            "I'm sorry the parcel kept you in two mornings.",
            "Thank you for sending the photo of the door.",
            "I understand why a third delay is too much.",
            "I can tell you for sure: it left Leeds at nine.",
        ],
    },
    "bare no": {
        "cues": {"bare-no"},
        "caught": [
            "No.",
            "I can't help you.",
            "No refunds.",
            "That's not possible.",
            "My hands are tied.",
        ],
        "near": [
            "No, but I can send it again today.",
            "No problem, I am sending it again.",
            "No wonder you are annoyed.",
            "I can't help but agree: two delays are too many.",
            "No need to ring again, I will.",
        ],
    },
    "dead-end don't know": {
        "cues": {"dont-know"},
        "caught": [
            "I don't know.",
            "No idea.",
            "Not sure, ask them.",
            "Not a clue, sorry.",
            "I couldn't say.",
        ],
        "near": [
            "I don't know yet. I'll find out by four and ring you.",
            "I don't know, but I'll ask the driver now.",
            "I know how much you need it.",
            "You could not know that, the page was wrong.",
            "I want to be sure, so I am asking the driver.",
        ],
    },
    "sincerity": {
        "cues": {"non-apology"},
        "caught": [
            "I'm sorry if you feel let down.",
            "I'm sorry you feel that way.",
            "We are sorry if you were upset.",
            "Sorry you feel this way.",
            "I apologise if you took it badly.",
        ],
        "near": [
            "I'm sorry we let you down.",
            "I'm sorry it is late again.",
            "Sorry about the second delay.",
            "I apologise for the silence.",
            "I'm sorry you waited in for nothing.",
        ],
    },
}


def _cases(kind):
    return [(name, reply) for name, known in DETECTORS.items() for reply in known[kind]]


def _cues(model, reply):
    return {reason.cue for reason in model.rate(reply, CONTEXT).evidence if reason.effect == "-"}


@pytest.mark.parametrize(("detector", "reply"), _cases("caught"))
def test_a_fault_is_caught(model, detector, reply):
    assert _cues(model, reply) & DETECTORS[detector]["cues"]


@pytest.mark.parametrize(("detector", "reply"), _cases("near"))
def test_a_near_miss_is_let_pass(model, detector, reply):
    assert not _cues(model, reply) & DETECTORS[detector]["cues"]
