"""The pages look as they did: layout and colours, not the edges of letters, which differ from system to system.

Where the look was meant to change, `python -m tests.golden.paint tests/golden/pictures` accepts it.
"""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtGui import QFontDatabase, QImage

from blackstart.shell.support.fonts import FAMILIES

ROOT = Path(__file__).resolve().parents[2]
PICTURES = Path(__file__).parent / "pictures"
NAMES = sorted(picture.stem for picture in PICTURES.glob("*.png"))
SEEN = 20  # of 255: a smaller difference of a pixel is not seen
MOST_DIFFERING = 0.01  # of the pixels
MOST_MEAN = 1.0  # of 255

Pixels = npt.NDArray[np.int16]


@pytest.fixture(scope="module")
def painted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all of them painted anew."""
    out = tmp_path_factory.mktemp("golden")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.golden.paint", str(out)]
    ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    return out


def pixels(path: Path) -> Pixels:
    image = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32)
    whole = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return whole[:, :, :3].astype(np.int16)


def save(difference: Pixels, path: Path) -> None:
    """Keep a difference as a picture, four times as strong."""
    strong = np.clip(difference * 4, 0, 255).astype(np.uint8)
    height, width, _ = strong.shape
    QImage(np.ascontiguousarray(strong).tobytes(), width, height, 3 * width, QImage.Format.Format_BGR888).save(
        str(path)
    )


def test_every_picture_is_painted_and_none_is_left_over(painted: Path) -> None:
    assert sorted(picture.stem for picture in painted.glob("*.png")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_page_looks_as_it_did(qapp: object, painted: Path, name: str) -> None:
    if FAMILIES[0] not in QFontDatabase.families():
        pytest.skip(f"the pictures are drawn in {FAMILIES[0]}")
    before, now = pixels(PICTURES / f"{name}.png"), pixels(painted / f"{name}.png")
    assert before.shape == now.shape
    difference = np.abs(before - now)
    differing = float((difference.max(axis=2) > SEEN).mean())
    mean = float(difference.mean())
    save(difference, painted / f"{name}-difference.png")
    assert differing <= MOST_DIFFERING and mean <= MOST_MEAN, (  # noqa: PT018  # one verdict on one picture
        f"{differing:.2%} of the pixels differ, by {mean:.2f} in the mean: see {painted / name}.png and -difference; "
        f"if that was meant: python -m tests.golden.paint {PICTURES.relative_to(ROOT)}"
    )
