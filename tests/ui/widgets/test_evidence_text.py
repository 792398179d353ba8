import pytest
from PySide6.QtCore import QPointF, Qt

from simulator.ui.widgets.bubble import RepBubble
from simulator.ui.widgets.evidence_text import EvidenceSpan, EvidenceText


def shown(qtbot, text, *spans, width=420):
    widget = EvidenceText(text, spans)
    qtbot.addWidget(widget)
    widget.resize(width, widget.heightForWidth(width))
    widget.show()
    return widget


def span_of(text, words, kind, number):
    start = text.index(words)
    return EvidenceSpan(start, start + len(words), kind, number)


def click(qtbot, widget, place):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place.toPoint())


def test_clicking_a_span_tells_its_number(qtbot):
    text = "Good morning, Ms Okafor. You'll need to confirm."
    widget = shown(qtbot, text, span_of(text, "Ms Okafor", "courtesy", 7))

    with qtbot.waitSignal(widget.evidence_chosen) as chosen:
        click(qtbot, widget, widget.boxes_of(7)[0].center())

    assert chosen.args == [7]


def test_emoji_before_a_span_do_not_move_it(qtbot):
    plain, with_emoji = "xxxx Ms Okafor here", "😀👍🏽 Ms Okafor here"
    for text in (plain, with_emoji):
        widget = shown(qtbot, text, span_of(text, "Ms Okafor", "courtesy", 1))
        box = widget.boxes_of(1)[0]
        before = widget.fontMetrics().horizontalAdvance(text[: text.index("Ms")])
        assert box.left() + 2 == pytest.approx(4 + before * 15 / 14, abs=8)


def test_between_spans_nothing_is_chosen(qtbot):
    text = "Ms Okafor and then quite some other words"
    widget = shown(qtbot, text, span_of(text, "Ms Okafor", "courtesy", 1))

    assert widget.span_at(QPointF(widget.boxes_of(1)[0].right() + 30, 10)) is None


def test_a_span_over_two_lines_can_be_clicked_on_both(qtbot):
    text = "May I ring dispatch while you stay on the line, please?"
    widget = shown(qtbot, text, EvidenceSpan(0, len(text), "helpful", 3), width=200)

    boxes = widget.boxes_of(3)

    assert len(boxes) > 1
    assert {widget.span_at(box.center()) for box in boxes} == {3}


def test_arrows_and_enter_choose_a_span(qtbot):
    text = "I understand, but you'll need to confirm"
    widget = shown(
        qtbot,
        text,
        span_of(text, "I understand, but", "slip", 1),
        span_of(text, "you'll need to", "slip", 2),
    )

    qtbot.keyClick(widget, Qt.Key.Key_Right)
    with qtbot.waitSignal(widget.evidence_chosen) as chosen:
        qtbot.keyClick(widget, Qt.Key.Key_Return)

    assert chosen.args == [2]


def test_text_without_evidence_is_no_tab_stop(qtbot):
    assert shown(qtbot, "Hello").focusPolicy() == Qt.FocusPolicy.NoFocus


def test_the_reply_is_read_first_and_the_evidence_after_it(qtbot):
    widget = shown(qtbot, "I understand, but no", EvidenceSpan(0, 17, "slip", 1))

    assert widget.accessibleName() == "I understand, but no"
    assert widget.accessibleDescription() == "Evidence 1, slip: I understand, but"


def test_spans_that_overlap_or_leave_the_text_are_cut(qtbot):
    widget = shown(
        qtbot,
        "short",
        EvidenceSpan(0, 4, "courtesy", 1),
        EvidenceSpan(2, 99, "patience", 2),
        EvidenceSpan(50, 60, "slip", 3),
    )

    assert widget.boxes_of(2)
    assert widget.boxes_of(3) == []


def test_markup_is_shown_as_it_was_written(qtbot):
    widget = shown(qtbot, "<b>bold</b> & <img src=file:x>")

    assert widget.accessibleName() == "<b>bold</b> & <img src=file:x>"


@pytest.mark.parametrize(
    "text", ["شكرا لك على الانتظار", "word " * 2000, "x" * 10_000, "", "a\nb\n\nc", "\ud83d"]
)
def test_any_text_can_be_shown(qtbot, text):
    widget = shown(qtbot, text, EvidenceSpan(0, 5, "patience", 1))

    assert not widget.grab().isNull()
    assert widget.heightForWidth(300) >= widget.heightForWidth(2000)


def test_a_bubble_passes_the_choice_on(qtbot):
    bubble = RepBubble("Ms Okafor", [EvidenceSpan(0, 9, "courtesy", 4)], (82, None, 77))
    qtbot.addWidget(bubble)
    bubble.resize(500, 120)
    bubble.show()

    with qtbot.waitSignal(bubble.evidence_chosen) as chosen:
        click(qtbot, bubble.words, bubble.words.boxes_of(4)[0].center())

    assert chosen.args == [4]
