import itertools

import pytest

from simulator.ui.theme import Scheme, theme
from simulator.ui.widgets.face import Face, feeling_glyph, feeling_ids, person_ids
from simulator.ui.widgets.face_data import face_numbers, mood_step, person, shapes


def picture(face):
    return face.grab().toImage()


def test_there_are_twelve_feelings_and_twelve_people():
    assert (len(feeling_ids()), len(person_ids())) == (12, 12)


@pytest.mark.parametrize("who", person_ids())
def test_every_feeling_looks_different_on_everybody(qtbot, still, who):
    face = Face(who)
    qtbot.addWidget(face)

    pictures = []
    for feeling in feeling_ids():
        face.show_feeling(feeling)
        pictures.append(picture(face))

    assert all(one != other for one, other in itertools.combinations(pictures, 2))


def test_line_faces_differ_between_feelings():
    pictures = [feeling_glyph(feeling, 24).toImage() for feeling in feeling_ids()]

    assert all(one != other for one, other in itertools.combinations(pictures, 2))


def test_a_face_moves_to_the_new_feeling(qtbot):
    face = Face("amara", "frustrated")
    qtbot.addWidget(face)
    face.show()
    expected = Face("amara", "relieved")
    qtbot.addWidget(expected)

    face.show_feeling("relieved")

    assert picture(face) != picture(expected)
    qtbot.waitUntil(lambda: picture(face) == picture(expected))


def test_with_less_motion_a_face_changes_at_once(qtbot, still):
    face = Face("amara", "frustrated")
    qtbot.addWidget(face)
    face.show()
    expected = Face("amara", "relieved")
    qtbot.addWidget(expected)

    face.show_feeling("relieved")

    assert picture(face) == picture(expected)


def test_the_numbers_move_in_a_straight_line():
    start, end = face_numbers("frustrated"), face_numbers("relieved")

    middle = start.towards(end, 0.5)

    assert middle.brow_angle == pytest.approx((start.brow_angle + end.brow_angle) / 2)
    assert start.towards(end, 1.0) == end


def test_before_the_read_only_what_is_seen_is_spoken(qtbot):
    face = Face("amara", "frustrated")
    qtbot.addWidget(face)

    assert face.accessibleName() == "Amara Okafor, brows drawn together, mouth down"


def test_after_the_read_the_feeling_is_spoken(qtbot):
    face = Face("amara", "frustrated")
    qtbot.addWidget(face)

    face.set_knows_feeling(True)

    assert face.accessibleName().startswith("Amara Okafor, frustrated")


def test_discs_step_back_in_the_dark(qtbot, still):
    face = Face("amara")
    qtbot.addWidget(face)
    light = picture(face).pixelColor(84, 10)

    theme().set_up(scheme=Scheme.DARK)

    assert picture(face).pixelColor(84, 10).lightness() < light.lightness()


def test_the_words_of_a_scenario_make_a_person():
    made = person({"hair": "grey bun", "skin": 6, "age": "older", "top": "plum"})

    known = shapes()["author"]
    assert made.style == "bun"
    assert made.hair == known["hair_colour"]["grey"]
    assert made.skin == known["skin"][5]
    assert made.age == 3


def test_a_scenario_may_ask_for_a_drawn_person():
    assert person({"like": "mei"}) == person("mei")


def test_unknown_words_for_looks_give_the_usual_look():
    made = person({"hair": "something nobody drew", "skin": 3, "top": "mauve"})

    assert made.style == "short"


@pytest.mark.parametrize("style", sorted(shapes()["styles"]))
@pytest.mark.parametrize("beard", ["", *sorted(shapes()["beards"])])
def test_every_style_and_beard_can_be_drawn(qtbot, style, beard):
    face = Face({"hair": style, "beard": beard, "glasses": True, "earring": True, "aid": True})
    qtbot.addWidget(face)

    assert not picture(face).isNull()


def test_let_down_is_another_word_for_disappointed():
    assert mood_step("let_down") == mood_step("disappointed") == 2


def test_an_unknown_feeling_is_refused():
    with pytest.raises(KeyError):
        face_numbers("peckish")
