import pytest
from PySide6.QtCore import Qt

from simulator.ui.theme import theme
from simulator.ui.widgets.bubble import CustomerBubble, WaitingBubble
from simulator.ui.widgets.chart import SparkLine, TrendChart
from simulator.ui.widgets.dial import SKILLS, Dial, SkillBar, SkillScores
from simulator.ui.widgets.meters import BearsWithUsMeter, MoodMeter
from simulator.ui.widgets.people_row import PeopleRow
from simulator.ui.widgets.steps import StepSpine, TopBar
from simulator.ui.widgets.timeline import FeelingTimeline, TimelineTurn

TURNS = [
    TimelineTurn("Start", "frustrated", "", 5),
    TimelineTurn("Turn 1", "sceptical", "right", 5),
    TimelineTurn("Turn 2", "frustrated", "near", 4),
]


def test_a_dial_says_its_score_and_the_one_before(qtbot):
    dial = Dial("courtesy", 78, 74)
    qtbot.addWidget(dial)

    assert dial.accessibleName() == "Courtesy 78 of 100, was 74"


def test_a_dial_without_a_score_says_so(qtbot):
    dial = Dial("helpfulness")
    qtbot.addWidget(dial)

    assert dial.accessibleName() == "Helpfulness: no score yet"


@pytest.mark.parametrize("skill", SKILLS)
def test_a_higher_score_fills_more_of_the_dial(qtbot, still, skill):
    dial = Dial(skill, 20)
    qtbot.addWidget(dial)

    def filled():
        image = dial.grab().toImage()
        wanted = theme().colour(skill)
        return sum(
            image.pixelColor(x, y) == wanted
            for x in range(image.width())
            for y in range(image.height())
        )

    low = filled()
    dial.show_value(80)

    assert filled() > 2 * low


def test_a_dial_sweeps_to_its_value(qtbot):
    dial = Dial("courtesy")
    qtbot.addWidget(dial)
    dial.show()
    final = Dial("courtesy", 90)
    qtbot.addWidget(final)

    dial.show_value(90)

    qtbot.waitUntil(lambda: dial.grab().toImage() == final.grab().toImage())


def test_bars_and_lines_of_scores_are_spoken(qtbot):
    bar, scores = SkillBar("patience", 38), SkillScores((82, None, 77))
    qtbot.addWidget(bar)
    qtbot.addWidget(scores)

    assert bar.accessibleName() == "Patience 38 of 100"
    assert scores.accessibleName() == (
        "Courtesy 82 of 100, Patience: no score yet, Helpfulness 77 of 100"
    )


def test_the_mood_is_spoken_with_its_place(qtbot):
    meter = MoodMeter()
    qtbot.addWidget(meter)

    meter.show_mood(2, 3)

    assert meter.accessibleName() == "Her mood: upset, was wary; second of five"


def test_a_veiled_mood_gives_nothing_away(qtbot, still):
    meter = MoodMeter()
    qtbot.addWidget(meter)
    meter.show_mood(2, 3)

    meter.veil("seen after the call")

    assert meter.accessibleName() == "Her mood: seen after the call"


@pytest.mark.parametrize(
    ("left", "before", "sentence"),
    [
        (4, 5, "4 of 8 left, one fewer than a turn ago"),
        (4, None, "4 of 8 left"),
        (6, 4, "6 of 8 left, 2 more than a turn ago"),
    ],
)
def test_how_long_she_bears_with_us_is_said_in_words(qtbot, left, before, sentence):
    meter = BearsWithUsMeter()
    qtbot.addWidget(meter)

    meter.show_left(left, before=before)

    assert meter.sentence == sentence


def test_the_customers_meter_is_never_called_patience(qtbot):
    meter = BearsWithUsMeter()
    qtbot.addWidget(meter)

    assert "patience" not in meter.accessibleName().lower()


def test_arrows_move_the_selected_turn(qtbot):
    timeline = FeelingTimeline()
    qtbot.addWidget(timeline)
    timeline.show_turns(TURNS, selected=1)

    with qtbot.waitSignal(timeline.turn_chosen) as chosen:
        qtbot.keyClick(timeline, Qt.Key.Key_Right)

    assert chosen.args == [2]
    assert "Turn 2: upset" in timeline.accessibleDescription()


