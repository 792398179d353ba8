"""What simulated players type, in English: a handful of lines for each way of being wrong.

The lines fit any contact, because they say nothing about it. Lines that fit one are its author's:
the model answer, the bad answer, and the wordings of needs and of questions.
"""

WARM_WITHOUT_A_STEP = (
    "I'm so sorry to hear that, that must be really upsetting for you. Thank you for telling me.",
    "I completely see how you feel, I'd feel the same in your place. You've been so kind about it.",
)
"""Polite but useless: kind words, and nothing done."""

COLD_WITH_A_STEP = (
    "I'm putting it through now. You'll have it in writing within the hour.",
    "Give me the details and I'll have it sorted today.",
)
"""Cold but useful: something done, and not a kind word."""

HURRIED = (
    "Quickly please, what do you need? I've got other people waiting.",
    "As I said. Is that everything?",
)
"""Impatient: curt and hurried."""

RUDE = (
    "That's not my problem. You should have read the terms.",
    "Calm down, there's no need to be so difficult about it.",
)
"""The worst: blame, and a door closed."""

BESIDE_THE_POINT = (
    "Okay.",
    "Could you tell me a little more about it?",
)
"""What anybody may type now and then."""

KIND_WORD = "I'm sorry about this, {name}, and thank you for bearing with me. "
"""What stands before a bare question or statement of the author's, so that it is not curt."""
