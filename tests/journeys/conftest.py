"""Journeys go through the real window, offscreen."""

from tests.shell.conftest import pytest_configure

__all__ = ["pytest_configure"]
