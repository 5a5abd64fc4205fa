"""What a user installs: one wheel with the program, its assets and its exercises."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return zipfile.ZipFile(next(folder.glob("*.whl")))


def shipped(*folders: str) -> set[str]:
    return {
        f"blackstart/{path.relative_to(ROOT)}"
        for folder in folders
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_carries_every_asset_and_every_exercise(wheel: zipfile.ZipFile) -> None:
    wanted = shipped("assets", "exercises")
    assert "blackstart/exercises/pangyo-2022.drill" in wanted
    assert wanted - set(wheel.namelist()) == set()


def test_one_entry_point_serves_window_and_command_line(wheel: zipfile.ZipFile) -> None:
    name = next(name for name in wheel.namelist() if name.endswith("entry_points.txt"))
    assert wheel.read(name).decode().split() == [
        "[console_scripts]",
        "blackstart",
        "=",
        "blackstart.__main__:main",
        "[gui_scripts]",
        "blackstartw",
        "=",
        "blackstart.__main__:main",
    ]


def test_nothing_but_the_package_is_installed(wheel: zipfile.ZipFile) -> None:
    assert {name.split("/")[0].split("-")[0] for name in wheel.namelist()} == {"blackstart"}
