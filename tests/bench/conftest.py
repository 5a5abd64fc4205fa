"""Measures of what has a window are taken offscreen."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
