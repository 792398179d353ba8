import pytest
from PySide6.QtCore import Qt

from simulator.core.scenario.words import Feeling
from simulator.ui.pages.briefing_page import BriefingPage
from simulator.ui.pages.set_up import SetUp
from simulator.ui.theme import theme
from simulator.ui.widgets.choices import Chip
from tests.ui.pages.looking import misplaced, seen_words_on, words_on
from tests.ui.pages.sample_plays import SECRETS, scenario


@pytest.fixture
def page(qtbot):
    page = BriefingPage()
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show_scenario(scenario())
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    return page


def chip(page, text):
    return next(chip for chip in page.findChildren(Chip) if chip.text() == text)


def test_enter_starts_at_once_with_the_usual_set_up(qtbot, page):
    qtbot.waitUntil(page.start.hasFocus)

    with qtbot.waitSignal(page.start_wanted) as started:
        qtbot.keyClick(page.start, Qt.Key.Key_Return)

    assert started.args == [
        SetUp(mode="coach", answer_by="type", reads_aloud=True, speaks_up=True, card_read=False)
    ]


def test_the_set_up_chosen_is_the_set_up_wanted(qtbot, page):
    page.set_up.findChildren(type(page.set_up._modes["exam"]))[1].click()
    page.set_up._answer_by._by_key("choose").click()
    page.set_up._aloud.click()

    with qtbot.waitSignal(page.start_wanted) as started:
        page.start.click()

    assert started.args == [
        SetUp(mode="exam", answer_by="choose", reads_aloud=False, card_read=False)
    ]


def test_a_first_read_of_several_feelings_goes_along(qtbot, page):
    qtbot.mouseClick(chip(page, "Worried"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(chip(page, "Frustrated"), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(page.first_read.because, "two mornings are gone")

    with qtbot.waitSignal(page.start_wanted) as started:
        page.start.click()

    assert started.args[0].predicted == (Feeling.WORRIED, Feeling.FRUSTRATED)
    assert started.args[0].predicted_because == "two mornings are gone"


def test_nothing_the_trainee_is_to_find_out_is_shown(page):
    words = words_on(page)

    assert [name for name, secret in SECRETS.items() if secret in words] == []
    assert "Never show this to a trainee" not in words


def test_what_is_known_is_shown(page):
    words = seen_words_on(page)

    assert "Credit £30 for each missed visit" in words
    assert "Don’t blame the engineer" in words
    assert "Stays steady when she tells you again what she told the last rep." in words
    assert "About 8 minutes, 5 to 7 turns. Pause whenever you need to." in words


@pytest.mark.parametrize(
    ("channel", "words"),
    [
        ("phone", "Pick up the phone"),
        ("chat", "Open the chat"),
        ("email", "Open the email"),
        ("social", "Open the post"),
        ("counter", "Go to the counter"),
    ],
)
def test_the_start_button_says_how_the_contact_begins(page, channel, words):
    page.show_scenario(scenario(channel=channel))

    assert page.start.text() == words


def test_the_words_follow_the_pronoun(qtbot, page):
    customer = scenario().customer.model_copy(update={"pronoun": "they"})

    page.show_scenario(scenario().model_copy(update={"customer": customer}))

    qtbot.waitUntil(lambda: "Before they say a word" in seen_words_on(page))
    assert "Read their lines aloud" in seen_words_on(page)


def test_another_scenario_forgets_the_first_read(qtbot, page):
    qtbot.mouseClick(chip(page, "Worried"), Qt.MouseButton.LeftButton)

    page.show_scenario(scenario(title="Another day"))
    with qtbot.waitSignal(page.start_wanted) as started:
        page.start.click()

    assert started.args[0].predicted == ()


def test_escape_goes_back(qtbot, page):
    with qtbot.waitSignal(page.back_wanted):
        qtbot.keyClick(page.start, Qt.Key.Key_Escape)


def test_enter_on_the_back_button_goes_back(qtbot, page):
    page.bar.back.setFocus()

    with qtbot.assertNotEmitted(page.start_wanted), qtbot.waitSignal(page.back_wanted):
        qtbot.keyClick(page.bar.back, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("width", "height", "scale"),
    [(1280, 800, 1.0), (1024, 700, 1.0), (800, 600, 1.0), (1280, 800, 1.5), (1280, 800, 2.0)],
)
def test_nothing_sticks_out_at_any_size(qtbot, page, width, height, scale):
    theme().set_up(text_scale=scale, less_motion=True)

    page.resize(width, height)

    def everything_has_its_place():
        assert page.width() == width
        assert misplaced(page) == []

    qtbot.waitUntil(everything_has_its_place)
