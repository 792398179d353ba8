import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from simulator.core.scoring.rubric import SKILLS, Skill
from simulator.ui.agreement import AgreementFileError, read_agreement
from simulator.ui.pages.agreement import words
from simulator.ui.pages.agreement.figure_table import FigureTable
from simulator.ui.pages.agreement_page import AgreementPage
from simulator.ui.theme import theme
from simulator.ui.theme.assets import asset_path
from tests.ui.pages.looking import misplaced, seen_words_on
from tests.ui.pages.sample_agreement import AGREEMENT, BARE
from tests.ui.pages.shown_page import shown_page


@pytest.fixture
def page(qapp, still):
    page = AgreementPage()
    page.show_agreement(AGREEMENT)
    with shown_page(page):
        yield page


def cells(table):
    return [
        [table.item(row, column).text() for column in range(table.columnCount())]
        for row in range(table.rowCount())
        if table.columnSpan(row, 0) == 1
    ]


def table_named(page, name):
    return next(it for it in page.findChildren(FigureTable) if it.accessibleName() == name)


def test_what_the_figures_mean_comes_first_in_plain_words(page):
    seen = seen_words_on(page)

    meaning = seen.index("Two trainers with the rubric differ by about 4 points.")
    assert "Trainers who judge without it differ by 10 to 23." in seen
    assert "This scorer differs by about 9 points." in seen
    assert "It finds the better of two replies 9 times in 10." in seen
    assert meaning < seen.index("The figures")


def test_it_says_on_how_many_replies_it_was_measured(page):
    assert "Measured on 1,392 rated replies in 30 situations." in seen_words_on(page)


def test_each_measure_stands_beside_the_best_simple_scorer_and_people(page):
    shown = cells(table_named(page, "Agreement with the raters"))

    assert shown[0] == ["Mean difference", "9.2", "13.5", "3 to 4.5"]
    assert ["Mean difference", "12.6", "18.1", "3 to 4.5"] in shown
    assert ["Better reply put higher", "93%", "93%", "–"] in shown
    assert len(shown) == 3 * 7


def test_the_best_simple_scorer_is_named():
    assert (
        words.figure_rows(AGREEMENT)[0].name == "Courtesy; best simple scorer: TF-IDF, words alone"
    )


def test_errors_have_a_direction_in_words(page):
    shown = cells(table_named(page, "Errors by kind of reply"))

    assert shown == [
        ["Sarcasm and mockery", "39", "21 too high", "17 too high", "about right"],
        ["Short and good", "35", "6 too low", "8 too low", "19 too low"],
    ]


def test_other_sets_show_how_the_scorer_travels(page):
    shown = cells(table_named(page, "Mean difference by set of replies"))

    assert shown[1] == ["Another writer", "80", "9.2", "10.4", "12.6"]
    assert "Another writer: What is in another writer." in seen_words_on(page)


def test_its_margin_its_training_and_its_limits_are_told(page):
    seen = seen_words_on(page)

    assert "Half of the scores are within 7 points of the rating, nine in ten within 18." in seen
    assert "It gives itself 11 points either way, and keeps to that 7 times in 10." in seen
    assert "It was trained on 7,347 replies." in seen
    assert "No panel of trainers rated them" in seen
    assert "It reads English only." in seen


def test_figures_that_were_not_measured_are_left_out(page, qtbot):
    page.show_agreement(BARE)

    qtbot.waitUntil(lambda: words.LAST_WORD in seen_words_on(page))
    seen = seen_words_on(page)
    assert "Where it errs" not in seen
    assert "Other replies" not in seen
    assert "It gives itself" not in seen
    assert words.NOT_TRAINED in seen


def test_without_figures_the_page_says_so_and_still_names_the_limits(page, qtbot):
    page.show_missing()

    qtbot.waitUntil(lambda: words.LAST_WORD in seen_words_on(page))
    seen = seen_words_on(page)
    assert words.MISSING in seen
    assert "What it cannot do" in seen
    assert "The figures\n" not in seen


