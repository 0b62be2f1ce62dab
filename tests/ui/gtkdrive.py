# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""gtkdrive - drive a GTK 4.18 program through AT-SPI and XTest on a private Xvfb.

    with Session() as s:                           # Xvfb + window manager + D-Bus + XDG dirs
        app = s.launch(["./myapp"])                # returns when a window is on the AT-SPI bus
        app.find("text", "Name").set_text("Ann")   # EditableText
        app.find("button", "Save").act("click")    # AT-SPI action, no pointer needed
        app.find("check box", "Remote").click()    # real pointer events
        app.find("label", "Saved: Ann")            # find() waits

Every wait is for a condition, with a time limit; there are no fixed sleeps.
Needs: xvfb dbus-daemon at-spi2-core openbox xdotool x11-utils xclip imagemagick util-linux
       python3-gi, and what accessibility.py needs; exact-bounds.so, which meson builds, makes positions exact.
"""
import mmap
import os
import pathlib
import re
import shutil
import struct
import subprocess
import tempfile
import time

from gi.repository import GLib

from accessibility import Bus, Gone, Tree, role_name, state_names

TIMEOUT = float(os.environ.get("GTKDRIVE_TIMEOUT", "20"))
DIE_WITH_US = ["setpriv", "--pdeathsig", "TERM"]    # no orphans when a test run is killed
BOUNDS = os.environ.get("GTKDRIVE_BOUNDS", "")


class Timeout(AssertionError):
    pass


def in_view(node, pane):
    """Whether NODE can be seen whole in PANE."""
    x, y, w, h = node.extents()
    px, py, pw, ph = pane.extents()
    return w > 0 and y >= py and y + h <= py + ph and px <= x and x + w <= px + pw


def wait_until(cond, what="condition", timeout=None):
    """Run the GLib main context (what has the keys is heard there) until cond() is true."""
    ctx, last = GLib.MainContext.default(), None
    end = time.monotonic() + (TIMEOUT if timeout is None else timeout)
    doubt = time.monotonic() + 1
    while True:
        while ctx.pending():
            ctx.iteration(False)
        Tree.ask_each = time.monotonic() > doubt
        try:
            r = cond()
            if r:
                return r
        except Gone as e:                  # node vanished between two calls: look again
            last = e
        finally:
            if Tree.ask_each:
                Tree.ask_each, doubt = False, time.monotonic() + 1
        if time.monotonic() > end:
            raise Timeout(f"timed out waiting for {what() if callable(what) else what}"
                          + (f" ({last})" if last else ""))
        tick = []                                # libdbus wakes the loop for nothing: it is not looked again before 15 ms
        GLib.timeout_add(15, tick.append, None)
        while not tick:
            ctx.iteration(True)


class Session:
    def __init__(self, size="1280x800", wm="openbox", keep=False, settings=None, dpi=None):
        self.size, self.wm, self.keep, self.dpi, self.procs, self.apps, self.frame = size, wm, keep, dpi, [], [], None
        self.settings = {"gtk-enable-animations": "0", "gtk-cursor-blink": "0", **(settings or {})}

    def __enter__(self):
        self.dir = tempfile.mkdtemp(prefix="gtkdrive-")
        e = self.env = {k: v for k, v in os.environ.items()
                        if not re.match(r"(DBUS|AT_SPI|XDG|WAYLAND|DISPLAY|GTK_|GDK|GSK|G_|LC_|LANG|FOOTHOLD_DATA)", k)}
        for var, sub in (("HOME", "home"), ("XDG_RUNTIME_DIR", "run"), ("XDG_CONFIG_HOME", "config"),
                         ("XDG_DATA_HOME", "data"), ("XDG_CACHE_HOME", "cache"), ("XDG_STATE_HOME", "state")):
            e[var] = os.path.join(self.dir, sub)
            os.makedirs(e[var], mode=0o700)
        e.update(LANG="C.UTF-8", TZ="UTC", GDK_BACKEND="x11", GSK_RENDERER="cairo", GSETTINGS_BACKEND="memory",
                 GDK_DEBUG="no-portals", GDK_DISABLE="gl,vulkan", ADW_DISABLE_PORTAL="1", GTK_IM_MODULE="gtk-im-context-simple")
        os.makedirs(e["XDG_CONFIG_HOME"] + "/gtk-4.0")
        with open(e["XDG_CONFIG_HOME"] + "/gtk-4.0/settings.ini", "w") as f:
            f.write("[Settings]\n" + "".join(f"{k}={v}\n" for k, v in self.settings.items()))
        try:
            e["DISPLAY"] = ":" + self._daemon(["Xvfb", "-displayfd", "%", "-screen", "0", self.size + "x24",
                                               "-nolisten", "tcp", "-noreset", "-fbdir", self.dir])
            e["DBUS_SESSION_BUS_ADDRESS"] = self._daemon(["dbus-daemon", "--session", "--nofork",
                                                          "--print-address=%"])
            os.environ.clear()
            os.environ.update(e)
            if self.dpi:
                subprocess.run(["xrdb", "-merge"], env=e, input=f"Xft.dpi: {self.dpi}\n".encode(), check=True)
            if self.wm:
                self.spawn([self.wm])
                wait_until(lambda: b"window id" in self.cmd("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"), self.wm)
            self.bus = Bus()
        except BaseException:
            self.__exit__()
            raise
        return self

    def spawn(self, argv, **kw):
        with open(os.path.join(self.dir, os.path.basename(argv[0]) + ".log"), "ab") as log:
            p = subprocess.Popen(DIE_WITH_US + argv, env=self.env, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                 start_new_session=True, **kw)
        self.procs.append(p)
        return p

    def _daemon(self, argv):
        """Start a daemon that writes its address to the descriptor named by '%'; return the address."""
        r, w = os.pipe()
        self.spawn([a.replace("%", str(w)) for a in argv], pass_fds=(w,))
        os.close(w)
        with os.fdopen(r) as f:
            line = f.readline().strip()
        if not line:
            raise RuntimeError(f"{argv[0]} did not start")
        return line

    def cmd(self, *argv):
        return subprocess.run(list(map(str, argv)), env=self.env, check=True, stdout=subprocess.PIPE).stdout

    def __exit__(self, *exc):
        for p in [a.p for a in self.apps] + self.procs[::-1]:
            _end(p)
        if not self.keep:
            shutil.rmtree(self.dir, ignore_errors=True)

    def launch(self, argv, env=None, timeout=None, bounds_fix=True):
        return App(self, argv, env or {}, timeout, bounds_fix)

    # ---- input as the X server sees it ----
    def key(self, *keys):
        self.cmd("xdotool", "key", "--delay", 5, *keys)

    def type(self, text):
        assert text.isascii(), "xdotool remaps keys for other letters and loses some: use set_text()"
        self.cmd("xdotool", "type", "--delay", 5, "--", text)

    def windows(self):
        """{window id: "geometry"} of the root window's children."""
        out = self.cmd("xwininfo", "-root", "-children").decode()
        return dict(re.findall(r"^ +(0x[0-9a-f]+) .*?(\S+)  (?:\S+)$", out, re.M))

    def mapped(self, wid):
        r = subprocess.run(["xwininfo", "-id", wid], env=self.env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        return b"IsViewable" in r.stdout

    def pixels(self):
        """The screen as it is now, straight from the memory of the X server: (bytes of BGRX, bytes a line). It costs no process."""
        if self.frame is None:
            with open(os.path.join(self.dir, "Xvfb_screen0"), "rb") as f:
                self.frame = mmap.mmap(f.fileno(), 0, prot=mmap.PROT_READ)
        head = struct.unpack(">25I", self.frame[:100])          # the head of an XWD file
        start = head[0] + head[19] * 12                         # after the head and the colour map
        return self.frame[start:start + head[12] * head[5]], head[12]

    def screenshot(self, path):
        self.cmd("import", "-silent", "-window", "root", path)
        return path

    def copy(self, data, target="UTF8_STRING"):
        """Puts bytes on the clipboard, as another program would, and keeps offering them."""
        path = os.path.join(self.dir, "clipboard")
        with open(path, "wb") as f:
            f.write(data)
        self.spawn(["xclip", "-quiet", "-selection", "clipboard", "-target", target, "-in", path])
        wait_until(lambda: target.encode() in subprocess.run(["xclip", "-selection", "clipboard", "-out", "-target", "TARGETS"], env=self.env, stdout=subprocess.PIPE,
                                                             stderr=subprocess.DEVNULL).stdout, f"{target} on the clipboard")


def _end(p):
    if p.poll() is None:
        p.terminate()
        try:
            p.wait(5)
        except subprocess.TimeoutExpired:
            p.kill()
            p.wait()
    return p.returncode


class App:
    def __init__(self, session, argv, env, timeout, bounds_fix):
        self.s, self.log = session, os.path.join(session.dir, f"app{len(session.apps)}.log")
        env = {**session.env, **env}
        self.exact = BOUNDS
        if bounds_fix and os.path.exists(self.exact):
            env["LD_PRELOAD"] = (env.get("LD_PRELOAD", "") + ":" + self.exact).strip(":")
        else:
            self.exact = None
        with open(self.log, "ab") as log:
            self.p = subprocess.Popen(DIE_WITH_US + argv, env=env, stdin=subprocess.DEVNULL, start_new_session=True,
                                      stdout=log, stderr=subprocess.STDOUT)
        session.apps.append(self)
        self.node = None
        self.node = wait_until(self._attach, lambda: f"{argv[0]} on the bus; it said:\n{self.output()}", timeout)
        self.find("frame", timeout=timeout)

    def _attach(self):
        if self.p.poll() is not None:
            raise RuntimeError(f"program ended with {self.p.returncode}:\n{self.output()}")
        ref = self.s.bus.program(self.p.pid)
        root = ref and Node(self, ref)
        return root if root and root.children else None

    def output(self):
        with open(self.log, errors="replace") as f:
            return f.read()

    def threads(self):
        """What each thread of the program does and what it waits for: a slow disk reads otherwise than a lock or a busy loop."""
        lines = []
        for task in sorted(pathlib.Path(f"/proc/{self.p.pid}/task").glob("*")):
            try:
                name, waits, stat = ((task / part).read_text().strip() for part in ("comm", "wchan", "stat"))
            except OSError:                          # it ended meanwhile
                continue
            lines.append(f"thread {name}: {stat.rpartition(')')[2].split()[0]} {waits}")
        return "\n".join(lines)

    def find(self, role=None, name=None, timeout=None, **kw):
        return self.node.find(role, name, timeout, **kw)

    def has(self, role=None, name=None, **kw):
        return bool(self.node.all(role, name, **kw))

    def gone(self, role=None, name=None, timeout=None, **kw):
        wait_until(lambda: not self.node.all(role, name, **kw), f"no {role} {name!r}", timeout)

    def snapshot(self):
        """All that the program shows the bus, at one moment."""
        return Tree(self.s.bus, self.node.ref)

    def focused(self):
        """What has the keys: as the program said last, or found among all that there is."""
        told = self.s.bus.focus and Node(self, self.s.bus.focus)
        if told and told.ref[0] == self.node.ref[0] and told.focused:
            return told
        return next((Node(self, item.ref) for item in self.snapshot().walk() if "focused" in item.states), None)

    def origin(self, title=None):
        """Root-window position of this program's window."""
        for w in self.s.cmd("xdotool", "search", "--onlyvisible", "--pid", self.p.pid).split():
            info = self.s.cmd("xwininfo", "-id", w.decode()).decode()
            if "Override Redirect State: no" in info and (title is None or f'"{title}"' in info):
                return tuple(int(re.search(rf"Absolute upper-left {a}:\s+(-?\d+)", info)[1]) for a in "XY")
        raise LookupError("no X window")

    def tree(self):
        try:
            return "\n".join(self.node.dump())
        except Gone as gone:                                       # it crashed: what it said last matters more
            return f"({gone.message})"

    def window(self, title=None):
        """X window of this program, as text for xdotool."""
        for w in self.s.cmd("xdotool", "search", "--onlyvisible", "--pid", self.p.pid).split():
            info = self.s.cmd("xwininfo", "-id", w.decode()).decode()
            if "Override Redirect State: no" in info and (title is None or f'"{title}"' in info):
                return w.decode()
        raise LookupError("no X window")

    def resize(self, width, height):
        """Gives the window this size, as a person dragging its border would, and waits until it has it."""
        def there():
            frame = self.node.all("frame")
            return frame and frame[0].extents()[2:]
        w = self.window()
        self.s.cmd("xdotool", "windowsize", "--sync", w, width, height)
        return there()

    def stop(self):
        return _end(self.p)

    def kill(self):
        self.p.kill()
        self.p.wait()


class Node:
    """An object on the accessibility bus; what it is asked, it answers now."""

    def __init__(self, app, ref):
        self.app, self.ref = app, ref

    def __eq__(self, other):
        return isinstance(other, Node) and self.ref == other.ref

    def __hash__(self):
        return hash(self.ref)

    def __repr__(self):
        try:
            return f"<{self.role} {self.name!r}>"
        except Gone:
            return f"<gone {self.ref[1]}>"

    def ask(self, interface, method, signature=None, *arguments):
        return self.app.s.bus.call(self.ref, interface, method, signature, *arguments)

    def get(self, interface, name):
        return self.app.s.bus.get(self.ref, interface, name)

    role = property(lambda self: role_name(self.ask("Accessible", "GetRole")))
    name = property(lambda self: str(self.get("Accessible", "Name")))
    description = property(lambda self: str(self.get("Accessible", "Description")))
    states = property(lambda self: state_names(self.ask("Accessible", "GetState")))
    parent = property(lambda self: Node(self.app, self.get("Accessible", "Parent")))
    children = property(lambda self: [Node(self.app, ref) for ref in self.ask("Accessible", "GetChildren")])
    interfaces = property(lambda self: {name.rpartition(".")[2] for name in self.ask("Accessible", "GetInterfaces")})
    value = property(lambda self: self.get("Value", "CurrentValue"))

    @property
    def focused(self):
        try:
            return "focused" in self.states
        except Gone:
            return False

    @property
    def actions(self):
        try:
            return [self.ask("Action", "GetName", "i", i) for i in range(self.get("Action", "NActions"))]    # GetActions has them in words
        except Gone:                       # it went away, has none, or changed between the two questions
            return []

    @property
    def text(self):
        # GTK's entry answers (0, -1) with "": ask for the length
        return self.ask("Text", "GetText", "ii", 0, self.get("Text", "CharacterCount"))

    def walk(self):
        return (Node(self.app, item.ref) for item in self.app.snapshot().walk(self.ref))

    def all(self, role=None, name=None, states=("showing",)):
        return [Node(self.app, item.ref) for item in self.app.snapshot().walk(self.ref) if item.matches(role, name, states)]

    def find(self, role=None, name=None, timeout=None, nth=0, states=("showing",)):
        try:
            return wait_until(lambda: (self.all(role, name, states)[nth:nth + 1] or [None])[0],
                              f"{role} {name!r}", timeout)
        except Timeout as e:
            raise Timeout(f"{e}\n{self.app.tree()}\n{self.app.output()}") from None

    def dump(self, all_nodes=False):
        """Lines for people: nodes with a name or a use, without GTK's layout boxes."""
        tree = self.app.snapshot()

        def lines(item, depth):
            plain = item.role in ("panel", "grouping", "label") and not item.name
            if all_nodes or not plain:
                acts = [a for a in Node(self.app, item.ref).actions if not re.match(r"(clipboard|selection|link|text|misc|menu)\.", a)]
                st = sorted(item.states - {"showing", "visible", "sensitive", "focusable"})
                yield "  " * depth + f"{item.role} {item.name!r} {','.join(st)} {' '.join(acts)}".rstrip()
                depth += 1
            for child in tree.children(item):
                yield from lines(child, depth)
        return lines(tree.items[self.ref], 0)

    def wait_state(self, *states, absent=(), timeout=None):
        wait_until(lambda: set(states) <= self.states and not set(absent) & self.states,
                   lambda: f"{self!r} to be {states} not {absent}, is {self.states}", timeout)
        return self

    # ---- through AT-SPI: needs no focus and no pointer ----
    def act(self, name="click"):
        a = wait_until(lambda: name in (a := self.actions) and a, lambda: f"{self!r} to have {name!r}, it has {self.actions}", 5)
        # what is not sensitive yet refuses
        wait_until(lambda: self.ask("Action", "DoAction", "i", a.index(name)), lambda: f"{self!r} to take {name!r}", 5)
        return self

    def set_text(self, s):
        assert self.ask("EditableText", "SetTextContents", "s", s), f"{self!r} refused text"
        return self

    def select(self, i):
        assert self.ask("Selection", "SelectChild", "i", i), f"{self!r} refused selecting {i}"
        return self

    # ---- through the X server: what a person does ----
    def extents(self):
        """In its window: x, y, width, height."""
        return self.ask("Component", "GetExtents", "u", 1)

    def centre(self):
        """Screen position."""
        x, y, w, h = self.at_rest()
        return x + w // 2, y + h // 2

    def at_rest(self):
        """On the screen: x, y, width, height; waits until it has stopped moving for two looks in a row."""
        seen = [None]

        def still():
            now = self.extents()
            ok, seen[0] = now == seen[0] and 0 < now[2] < 9999, now
            return ok
        wait_until(still, f"{self!r} to stand still")
        x, y, w, h = seen[0]
        top = self
        while top.role not in ("frame", "application"):
            top = top.parent
        ox, oy = self.app.origin(top.name or None)
        return ox + x, oy + y, w, h

    def click(self, button=1, repeat=1, corner=None):
        """In its middle, or so many pixels from its upper left corner: the middle of a long text is below the window's edge."""
        x, y = self.centre() if corner is None else (n + corner for n in self.at_rest()[:2])
        # The server takes them in this order; --sync would wait 15 s for a pointer that is there already.
        self.app.s.cmd("xdotool", "mousemove", x, y, "click", "--repeat", repeat, "--delay", 20, button)
        return self

    def choose(self, label):
        """For a GtkDropDown or AdwComboRow: open it and click the row that shows label
        (GTK gives these rows no name, so look for the label inside). Other lists may have a row of that name."""
        self.click()

        def row():
            rows = [n for n in self.all("list item")
                    if any(k.role == "label" and k.name == label for k in n.walk())]
            return rows[-1] if rows else None
        wait_until(row, f"row {label!r}").click()
        return self

    def type(self, text, clear=False):
        """Click into it, wait for the focus, type with real key events."""
        self.click()
        if "focusable" in self.states:
            self.wait_state("focused")
        if clear:
            self.app.s.key("ctrl+a", "Delete")
        self.app.s.type(text)
        return self

    def drag_to(self, other, step=24):
        """Drag and drop in step with the program: the drag icon is an X window, so its
        arrival, its following the pointer and its going away tell how far GTK has come."""
        (x0, y0), (x1, y1) = self.centre(), other.centre()
        s, before = self.app.s, set(self.app.s.windows())

        def icon():
            return [(w, at) for w, at in s.windows().items() if w not in before and at[:4] != "1x1+" and s.mapped(w)]

        def move(x, y, follow=None):
            s.cmd("xdotool", "mousemove", "--sync", x, y)
            if follow:
                wait_until(lambda: [at for _, at in icon()] != follow, "drag icon to follow", 3)
            return [at for _, at in icon()]
        s.cmd("xdotool", "mousemove", x0, y0, "mousedown", 1)
        try:
            n, k = max(abs(x1 - x0), abs(y1 - y0)) // step + 1, 0
            while not icon():                        # GTK drops motion in the frame of the press: go on moving
                k += 1
                if k > 100:
                    raise Timeout(f"no drag began on {self!r}")
                s.cmd("xdotool", "mousemove", "--sync", x0 + 10 + k % 2 * 6, y0 + 10)
            for i in range(1, n + 1):
                move(x0 + (x1 - x0) * i // n, y0 + (y1 - y0) * i // n)
            for d in (3, 0, 3, 0):                   # target has answered the last but one position
                move(x1 + d, y1, [at for _, at in icon()])
        finally:
            s.cmd("xdotool", "mouseup", 1)
        wait_until(lambda: not icon(), "drag icon to go", 5)
        return self