def test_clicking_a_column_selects_its_turn(qtbot):
    timeline = FeelingTimeline()
    qtbot.addWidget(timeline)
    timeline.resize(600, timeline.sizeHint().height())
    timeline.show_turns(TURNS, selected=2)

    with qtbot.waitSignal(timeline.turn_chosen) as chosen:
        place = timeline._column(0).center().toPoint()
        qtbot.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=place)

    assert chosen.args == [0]


def test_selecting_from_code_is_not_told(qtbot):
    timeline = FeelingTimeline()
    qtbot.addWidget(timeline)
    timeline.show_turns(TURNS)

    with qtbot.assertNotEmitted(timeline.turn_chosen):
        timeline.select(2)


def test_the_timeline_can_be_read_as_a_table(qtbot):
    timeline = FeelingTimeline()
    qtbot.addWidget(timeline)
    timeline.show_turns(TURNS)

    assert timeline.table()[3] == ["Turn 2", "Upset", "Frustrated", "near", "4 of 8"]


def test_a_trend_uses_the_fixed_scale_and_opens_it_for_low_scores(qtbot):
    chart = TrendChart()
    qtbot.addWidget(chart)
    chart.show_series({"courtesy": [60, 70, 80]}, ["a", "b", "c"])
    usual = chart.floor

    chart.show_series({"courtesy": [60, 12, 80]}, ["a", "b", "c"])

    assert (usual, chart.floor) == (40, 0)


def test_two_attempts_make_no_trend(qtbot):
    chart = TrendChart()
    qtbot.addWidget(chart)

    chart.show_series({"courtesy": [60, 70]}, ["a", "b"])

    assert not chart.has_trend


def test_a_trend_can_be_read_as_a_table_and_point_by_point(qtbot):
    chart = TrendChart()
    qtbot.addWidget(chart)
    chart.show_series({"courtesy": [60, 70, 82], "patience": [None, 55, 58]}, ["a", "b", "c"])

    qtbot.keyClick(chart, Qt.Key.Key_Left)

    assert chart.accessibleDescription() == "c: Courtesy 82, Patience 58"
    assert chart.table()[1] == ["a", "60", "–"]
    assert chart.accessibleName() == "Trend of the three skills to c: Courtesy 82, Patience 58"


def test_a_line_with_missing_labels_is_refused(qtbot):
    chart = TrendChart()
    qtbot.addWidget(chart)

    with pytest.raises(ValueError, match="one value a label"):
        chart.show_series({"courtesy": [60]}, ["a", "b"])


def test_the_spine_says_where_the_practice_is(qtbot):
    spine = StepSpine()
    qtbot.addWidget(spine)

    spine.show_step(3)

    assert spine.accessibleName() == "Step 4 of 4: Scorecard"
    assert spine.minimumSizeHint().width() < spine.sizeHint().width()


def test_the_back_button_of_the_bar_leads_away(qtbot):
    bar = TopBar("Leave", "The engineer who never came", "Broadband", step=1)
    qtbot.addWidget(bar)

    with qtbot.waitSignal(bar.back_clicked):
        bar.back.click()


def test_a_line_can_be_heard_again(qtbot):
    bubble = CustomerBubble("Well?", "amara", "Amara", 2)
    qtbot.addWidget(bubble)

    with qtbot.waitSignal(bubble.play_again):
        bubble.findChild(type(TopBar("x").back)).click()


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_everything_can_be_drawn_large_and_mirrored(qtbot, still, scale, direction):
    theme().set_up(text_scale=scale)
    timeline, chart = FeelingTimeline(), TrendChart()
    timeline.show_turns(TURNS)
    chart.show_series({skill: [60, 70, 80] for skill in SKILLS}, ["a", "b", "c"])
    widgets = [
        timeline,
        chart,
        MoodMeter(),
        BearsWithUsMeter(),
        SkillBar("helpful", 41),
        SkillScores((1, 2, 3)),
        PeopleRow(7),
        SparkLine("patience", [60, 62, 61, 66]),
        WaitingBubble("Amara is answering"),
        TopBar("Leave", "Title", "Subtitle", step=2),
    ]

    for widget in widgets:
        qtbot.addWidget(widget)
        widget.setLayoutDirection(direction)
        widget.resize(widget.sizeHint())
        assert not widget.grab().isNull()
        assert widget.sizeHint().height() >= widget.minimumSizeHint().height()
