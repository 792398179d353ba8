"""What a scenario needs and other stories lack: texts that say what the author has to write."""

from typing import Any

GO_ON = "Go on."
"""The reply of a step in which the story offers no choice."""

SAYS = "To do: write what the customer says here."
SAYS_IN_CASE = "To do: write what the customer says in this case, or take the case away."
REPLY = "To do: write this reply; the story shows no words for it."
HINT = "To do: write a hint for the trainee."
BETTER = "To do: write a model answer to this."
UNFORESEEN = "To do: write what the customer says to a reply that you did not foresee."
LAST_WORDS = "To do: write the customer's last words."

CHOSEN = (
    "Chosen for you, so look at them: track, channel, level, minutes, skills, trains, pronoun, "
    "the feelings, causes, and the kind and stars of each ending."
)


def customer(persona: str) -> dict[str, Any]:
    """Give the person, still to be written."""
    return {
        "name": "To do: name the customer",
        "persona": persona,
        "address_as": "To do: how they like to be addressed",
        "pronoun": "they",
        "feels": {"is": "calm", "because": ["To do: write why the customer feels as they do."]},
    }


def briefing() -> dict[str, Any]:
    """Give the briefing, still to be written."""
    return {
        "role": "To do: write who the trainee is, as in “You answer the phone for a bank.”",
        "goal": "To do: write what the contact should achieve.",
        "good_call": {
            "courtesy": "To do: write what courtesy looks like here.",
            "patience": "To do: write what patience looks like here.",
            "helpfulness": "To do: write what help looks like here.",
        },
        "facts": [{"id": "to-do", "says": "To do: write what is true here, one fact an entry."}],
    }


def after() -> dict[str, Any]:
    """Give what is left to do after the contact, still to be written."""
    return {
        "causes": ["information"],
        "follow_up": {
            "best": "To do: write the best thing to do afterwards.",
            "wrong": ["To do: write something that would do harm."],
        },
    }


def need() -> dict[str, Any]:
    """Give the check of a good reply, still to be written."""
    return {
        "id": "to-do",
        "about": "courtesy",
        "like": ["To do: write ways to say what a good reply says here."],
        "missing": "To do: write what the trainee is told when it is missing.",
    }


def ending(title: str, says: str) -> dict[str, Any]:
    """Give an ending with its last words; how good it is, the author must say."""
    return {
        "kind": "medium",
        "headline": f"To do: write the first line of the scorecard for “{title}”.",
        "says": says,
        "summary": "To do: say in two sentences what happened.",
        "feels": "calm",
        "firm": 3,
        "rep": 3,
    }


def gives_up() -> dict[str, Any]:
    """Give the ending of a customer who will bear with us no longer."""
    return {
        "kind": "bad",
        "headline": "To do: write the first line of the scorecard for a customer who gives up.",
        "says": "To do: write what the customer says when they give up.",
        "summary": "To do: say in two sentences why the customer gave up.",
        "feels": "disappointed",
        "firm": 2,
        "rep": 2,
    }
