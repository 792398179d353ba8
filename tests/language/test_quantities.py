import pytest

from simulator.language.quantities import agrees, quantities
from simulator.language.text import Text


def read(text):
    return [(it.kind, it.value) for it in quantities(Text(text))]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("47 dollars", "money", 47),
        ("£1,840.50", "money", 1840.5),
        ("EUR 320", "money", 320),
        ("2%", "percent", 2),
        ("10:15", "clock", 615),
        ("3 pm", "clock", 180),
        ("15:00", "clock", 180),
        ("half past twelve", "clock", 30),
        ("quarter to four", "clock", 225),
        ("the 15th", "date", 15),
        ("12 March", "date", 12),
        ("on Friday", "weekday", 4),
        ("14 days", "days", 14),
        ("forty-five of them", "number", 45),
        ("room 512", "number", 512),
    ],
)
def test_a_quantity_is_read_with_its_kind(text, kind, value):
    assert read(text) == [(kind, value)]


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("47 dollars", "a charge of 47"),
        ("10.15", "held at 10:15"),
        ("3 pm", "15:00"),
        ("7 pounds more", "he paid 89, it costs 96"),
        ("6 pounds", "2% of 300"),
        ("seven", "until 7"),
    ],
)
def test_a_figure_agrees_with_the_facts(said, known):
    [quantity, *_] = quantities(Text(said))

    assert agrees(quantity, quantities(Text(known)))


@pytest.mark.parametrize(("said", "known"), [("74 dollars", "47"), ("4 pm", "15:00"), ("3%", "2%")])
def test_another_figure_does_not_agree(said, known):
    [quantity, *_] = quantities(Text(said))

    assert not agrees(quantity, quantities(Text(known)))