def test_the_keys_scroll_the_page_from_the_start(page):
    page.activateWindow()
    QApplication.processEvents()
    focused = page.focusWidget()

    QTest.keyClick(focused, Qt.Key.Key_PageDown)

    assert page._area.verticalScrollBar().value() > 0


def test_tab_leads_through_every_table_and_arrows_walk_in_it(page):
    tables = page.findChildren(FigureTable)
    reached = set()
    page._area.setFocus()
    for _ in range(2 + len(tables)):
        page.focusNextChild()
        reached.add(page.focusWidget())
    table = tables[0]
    table.setCurrentCell(1, 1)

    QTest.keyClick(table, Qt.Key.Key_Down)

    assert set(tables) <= reached
    assert table.currentRow() == 2


def test_a_cell_is_read_with_its_scale_its_measure_and_its_column(page):
    table = table_named(page, "Agreement with the raters")

    spoken = table.item(1, 1).data(Qt.ItemDataRole.AccessibleTextRole)

    assert spoken.endswith("Mean difference, This scorer: 9.2")
    assert spoken.startswith("Courtesy")


def test_back_is_asked_for(page, qtbot):
    with qtbot.waitSignal(page.back_wanted):
        QTest.mouseClick(page.bar.back, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("scale", "width"), [(1.0, 1280), (1.5, 1024), (2.0, 800)])
def test_everything_lies_inside_at_any_text_size(page, qtbot, scale, width):
    theme().set_up(text_scale=scale, less_motion=True)
    page.resize(width, 700)

    qtbot.waitUntil(lambda: not misplaced(page))

    for table in page.findChildren(FigureTable):
        assert table.verticalScrollBar().maximum() == 0


def test_no_word_of_a_table_is_cut_at_twice_the_text_size(page, qtbot):
    theme().set_up(text_scale=2.0, less_motion=True)
    page.resize(800, 700)
    table = table_named(page, "Errors by kind of reply")
    metrics = table.fontMetrics()

    row = next(r for r in range(table.rowCount()) if "mockery" in table.item(r, 0).text())

    needed = -(-metrics.horizontalAdvance("Sarcasm and mockery") // table.columnWidth(0))
    qtbot.waitUntil(lambda: table.rowHeight(row) >= needed * metrics.height())


@pytest.mark.parametrize(
    ("points", "told"),
    [(0, "about right"), (4.9, "about right"), (5, "5 too high"), (-12.4, "12 too low")],
)
def test_a_small_error_is_none(points, told):
    assert words.error_words(points) == told


def test_the_best_baseline_may_differ_from_scale_to_scale():
    first = AGREEMENT.sets[0]

    assert first.best_baseline(Skill.COURTESY).name == "TF-IDF"
    assert first.model_copy(update={"baselines": ()}).best_baseline(Skill.COURTESY) is None


def test_the_published_figures_can_be_read():
    agreement = read_agreement(asset_path("models", "agreement.json"))

    assert agreement.sets[0].replies >= 312
    assert set(agreement.sets[0].ours.scales) == set(SKILLS)


def test_figures_survive_their_file(tmp_path):
    file = tmp_path / "agreement.json"
    file.write_text(AGREEMENT.model_dump_json(), encoding="utf-8")

    assert read_agreement(file) == AGREEMENT


@pytest.mark.parametrize("content", [b"{", b"\xff", b'{"format_version": 2}', b"[]"])
def test_damaged_figures_are_told_from_figures(tmp_path, content):
    file = tmp_path / "agreement.json"
    file.write_bytes(content)

    with pytest.raises(AgreementFileError, match=r"cannot be read"):
        read_agreement(file)


def test_missing_figures_are_told(tmp_path):
    with pytest.raises(AgreementFileError, match=r"no figures"):
        read_agreement(tmp_path / "agreement.json")


def test_rows_are_of_one_line_where_there_is_room(page, qtbot):
    for table in page.findChildren(FigureTable):
        qtbot.waitUntil(
            lambda it=table: len({it.rowHeight(row) for row in range(it.rowCount())}) == 1
        )
