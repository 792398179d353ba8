"""The values of an ink story: what its commands push, join and compare, in our words."""

from collections.abc import Mapping

from simulator.storage.importing.ink_containers import Container, resolved
from simulator.storage.importing.ink_walk import Repeats, StackValue, Target, Walk
from simulator.storage.importing.saying import (
    Kind,
    Saying,
    VariableName,
    combined,
    joined,
    literal,
    opposite,
    truth,
    variable,
    visits,
)
from simulator.storage.importing.story import Losses

_OWN_VISITS = Saying(("visits",), "number")
_TURN = Saying(("turn", " - 1"), "number", is_single=False)
_UNARY = ("FLOOR", "CEILING", "INT", "FLOAT")
_OF_LISTS = (
    "LIST_MIN",
    "LIST_MAX",
    "LIST_ALL",
    "LIST_COUNT",
    "LIST_VALUE",
    "LIST_INVERT",
    "lrnd",
    "srnd",
    "turns",
)
_OF_TWO = ("/", "%", "POW", "?", "!?", "L^", "MIN", "MAX", "rnd", "listInt", "seq")
_NOTHING = ("ev", "/ev", "nop", "G<", "G>", "void")


class InkValues:
    """Works out values in words; None stands for what our language cannot say."""

    def __init__(self, root: Container, kinds: Mapping[str, Kind], losses: Losses) -> None:
        self._root = root
        self._kinds = kinds
        self._losses = losses

    def push(self, walk: Walk, value: object) -> None:
        """Push a number, true or false."""
        is_known = isinstance(value, bool | int | float) and abs(value) <= 1_000_000_000
        walk.stack.append(literal(value) if is_known else None)  # type: ignore[arg-type]

    def condition(self, value: StackValue) -> Saying | None:
        """Say a value as a condition."""
        if isinstance(value, Repeats):
            return Saying(("visits >= 2",), "yes-no", is_single=False)
        return truth(value) if isinstance(value, Saying) else None

    def command(self, walk: Walk, name: str) -> None:
        """Run one of ink's own commands."""
        match name:
            case "str":
                walk.captures.append([])
            case "/str":
                text = "".join(walk.captures.pop()) if walk.captures else ""
                walk.stack.append(literal(text))
            case "#" | "/#":
                walk.is_in_tag = name == "#"
            case "out":
                self._out(walk)
            case "pop":
                walk.pop()
            case "du":
                walk.stack.append(walk.stack[-1] if walk.stack else None)
            case "thread":
                walk.is_forking_thread = True
            case "void":
                walk.stack.append(literal(""))
            case _ if name not in _NOTHING:
                self._worked_out(walk, name)

    def _worked_out(self, walk: Walk, name: str) -> None:
        match name:
            case "visit":
                walk.stack.append(Repeats())
            case "turn":
                walk.stack.append(_TURN)
            case "readc":
                target = walk.pop()
                walk.stack.append(
                    self._visits(walk, target.path) if isinstance(target, Target) else None
                )
            case "!" | "_":
                value = walk.pop()
                value = value if isinstance(value, Saying) else None
                negated = combined("-", literal(0), value)
                walk.stack.append(opposite(value) if name == "!" else negated)
            case "choiceCnt":
                walk.stack.append(None)
            case "range":
                walk.pop()
                self._replaced(walk, 2)
            case _ if name in _UNARY or name in _OF_LISTS:
                self._rounded(walk, name)
            case _:
                self._joined(walk, name)

    def _rounded(self, walk: Walk, name: str) -> None:
        value = walk.pop()
        is_whole = isinstance(value, Saying) and name in _UNARY and value.kind == "number"
        walk.stack.append(value if is_whole else None)

    def _replaced(self, walk: Walk, number: int) -> None:
        for _ in range(number):
            walk.pop()
        walk.stack.append(None)

    def _joined(self, walk: Walk, name: str) -> None:
        right, left = walk.pop(), walk.pop()
        if isinstance(left, Repeats):
            walk.stack.append(_of_repeats(name, left, right))
        elif not isinstance(left, Saying) or not isinstance(right, Saying):
            same = isinstance(left, Target) and isinstance(right, Target) and name in ("==", "!=")
            walk.stack.append(literal((left == right) is (name == "==")) if same else None)
        elif name in ("&&", "||"):
            walk.stack.append(joined("and" if name == "&&" else "or", [left, right]))
        elif name == "+" and "text" in (left.kind, right.kind):
            walk.stack.append(_one_text(left, right))
        else:
            walk.stack.append(None if name in _OF_TWO else combined(name, left, right))

    def _out(self, walk: Walk) -> None:
        value = walk.pop()
        if isinstance(value, Saying) and value.value is not None:
            told = str(value.value).lower() if isinstance(value.value, bool) else str(value.value)
            walk.write(told)
            return
        names = list(value.variables()) if isinstance(value, Saying) else []
        name = names[0] if names else "a value"
        self._losses.add(
            walk.name or "start", f"a text that tells {name}, written here as [{name}]"
        )
        walk.write(f"[{name}]")

    def take(self, walk: Walk, entry: dict[str, object]) -> None:
        """Take an object that stands for a value, or sets one."""
        if "VAR?" in entry:
            walk.stack.append(self._variable(walk, str(entry["VAR?"])))
        elif "CNT?" in entry:
            walk.stack.append(self._visits(walk, str(entry["CNT?"])))
        elif "^->" in entry:
            walk.stack.append(Target(str(entry["^->"])))
        elif "temp=" in entry:
            walk.temps[str(entry["temp="])] = walk.pop()
        elif "VAR=" in entry:
            self._set(walk, str(entry["VAR="]))
        elif "x()" in entry:
            self._external(walk, entry)
        elif "#" not in entry:
            walk.stack.append(None)

    def _external(self, walk: Walk, entry: dict[str, object]) -> None:
        number = entry.get("exArgs")
        self._losses.add(walk.name or "start", f"the program's own function “{entry['x()']}”")
        self._replaced(walk, min(number, 20) if isinstance(number, int) else 0)

    def _variable(self, walk: Walk, name: str) -> StackValue:
        if name in walk.temps:
            return walk.temps[name]
        return variable(name, self._kinds.get(name, "text"))

    def _visits(self, walk: Walk, path: str) -> Saying | None:
        found = resolved(self._root, path, (walk.container, walk.index - 1))
        return visits(found[0].path) if found and found[0].path else None

    def _set(self, walk: Walk, name: str) -> None:
        value = walk.pop()
        if name not in self._kinds:
            return
        if not isinstance(value, Saying) or value.kind == "text":
            self._losses.add(walk.name or "start", f"what “{name}” is set to")
            return
        if any(VariableName(name) in case.pieces for case in walk.when):
            self._losses.add(walk.name or "start", f"“{name}” is asked about before it is set")
        walk.sets[name] = value.with_values(walk.sets)


def _of_repeats(name: str, repeats: Repeats, right: StackValue) -> StackValue:
    """Say the counting by which a sequence chooses its words, as far as it does not start anew."""
    number = right.value if isinstance(right, Saying) else None
    if not isinstance(number, int):
        return None
    if name == "MIN":
        return Repeats(number)
    if name == "==":
        operator = ">=" if number == repeats.most else "=="
        return combined(operator, _OWN_VISITS, literal(number + 1))
    return None


def _one_text(left: Saying, right: Saying) -> Saying | None:
    if left.value is None or right.value is None:
        return None
    return literal(f"{left.value}{right.value}")
