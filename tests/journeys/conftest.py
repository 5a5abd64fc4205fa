"""Journeys go through the real window, offscreen."""

from tests.shell.conftest import garbage_of_this_thread, pytest_configure

__all__ = ["garbage_of_this_thread", "pytest_configure"]
