import re
from pathlib import Path

from simulator.core.scenario.faults import RULES, shown

ROOT = Path(__file__).parents[3]


def test_every_code_in_the_program_stands_in_the_table_and_every_code_there_is_used():
    files = (ROOT / "simulator").rglob("*.py")
    texts = [path.read_text("utf-8") for path in files if path.name != "faults.py"]

    used = {code for text in texts for code in re.findall(r'"(RS\d{3})"', text)}

    assert used == set(RULES)


def test_what_an_author_wrote_is_quoted_on_one_line_and_cut_short():
    assert shown("a\nb\0c") == "“a b c”"
    assert shown("x" * 5000) == f"“{'x' * 40}…”"
    assert shown("\ud800") == "“ ”"
    assert shown(True) == "“true”"
    assert shown(None) == "nothing"
