"""Rapport: a training simulator for service representatives."""

__version__ = "0.1.0"
