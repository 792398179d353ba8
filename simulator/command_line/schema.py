"""Prints the JSON Schema of the scenario format, for editors."""

import json
from typing import TextIO

from simulator.core.scenario.schema import scenario_schema


def run_schema(out: TextIO) -> int:
    """Print the schema and give the exit status, 0."""
    json.dump(scenario_schema(), out, indent=2)
    out.write("\n")
    return 0
