#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scores a child from the first level to the sign-off, and moves one, with nothing but what a screen
reader is told and may press. Starts a screen, a window manager and an accessibility bus of its own,
waits for each, and takes whatever it started along when it ends: the bus starts programs that would
outlive it and keep whoever reads its output waiting for ever.

    whole_assessment.py TWELVEFOLD TWELVEFOLD-CLI
"""
import contextlib
import ctypes
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

NEEDED = {"Xvfb": "xvfb", "openbox": "openbox", "dbus-run-session": "dbus", "dbus-send": "dbus"}
LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
WHOLE = 60     # seconds for all of it
PATIENCE = 20  # for any one thing to come about: the machine may be busy
ANSWER = 4     # for one question to the window
SKIPPED = 77
INSIDE = "--inside"


def main():
    if INSIDE in sys.argv:
        return drive(*sys.argv[1:3], pathlib.Path(sys.argv[4]))
    if missing := missing_package():
        print(f"not tried: {missing} is not installed")
        return SKIPPED
    # Whoever is left behind by its parent becomes a child of this process: see take_along.
    ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER
    with tempfile.TemporaryDirectory() as folder:
        try:
            return on_a_screen(*(str(pathlib.Path(p).resolve()) for p in sys.argv[1:3]),
                               pathlib.Path(folder))
        finally:
            take_along()


def missing_package():
    try:
        import pyatspi  # noqa: F401
    except ImportError:
        return "python3-pyatspi"
    for program, package in NEEDED.items():
        if shutil.which(program) is None:
            return package
    return None if pathlib.Path(LAUNCHER).exists() else "at-spi2-core"


def take_along():
    """Ends every process that was started from here, and those that they started."""
    while children := children_of(os.getpid()):
        for child in children:
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
            with contextlib.suppress(ChildProcessError):
                os.waitpid(child, 0)


def children_of(parent):
    found = []
    for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            if int(stat.read_text().rpartition(")")[2].split()[1]) == parent:
                found.append(int(stat.parent.name))
    return found


def on_a_screen(window, cli, folder):
    """Xvfb chooses a free display itself and says which."""
    told, tells = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(tells), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[tells], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(tells)
    display = os.read(told, 16).decode().strip()
    if not display:
        raise SystemExit(f"Xvfb ended with {screen.wait()} and without a display")
    (folder / "run").mkdir(mode=0o700)
    environment = {
        **os.environ, "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder / "run"),
        "DISPLAY": f":{display}", "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "NO_AT_BRIDGE": "0"}
    environment.pop("WAYLAND_DISPLAY", None)
    inside = subprocess.Popen(
        ["dbus-run-session", "--", sys.executable, __file__, window, cli, INSIDE, str(folder)],
        env=environment)
    try:
        # What is inside says itself when its time is over, unless it is stuck in a question.
        return inside.wait(WHOLE + 2 * ANSWER)
    except subprocess.TimeoutExpired:
        what = (folder / "awaited").read_text() if (folder / "awaited").exists() else "the bus"
        raise SystemExit(f"stuck after {WHOLE} s while waiting for {what}") from None


class Waiting:
    """Whatever is waited for has a deadline and a name."""

    end = time.monotonic() + WHOLE
    note = pathlib.Path(os.devnull)

    @classmethod
    def eventually(cls, what, find):
        cls.note.write_text(what)
        begun = time.monotonic()
        last = "it was not there"
        while time.monotonic() < min(begun + PATIENCE, cls.end):
            try:
                if found := find():
                    return found
            except Exception as error:  # what is told of changes while it is read
                last = f"{type(error).__name__}: {error}"
            time.sleep(0.02)
        took = time.monotonic() - begun
        whole = "" if time.monotonic() < cls.end else f", and all of it took {WHOLE} s"
        raise SystemExit(f"did not come about within {took:.0f} s{whole}: {what} ({last})")


eventually = Waiting.eventually


def drive(window, cli, folder):
    Waiting.note = folder / "awaited"
    store = folder / "council.twelvefold"
    made = subprocess.Popen([cli, "demo", "--out", store, "--children", "60"],
                            stdout=subprocess.DEVNULL)
    start(folder)
    eventually("a demonstration council", lambda: made.poll() is not None)
    assert made.returncode == 0, f"the council could not be made: exit {made.returncode}"
    program = subprocess.Popen([window, str(store)])
    reader = Reader(program)
    score(reader)
    move(reader)
    program.send_signal(signal.SIGTERM)
    eventually("the window to close", lambda: program.poll() is not None)
    check(cli, store)
    print(f"scored and moved within {WHOLE - (Waiting.end - time.monotonic()):.0f} s")
    return 0


def start(folder):
    """The window manager, without which no window gets the focus, and the bus, before the window."""
    ready = folder / "ready"
    subprocess.Popen(["openbox", "--startup", f"touch {ready}"], stdout=subprocess.DEVNULL,
                     stderr=subprocess.DEVNULL)
    subprocess.Popen([LAUNCHER, "--launch-immediately"], stdout=subprocess.DEVNULL,
                     stderr=subprocess.DEVNULL)
    eventually("the window manager", ready.exists)
    eventually("the accessibility bus", lambda: subprocess.run(
        ["dbus-send", "--session", "--print-reply", f"--reply-timeout={ANSWER * 1000}",
         "--dest=org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus.GetAddress"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=2 * ANSWER).returncode == 0)


class Reader:
    """What a screen reader can know and do."""

    KEYS = {"Tab": 0xFF09, "Return": 0xFF0D, "Down": 0xFF54}

    def __init__(self, program):
        import pyatspi
        from gi.repository import Atspi
        # A window that works, or a machine that is busy, is asked again rather than given up.
        Atspi.set_timeout(ANSWER * 1000, ANSWER * 1000)
        self.spi = pyatspi
        eventually("the window", lambda: self.window(program))

    def window(self, program=None):
        if program is not None and program.poll() is not None:
            raise SystemExit(f"the window ended with {program.returncode}")
        for application in self.spi.Registry.getDesktop(0):
            if application and "welvefold" in (application.name or ""):
                for window in application:
                    if window and window.getState().contains(self.spi.STATE_ACTIVE):
                        return window
        return None

    def all(self, role, showing=True):
        """Whatever has this role in the active window, as it is met."""
        pile = [self.window()]
        while pile:
            at = pile.pop()
            kind = at.getRoleName()
            shows = self.has(at, "SHOWING")
            if role in (None, kind) and (shows or not showing):
                yield at
            # Neither every child of the council, nor the pages of what is not seen.
            if kind not in ("list", "table") and (shows or not showing):
                pile += [child for child in reversed(list(at)) if child]

    def has(self, thing, state):
        return thing.getState().contains(getattr(self.spi, f"STATE_{state}"))

    def find(self, role, name, showing=True):
        return eventually(f"a {role} called “{name}…”", lambda: next(
            (x for x in self.all(role, showing) if (x.name or "").startswith(name)), None))

    def press(self, thing):
        thing.queryAction().doAction(0)

    def key(self, name):
        self.spi.Registry.generateKeyboardEvent(self.KEYS[name], None, self.spi.KEY_SYM)

    def grab(self, field):
        field.queryComponent().grabFocus()
        eventually(f"the focus in “{field.name}”", lambda: self.has(field, "FOCUSED"))

    def focus(self):
        """Whatever has it now: a name and a role, to see it move."""
        return next(((x.getRoleName(), x.name) for x in self.all(None) if self.has(x, "FOCUSED")), None)

    def tab_to(self, thing):
        for _ in range(12):
            if self.has(thing, "FOCUSED"):
                return
            before = self.focus()
            self.key("Tab")
            eventually(f"the focus to leave {before}", lambda: self.focus() != before)
        raise SystemExit(f"Tab does not come to the {thing.getRoleName()} “{thing.name}”")

    def write(self, field, words):
        self.grab(field)
        field.queryEditableText().setTextContents(words)


def score(reader):
    """A child found by pseudonym, twelve needs, the sign-off."""
    reader.press(reader.find("radio button", "Children"))
    listed = reader.find("list", "Children")
    pseudonym = eventually("a child in the list", lambda: listed[0].name).split(",")[0]
    reader.write(reader.find("text", "Find a child"), pseudonym)
    reader.key("Return")
    eventually("the focus in the list", lambda: reader.has(listed, "FOCUSED") or
               any(reader.has(row, "FOCUSED") for row in listed))
    reader.key("Return")

    def levels_of_all():
        found = [x for x in reader.all("radio button", showing=False) if ": level " in x.name]
        return found if len(found) == 60 and any(reader.has(x, "FOCUSED") for x in found) else None

    everyone = eventually("the five levels of twelve needs, one with the focus", levels_of_all)
    for place in range(12):
        levels = everyone[5 * place:5 * place + 5]
        need = levels[0].name.split(": level")[0]
        eventually(f"the focus in {need}", lambda: any(reader.has(x, "FOCUSED") for x in levels))
        assert all(x.name.startswith(need + ": level") for x in levels), [x.name for x in levels]
        assert levels[0].description, f"{levels[0].name} does not say what the level asks for"
        chosen = next((x for x in levels if x.name.endswith("(last time)")), levels[2])
        reader.press(chosen)
        eventually(f"{chosen.name} checked", lambda: reader.has(chosen, "CHECKED"))
        reader.key("Return")
        eventually(f"the focus to leave {need}", lambda: not any(
            reader.has(x, "FOCUSED") for x in levels))
    reader.press(reader.find("push button", "Sign off"))
    reader.find("label", "Assessed on")


def move(reader):
    """The same child moves: where to, what is paid, in one form."""
    reader.press(reader.find("menu item", "Move the child", showing=False))
    core = reader.find("text", "Core cost")
    # The toolkit gives no choice the focus when it is asked to: by Tab, as a person goes.
    setting = next(reader.all("combo box"))
    reader.grab(reader.find("text", "Why, and whose decision"))
    reader.tab_to(setting)
    before = setting.name
    reader.key("Down")
    eventually("another setting chosen", lambda: setting.name != before)
    reader.write(core, "1,200 a week")
    reader.press(reader.find("push button", "Move"))
    reader.find("radio button", "Children")  # the window again


def check(cli, store):
    """What was recorded: one step each, in a store that is sound."""
    subprocess.run([cli, "check", "--store", store], check=True, stdout=subprocess.DEVNULL,
                   timeout=PATIENCE)
    with contextlib.closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True)) as opened:
        steps = " ".join(name for (name,) in opened.execute("SELECT name_code FROM audit"))
    for step in ("assessment-signed-off", "child-moved"):
        assert step in steps, f"no {step} among {steps}"


if __name__ == "__main__":
    sys.exit(main())
