import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from simulator.core.scoring.rubric import Skill
from simulator.ui.pages.review_page import ReviewPage
from simulator.ui.theme import theme
from tests.ui.pages.sample_cards import (
    emoji_card,
    finished_card,
    review,
    silent_card,
    stored,
)
from tests.ui.pages.shown_page import shown_page

QUEUE = ("a1", "a2", "a3")


@pytest.fixture
def page(qapp, still):
    page = ReviewPage()
    page.show_attempt(stored("a2"), QUEUE)
    with shown_page(page):
        yield page


def click(widget):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def words_of(widget) -> str:
    labels = widget.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(widget))


def type_over(field, text):
    field.selectAll()
    QTest.keyClicks(field, text)


def change_patience(page, reason="She had room to speak."):
    field = page.form.field(Skill.PATIENCE)
    type_over(field.stepper.number, "70")
    QTest.keyClicks(field.reason, reason)
    return field


def test_the_bar_says_whose_attempt_it_is_and_which_of_how_many(page):
    words = words_of(page.bar)

    assert "Jonas Petit" in words
    assert "2 of 3" in words


def test_agreeing_sends_no_override(page, qtbot):
    with qtbot.waitSignal(page.review_given) as given:
        click(page.form.sign)

    assert given.args == ["", ()]


def test_a_changed_score_is_sent_with_its_reason(page, qtbot):
    change_patience(page)
    QTest.keyClicks(page.form.comment, "Well held.")

    with qtbot.waitSignal(page.review_given) as given:
        click(page.form.sign)

    comment, (override,) = given.args
    assert comment == "Well held."
    assert (override.skill, override.score, override.machine) == (Skill.PATIENCE, 70, 64)
    assert override.reason == "She had room to speak."


def test_a_change_of_one_point_without_a_reason_is_refused_at_its_field(page, qtbot):
    field = page.form.field(Skill.COURTESY)
    click(field.stepper.plus)

    with qtbot.assertNotEmitted(page.review_given):
        click(page.form.sign)

    assert "why the score should change" in field.error
    assert field.reason.hasFocus()


def test_all_missing_reasons_are_told_at_once(page):
    click(page.form.field(Skill.COURTESY).stepper.plus)
    click(page.form.field(Skill.HELPFULNESS).stepper.minus)

    click(page.form.sign)

    assert page.form.field(Skill.COURTESY).error
    assert page.form.field(Skill.HELPFULNESS).error


def test_the_error_goes_when_the_reason_is_typed(page):
    field = page.form.field(Skill.COURTESY)
    click(field.stepper.plus)
    click(page.form.sign)

    QTest.keyClicks(field.reason, "x")

    assert not field.error


def test_stepping_back_to_the_apps_score_agrees_again(page):
    field = page.form.field(Skill.COURTESY)
    click(field.stepper.plus)

    click(field.stepper.minus)

    assert "You agree with the app." in words_of(field)
    assert not field.reason.isVisible()


def test_a_score_stays_within_its_scale(page):
    number = page.form.field(Skill.COURTESY).stepper.number
    type_over(number, "99")

    QTest.keyClick(number, Qt.Key.Key_Up)
    QTest.keyClick(number, Qt.Key.Key_Up)

    assert page.form.field(Skill.COURTESY).score == 100


def test_an_emptied_score_comes_back(page):
    field = page.form.field(Skill.COURTESY)
    field.stepper.number.setFocus()
    field.stepper.number.selectAll()

    QTest.keyClick(field.stepper.number, Qt.Key.Key_Delete)
    page.form.comment.setFocus()

    assert field.stepper.number.text() == str(field.score)


def test_a_skill_not_rated_may_stay_so(page, qtbot):
    page.show_attempt(stored("a3", card=finished_card(patience=None)), QUEUE)

    with qtbot.waitSignal(page.review_given) as given:
        click(page.form.sign)

    assert page.form.field(Skill.PATIENCE).stepper.number.text() == ""
    assert given.args == ["", ()]


def test_a_skill_not_rated_can_be_rated_by_the_trainer(page, qtbot):
    page.show_attempt(stored("a3", card=finished_card(patience=None)), QUEUE)
    field = page.form.field(Skill.PATIENCE)
    click(field.stepper.plus)
    QTest.keyClicks(field.reason, "She waited well.")

    with qtbot.waitSignal(page.review_given) as given:
        click(page.form.sign)

    (override,) = given.args[1]
    assert (override.machine, override.score) == (None, 50)


