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
One Session per Python process: libatspi stays with the first bus it finds.
Needs: xvfb dbus-daemon at-spi2-core openbox xdotool x11-utils xclip imagemagick util-linux
       python3-gi gir1.2-atspi-2.0; exact-bounds.so, which meson builds, makes positions exact.
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
import warnings

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
    """Run the GLib main context (libatspi hears events there) until cond() is true."""
    from gi.repository import GLib
    ctx, last = GLib.MainContext.default(), None
    end = time.monotonic() + (TIMEOUT if timeout is None else timeout)
    while True:
        while ctx.pending():
            ctx.iteration(False)
        try:
            r = cond()
            if r:
                return r
        except GLib.Error as e:                  # node vanished between two calls: look again
            last = e
        if time.monotonic() > end:
            raise Timeout(f"timed out waiting for {what() if callable(what) else what}"
                          + (f" ({last})" if last else ""))
        tick = GLib.timeout_add(15, lambda: True)    # an event wakes us, else 15 ms
        ctx.iteration(True)
        GLib.source_remove(tick)


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
            os.environ.update(e)                 # before libatspi looks for its bus
            import gi
            gi.require_version("Atspi", "2.0")
            from gi.repository import Atspi, GLib
            # Of a state that libatspi does not know it complains at each row, and the log of a failure is hidden behind that.
            GLib.log_set_handler("dbind", GLib.LogLevelFlags.LEVEL_WARNING, lambda *_: None)
            if self.dpi:
                subprocess.run(["xrdb", "-merge"], env=e, input=f"Xft.dpi: {self.dpi}\n".encode(), check=True)
            if self.wm:
                self.spawn([self.wm])
                wait_until(lambda: b"window id" in self.cmd("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"), self.wm)
            Atspi.init()
            Atspi.set_timeout(3000, 10000)
            self.desktop, self.focus = Atspi.get_desktop(0), None
            self.listener = Atspi.EventListener.new(self._focused)
            self.listener.register("object:state-changed:focused")
        except BaseException:
            self.__exit__()
            raise
        return self

    def _focused(self, event):
        if event.detail1:
            self.focus = event.source

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
        d = self.s.desktop
        for i in range(d.get_child_count()):
            c = d.get_child_at_index(i)
            if c and c.get_process_id() == self.p.pid and c.get_child_count():
                return Node(self, c)

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

    def focused(self):
        """What has the keys: as the program said last, or found among all that there is."""
        from gi.repository import GLib
        try:
            told = self.s.focus and Node(self, self.s.focus)
            if told and told.acc.get_process_id() == self.p.pid and told.focused:
                return told
        except GLib.Error:                       # it went away
            pass
        return next((n for n in self.node.walk() if n.focused), None)

    def origin(self, title=None):
        """Root-window position of this program's window."""
        for w in self.s.cmd("xdotool", "search", "--onlyvisible", "--pid", self.p.pid).split():
            info = self.s.cmd("xwininfo", "-id", w.decode()).decode()
            if "Override Redirect State: no" in info and (title is None or f'"{title}"' in info):
                return tuple(int(re.search(rf"Absolute upper-left {a}:\s+(-?\d+)", info)[1]) for a in "XY")
        raise LookupError("no X window")

    def tree(self):
        from gi.repository import GLib
        try:
            return "\n".join(self.node.dump())
        except GLib.Error as gone:                                       # it crashed: what it said last matters more
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
    def __init__(self, app, acc):
        self.app, self.acc = app, acc

    def __repr__(self):
        return f"<{self.role} {self.name!r}>"

    role = property(lambda self: self.acc.get_role_name())
    name = property(lambda self: self.acc.get_name() or "")
    states = property(lambda self: {s.value_nick for s in self.acc.get_state_set().get_states()})
    parent = property(lambda self: Node(self.app, self.acc.get_parent()))

    @property
    def focused(self):
        from gi.repository import GLib
        try:
            return "focused" in self.states
        except GLib.Error:
            return False

    @property
    def actions(self):
        if "Action" not in self.acc.get_interfaces():
            return []
        from gi.repository import GLib
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                return [self.acc.get_action_name(i) for i in range(self.acc.get_n_actions())]
            except GLib.Error:                   # it went away, or changed, between the two questions
                return []

    @property
    def text(self):
        from gi.repository import Atspi          # GTK's entry answers (0, -1) with "": ask for the length
        return Atspi.Text.get_text(self.acc, 0, Atspi.Text.get_character_count(self.acc))

    @property
    def description(self):
        return self.acc.get_description() or ""

    @property
    def value(self):
        return self.acc.get_current_value()

    @property
    def children(self):
        for i in range(self.acc.get_child_count()):
            c = self.acc.get_child_at_index(i)
            if c is not None:
                yield Node(self.app, c)

    def walk(self):
        from gi.repository import GLib
        yield self
        try:
            for c in self.children:
                yield from c.walk()
        except GLib.Error:                       # the branch went away meanwhile
            pass

    def matches(self, role=None, name=None, states=()):
        if role and self.role != role:
            return False
        if name is not None and not (name.search(self.name) if hasattr(name, "search") else self.name == name):
            return False
        return not states or set(states) <= self.states

    def all(self, role=None, name=None, states=("showing",)):
        from gi.repository import GLib
        out = []
        for n in self.walk():
            try:
                if n.matches(role, name, states):
                    out.append(n)
            except GLib.Error:
                pass
        return out

    def find(self, role=None, name=None, timeout=None, nth=0, states=("showing",)):
        try:
            return wait_until(lambda: (self.all(role, name, states)[nth:nth + 1] or [None])[0],
                              f"{role} {name!r}", timeout)
        except Timeout as e:
            raise Timeout(f"{e}\n{self.app.tree()}\n{self.app.output()}") from None

    def dump(self, depth=0, all_nodes=False):
        """Lines for people: nodes with a name or a use, without GTK's layout boxes."""
        plain = self.role in ("panel", "grouping", "label") and not self.name
        if all_nodes or not plain:
            acts = [a for a in self.actions if not re.match(r"(clipboard|selection|link|text|misc|menu)\.", a)]
            st = sorted(self.states - {"showing", "visible", "sensitive", "focusable"})
            yield "  " * depth + f"{self.role} {self.name!r} {','.join(st)} {' '.join(acts)}".rstrip()
            depth += 1
        for c in self.children:
            yield from c.dump(depth, all_nodes)

    def wait_state(self, *states, absent=(), timeout=None):
        wait_until(lambda: set(states) <= self.states and not set(absent) & self.states,
                   lambda: f"{self!r} to be {states} not {absent}, is {self.states}", timeout)
        return self

    # ---- through AT-SPI: needs no focus and no pointer ----
    def act(self, name="click"):
        a = wait_until(lambda: name in (a := self.actions) and a, lambda: f"{self!r} to have {name!r}, it has {self.actions}", 5)
        # what is not sensitive yet refuses
        wait_until(lambda: self.acc.do_action(a.index(name)), lambda: f"{self!r} to take {name!r}", 5)
        return self

    def set_text(self, s):
        assert self.acc.set_text_contents(s), f"{self!r} refused text"
        return self

    def select(self, i):
        assert self.acc.select_child(i), f"{self!r} refused selecting {i}"
        return self

    # ---- through the X server: what a person does ----
    def extents(self):
        from gi.repository import Atspi
        e = self.acc.get_extents(Atspi.CoordType.WINDOW)
        return e.x, e.y, e.width, e.height

    def centre(self):
        """Screen position; waits until it has stopped moving for two looks in a row."""
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
        return ox + x + w // 2, oy + y + h // 2

    def click(self, button=1, repeat=1):
        x, y = self.centre()
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
