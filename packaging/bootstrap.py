"""Set Blackstart up on an empty machine, then start it or test it. Standard library only.

    python3 packaging/bootstrap.py app [FILE]         start the program, with the Pangyo drill unless FILE is given
    python3 packaging/bootstrap.py test [PYTEST ...]  lint, types, contracts and tests

Run again, it sees that nothing is left to do and goes straight to the point. `--no-start` sets up only.
"""

from __future__ import annotations  # an older Python must get as far as the sentence that names its version

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
ON_WINDOWS = os.name == "nt"
BIN = VENV / ("Scripts" if ON_WINDOWS else "bin")
PYTHON = BIN / ("python.exe" if ON_WINDOWS else "python")
PIP = BIN / ("pip.exe" if ON_WINDOWS else "pip")  # made last: without it .venv was broken off
OLDEST = (3, 11)


def main(words: list[str]) -> int:
    """Do what the words ask for; returns the exit status."""
    if sys.version_info < OLDEST:
        return _stop(f"Blackstart needs Python {OLDEST[0]}.{OLDEST[1]} or newer; this is {sys.version.split()[0]}.")
    if not words or words[0] not in ("app", "test"):
        return _stop(__doc__ or "")
    task, rest = words[0], words[1:]
    try:
        _set_up(task)
    except subprocess.CalledProcessError as error:
        command = " ".join(str(part) for part in error.cmd)
        return _stop(f"This step ended with status {error.returncode}: {command}\nMend what it says, then run again.")
    if rest == ["--no-start"]:
        return 0
    try:
        return _test(rest) if task == "test" else _start(rest)
    except KeyboardInterrupt:  # what was started has had it too, and says so itself
        return 130


def _set_up(task: str) -> None:
    if task == "test" or _has_display():
        _provide_system_packages(task)
    if not PIP.exists():
        _make_venv()
    wanted = _fingerprint(task)
    stamp = VENV / f"blackstart-{task}.stamp"
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != wanted:
        _say("Installing what Blackstart needs into .venv (a minute or two, once) ...")
        what = ".[dev]" if task == "test" else "."
        _run([PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--editable", what])
        stamp.write_text(wanted, encoding="utf-8")


def _fingerprint(task: str) -> str:
    """What an installation hangs on: the project's own list, this Python, the place of the checkout."""
    digest = hashlib.sha256((ROOT / "pyproject.toml").read_bytes())
    digest.update(f"{task} {sys.version} {ROOT}".encode())
    return digest.hexdigest()


def _make_venv() -> None:
    if importlib.util.find_spec("ensurepip") is None:  # Debian's python3 comes without it
        package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        _install_or_tell([package], "Python's venv module")
    _say("Making .venv ...")
    _run([sys.executable, "-m", "venv", VENV])


def _start(rest: list[str]) -> int:
    words = rest or [str(ROOT / "exercises" / "pangyo-2022.drill")]
    return subprocess.call([PYTHON, "-m", "blackstart", *words])


def _test(rest: list[str]) -> int:
    steps: list[list[str | Path]] = [
        [PYTHON, "-m", "ruff", "check", "."],
        [PYTHON, "-m", "ruff", "format", "--check", "."],
        [PYTHON, "-m", "mypy"],
        [BIN / ("lint-imports.exe" if ON_WINDOWS else "lint-imports")],
        [PYTHON, "-m", "pytest", *rest],
    ]
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    for step in steps:
        _say("+ " + " ".join(str(part) for part in step[1:] or step))
        status = subprocess.call([str(part) for part in step], cwd=ROOT, env=environment)
        if status:
            return status
    return 0


# What Qt and the tests want of a Linux system: a library or program, and Debian's package of it.
_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libzstd.so.1": "libzstd1",
}
_FONTS = {"NotoSans-Regular.*": "fonts-noto-core", "NotoSansCJK-Regular.*": "fonts-noto-cjk"}
_TEST_PROGRAMS = {"Xvfb": "xvfb", "xdotool": "xdotool"}


def _provide_system_packages(task: str) -> None:
    if not sys.platform.startswith("linux"):
        return
    lacking = [package for library, package in _LIBRARIES.items() if not _loads(library)]
    wishes = [package for pattern, package in _FONTS.items() if not _has_font(pattern)]
    if task == "test":
        wishes += [package for program, package in _TEST_PROGRAMS.items() if not _finds(program)]
    if lacking or (wishes and _may_install()):
        _install_or_tell(lacking + wishes, "the system libraries of Qt")


def _install_or_tell(packages: list[str], what: str) -> None:
    line = "apt-get install -y --no-install-recommends " + " ".join(packages)
    if not _may_install():
        _say(f"This system lacks {what}. On Debian or Ubuntu this line installs them:\n  sudo {line}")
        raise SystemExit(1)
    _say(f"Installing with apt: {' '.join(packages)}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    _run(["apt-get", "update", "-qq"], environment)
    _run([*line.split(), "-qq"], environment)


def _may_install() -> bool:
    return not ON_WINDOWS and os.geteuid() == 0 and _finds("apt-get")


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _finds(program: str) -> bool:
    return shutil.which(program) is not None


def _has_font(pattern: str) -> bool:
    folders = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".fonts"]
    folders.append(Path.home() / ".local" / "share" / "fonts")
    return any(next(folder.rglob(pattern), None) for folder in folders if folder.is_dir())


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _run(command: list[str | Path], environment: dict[str, str] | None = None) -> None:
    # Their chatter goes to stderr: stdout belongs to what is started afterwards.
    subprocess.run([str(part) for part in command], cwd=ROOT, check=True, env=environment, stdout=sys.stderr)


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _stop(line: str) -> int:
    _say(line)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