def test_a_review_given_before_is_in_the_fields(page):
    page.show_attempt(stored("a2", given=review()), QUEUE)

    field = page.form.field(Skill.PATIENCE)
    assert field.score == 70
    assert field.reason.text() == "She had room to speak."
    assert page.form.comment.toPlainText() == "Try naming the two mornings first."


def test_signing_the_saved_attempt_goes_on_to_the_next(page, qtbot):
    click(page.form.sign)

    with qtbot.waitSignal(page.neighbour_wanted) as wanted:
        page.show_attempt(stored("a2", given=review("")), QUEUE)

    assert wanted.args == ["a3"]


def test_the_last_attempt_is_signed_without_a_next(page, qtbot):
    page.show_attempt(stored("a3"), QUEUE)
    click(page.form.sign)

    with qtbot.assertNotEmitted(page.neighbour_wanted):
        page.show_attempt(stored("a3", given=review("")), QUEUE)

    assert page.form.sign.text() == "Sign off"


def test_what_was_typed_survives_a_failed_save(page, qtbot):
    change_patience(page)
    click(page.form.sign)

    with qtbot.assertNotEmitted(page.neighbour_wanted):
        page.show_problem("The review could not be saved.")

    assert "The review could not be saved." in words_of(page.form)
    assert page.form.field(Skill.PATIENCE).reason.text() == "She had room to speak."


def test_what_was_typed_is_there_again_after_a_look_at_another(page):
    change_patience(page)

    page.show_attempt(stored("a3"), QUEUE)
    elsewhere = page.form.field(Skill.PATIENCE).score
    page.show_attempt(stored("a2"), QUEUE)

    assert elsewhere == 64
    assert page.form.field(Skill.PATIENCE).score == 70


@pytest.mark.parametrize(("key", "neighbour"), [(Qt.Key.Key_Left, "a1"), (Qt.Key.Key_Right, "a3")])
def test_alt_with_an_arrow_goes_to_the_neighbours_also_while_writing(page, qtbot, key, neighbour):
    page.form.comment.setFocus()

    with qtbot.waitSignal(page.neighbour_wanted) as wanted:
        QTest.keyClick(page.form.comment, key, Qt.KeyboardModifier.AltModifier)

    assert wanted.args == [neighbour]


def test_there_is_no_way_before_the_first(page, qtbot):
    page.show_attempt(stored("a1"), QUEUE)

    with qtbot.assertNotEmitted(page.neighbour_wanted):
        QTest.keyClick(page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)

    assert not page.previous.isEnabled()


def test_choosing_a_mark_opens_the_notes_of_its_reply(page):
    turn = page.transcript.turns[1]
    place = turn.bubble.words.boxes_of(1)[0].center().toPoint()

    QTest.mouseClick(turn.bubble.words, Qt.MouseButton.LeftButton, pos=place)

    words = words_of(turn.notes)
    assert "Courtesy: −14 “I understand, but”." in words
    assert page.transcript.turns[0].notes is None


def test_the_notes_open_from_the_keyboard(page):
    turn = page.transcript.turns[2]

    QTest.keyClick(turn.toggle, Qt.Key.Key_Space)

    assert "+15" in words_of(turn.notes)


def test_the_after_contact_record_names_the_trainee(page):
    page.show_part("after")

    words = words_of(page)
    assert "Router by six, dispatch is asking for a crew." in words
    assert "Jonas noted: Nobody got in touch" in words


def test_the_signature_names_the_trainer(page):
    page.set_trainer("Tom Brennan")

    sentence = "Signed as Tom Brennan. Jonas sees the app’s score, yours, and your reasons."
    assert sentence in words_of(page.form)


def test_a_contact_without_replies_can_be_reviewed(page, qtbot):
    page.show_attempt(stored("a2", card=silent_card()), QUEUE)

    with qtbot.waitSignal(page.review_given):
        click(page.form.sign)


def test_emoji_shift_no_mark_in_the_transcript(page):
    page.show_attempt(stored("a2", card=emoji_card()), QUEUE)

    described = page.transcript.turns[0].bubble.words.accessibleDescription()
    assert "slip: I understand, but" in described


def test_a_name_with_markup_is_shown_as_written(page):
    page.show_attempt(stored("a2", name="<b>Ana</b> & co"), QUEUE)

    assert "<b>Ana</b> & co" in words_of(page.bar)


def test_the_form_comes_below_the_contact_at_large_text(page, qtbot):
    theme().set_up(text_scale=2.0)

    qtbot.waitUntil(lambda: page.form.mapTo(page, QPoint()).y() > page.height() // 2)
    assert page.width() == 1280


def test_back_leads_to_the_team(page, qtbot):
    with qtbot.waitSignal(page.back_wanted):
        click(page.bar.back)
