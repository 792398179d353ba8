"""Rating a reply: the rubric, evidence, context, caps, the scorecard."""
