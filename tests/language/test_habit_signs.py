import pytest

from simulator.core.progress.habits import Sign
from simulator.language.habit_signs import HabitSigns

SIGNS = HabitSigns()


def found(text, sign):
    return [text[each.start : each.end] for each in SIGNS(text) if each.sign is sign]


@pytest.mark.parametrize(
    ("sign", "text"),
    [
        (Sign.GOODWILL, "Here's a £10 voucher for your trouble."),
        (Sign.GOODWILL, "Can I offer you 10% off your next order?"),
        (Sign.GOODWILL, "As a gesture of goodwill, I'll add something."),
        (Sign.UNDERSTAND_BUT, "I understand, but the next slot is Thursday."),
        (Sign.UNDERSTAND_BUT, "I do understand how you feel, but no."),
        (Sign.UNDERSTAND_BUT, "I’m sorry, but that is how it is."),
        (Sign.AS_I_SAID, "As I said, it's 2%."),
        (Sign.AS_I_SAID, "Like I’ve already explained, it clears on Monday."),
        (Sign.APOLOGY, "I do apologise for the wait."),
        (Sign.APOLOGY, "Sorry about the cold house."),
        (Sign.SMALL_TALK, "You're welcome."),
        (Sign.SMALL_TALK, "Hello, you're through to Leila at Brightline."),
        (Sign.SMALL_TALK, "Have a lovely afternoon."),
    ],
)
def test_words_a_habit_is_made_of_are_found(sign, text):
    assert found(text, sign)


@pytest.mark.parametrize(
    ("sign", "text"),
    [
        (Sign.GOODWILL, "There is no voucher for that."),
        (Sign.GOODWILL, "Your voucher is valid until May."),
        (Sign.UNDERSTAND_BUT, "I understand. It has been two mornings."),
        (Sign.AS_I_SAID, "As I promised, he rang at nine."),
        (Sign.AS_I_SAID, "I said it would be tomorrow, and it is."),
        (Sign.APOLOGY, "There is no need to be sorry."),
        (Sign.SMALL_TALK, "Of course, I do apologise for any inconvenience."),
        (Sign.SMALL_TALK, "Thank you for your patience."),
        (Sign.SMALL_TALK, "Hello, I will look into that for you right away."),
    ],
)
def test_like_words_that_are_no_sign_are_left_alone(sign, text):
    assert not found(text, sign)


def test_each_apology_counts_once():
    text = "I'm so sorry, Mrs Rao. Sorry about that. Apologies again."

    assert len(found(text, Sign.APOLOGY)) == 3


def test_signs_come_left_to_right():
    signs = SIGNS("I'm sorry. As I said, here is a voucher. I understand, but that is all.")

    assert [each.start for each in signs] == sorted(each.start for each in signs)
    assert len(signs) == 4
