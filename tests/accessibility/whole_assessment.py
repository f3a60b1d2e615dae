#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scores a child from the first level to the sign-off, and moves one, with nothing but what a screen
reader is told and may press. Starts a screen, a window manager and an accessibility bus of its own.

    whole_assessment.py TWELVEFOLD TWELVEFOLD-CLI
"""
import contextlib
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

NEEDED = ["Xvfb", "openbox", "dbus-run-session"]
LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
PATIENCE = 40  # seconds for any one thing to come about: the machine may be busy
SKIPPED = 77


def main():
    window, cli = (str(pathlib.Path(p).resolve()) for p in sys.argv[1:3])
    if "--inside" in sys.argv:
        return drive(window, cli, pathlib.Path(sys.argv[4]))
    try:
        import pyatspi  # noqa: F401
    except ImportError:
        return skip("python3-pyatspi")
    for program in NEEDED:
        if shutil.which(program) is None:
            return skip(program)
    with tempfile.TemporaryDirectory() as folder:
        return on_a_screen(window, cli, pathlib.Path(folder))


def skip(what):
    print(f"not tried: {what} is not installed")
    return SKIPPED


def on_a_screen(window, cli, folder):
    """Xvfb chooses a free display itself and says which."""
    told, tells = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(tells), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[tells], stderr=subprocess.DEVNULL)
    os.close(tells)
    try:
        display = os.read(told, 16).decode().strip()
        (folder / "run").mkdir(mode=0o700)
        home = {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder / "run"), "DISPLAY": f":{display}",
                "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "LC_ALL": "C.UTF-8",
                "NO_AT_BRIDGE": "0"}
        environment = {**os.environ, **home}
        environment.pop("WAYLAND_DISPLAY", None)
        return subprocess.run(
            ["dbus-run-session", "--", "/usr/bin/python3", __file__, window, cli, "--inside",
             str(folder)], env=environment, timeout=10 * PATIENCE).returncode
    finally:
        screen.kill()
        screen.wait()


def drive(window, cli, folder):
    store = folder / "council.twelvefold"
    subprocess.run([cli, "demo", "--out", store, "--children", "60"], check=True,
                   stdout=subprocess.DEVNULL)
    programs = [subprocess.Popen(["openbox"], stderr=subprocess.DEVNULL),
                subprocess.Popen([LAUNCHER, "--launch-immediately"], stderr=subprocess.DEVNULL)]
    try:
        programs.append(subprocess.Popen([window, str(store)]))
        reader = Reader()
        score(reader)
        move(reader)
        programs[-1].send_signal(signal.SIGTERM)
        programs[-1].wait(PATIENCE)
        return check(cli, store)
    finally:
        for program in programs:
            program.kill()


def eventually(what, find):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            found = find()
        except Exception:  # what is told of changes while it is read
            found = None
        if found:
            return found
        time.sleep(0.05)
    raise SystemExit(f"did not come about within {PATIENCE} s: {what}")


class Reader:
    """What a screen reader can know and do."""

    KEYS = {"Tab": 0xFF09, "Return": 0xFF0D, "Down": 0xFF54}

    def __init__(self):
        import pyatspi
        self.spi = pyatspi
        eventually("the window", lambda: self.window())

    def window(self):
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
            if role in (None, at.getRoleName()) and (not showing or self.has(at, "SHOWING")):
                yield at
            if at.getRoleName() not in ("list", "table"):  # not every child of the council
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

    def focused(self, role):
        return eventually(f"a {role} with the focus", lambda: next(
            (x for x in self.all(role) if self.has(x, "FOCUSED")), None))


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
    for _ in range(12):
        at = reader.focused("radio button")
        need = at.name.split(": level")[0]
        assert at.description, f"{at.name} does not say what the level asks for"
        levels = [x for x in reader.all("radio button") if x.name.startswith(need + ": level")]
        assert len(levels) == 5, [x.name for x in levels]
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
    subprocess.run([cli, "check", "--store", store], check=True, stdout=subprocess.DEVNULL)
    with contextlib.closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True)) as opened:
        steps = " ".join(name for (name,) in opened.execute("SELECT name_code FROM audit"))
    for step in ("assessment-signed-off", "child-moved"):
        assert step in steps, f"no {step} among {steps}"
    return 0


if __name__ == "__main__":
    sys.exit(main())
