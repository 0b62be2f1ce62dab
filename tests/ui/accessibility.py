# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The accessibility bus, as a screen reader talks to a program on it.

libatspi asks one thing of one object at a time: six hundred of them, twice each, were most of the time that the tests took.
GTK answers for all of them at once when its cache is asked (org.a11y.atspi.Cache.GetItems), with what holds at that moment.
libdbus takes such an answer apart in half the time of GDBus in Python, and objects that have to be asked one by one are asked all together.
Needs at-spi2-core, python3-dbus, and gir1.2-atspi-2.0 for the names of roles and states.
"""
import functools
import os

import dbus.bus
import dbus.mainloop.glib
import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

ROOT = "/org/a11y/atspi/accessible/root"
CACHE = "/org/a11y/atspi/cache"
VISIBLE = int(Atspi.StateType.VISIBLE)
PATIENCE = 10.0                                  # seconds that a busy program may take for an answer
Gone = dbus.DBusException                        # there is no such object any more, or it has no such answer


@functools.cache
def role_name(role):
    return Atspi.role_get_name(Atspi.Role(role))


@functools.cache
def _state_name(bit):
    return Atspi.StateType(bit).value_nick


def state_names(words):
    """The set of names of what is on in two words of 32 bits."""
    bits = words[0] | words[1] << 32
    return {_state_name(bit) for bit in range(64) if bits >> bit & 1}


class Bus:
    """The bus of this session. An object on it is a pair: the name of its program's connection and its path."""

    def __init__(self):
        session = dbus.bus.BusConnection(os.environ["DBUS_SESSION_BUS_ADDRESS"])
        address = session.call_blocking("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, (), timeout=PATIENCE)
        session.close()
        self.connection = dbus.bus.BusConnection(address, mainloop=dbus.mainloop.glib.DBusGMainLoop())
        self.focus = None                        # the object that said last that it has the keys
        self.doubted = set()                     # the objects that are asked for their children one by one
        self.connection.add_signal_receiver(self._focused, "StateChanged", "org.a11y.atspi.Event.Object", arg0="focused", sender_keyword="sender", path_keyword="path")
        self._call(("org.a11y.atspi.Registry", "/org/a11y/atspi/registry"), "org.a11y.atspi.Registry", "RegisterEvent", "sass", "object:state-changed:focused", [], "")

    def _focused(self, kind, on, *rest, sender, path):
        if on:
            self.focus = (sender, path)

    def _call(self, ref, interface, method, signature=None, *arguments):
        return self.connection.call_blocking(ref[0], ref[1], interface, method, signature, arguments, timeout=PATIENCE)

    def call(self, ref, interface, method, signature=None, *arguments):
        """The answer of an object: None, one value, or a tuple of several; Gone when there is no such object any more."""
        return self._call(ref, "org.a11y.atspi." + interface, method, signature, *arguments)

    def get(self, ref, interface, name):
        """A property of an object."""
        return self._call(ref, "org.freedesktop.DBus.Properties", "Get", "ss", "org.a11y.atspi." + interface, name)

    def children(self, refs):
        """The children of each of the objects, {object: list}; an object that went away has none. All are asked before the first answers."""
        answers, context = {}, GLib.MainContext.default()
        for ref in refs:
            self.connection.call_async(ref[0], ref[1], "org.a11y.atspi.Accessible", "GetChildren", None, (),
                                       functools.partial(answers.__setitem__, ref), lambda gone, ref=ref: answers.__setitem__(ref, []), timeout=PATIENCE)
        while len(answers) < len(refs):
            context.iteration(True)
        return answers

    def program(self, pid):
        """The root object of the program with this process id, or None while it is not on the bus."""
        for ref in self.call(("org.a11y.atspi.Registry", ROOT), "Accessible", "GetChildren"):
            if self._call(("org.freedesktop.DBus", "/"), "org.freedesktop.DBus", "GetConnectionUnixProcessID", "s", ref[0]) == pid:
                return ref
        return None


class Item:
    """What an object said of itself when all were asked."""
    __slots__ = ("ref", "parent", "index", "count", "name", "role_number", "words")

    def __init__(self, answer):
        self.ref, _, self.parent, self.index, self.count, _, name, self.role_number, _, self.words = answer
        self.name = str(name)

    role = property(lambda self: role_name(self.role_number))
    states = property(lambda self: state_names(self.words))

    def matches(self, role=None, name=None, states=()):
        if role and self.role != role:
            return False
        if name is not None and not (name.search(self.name) if hasattr(name, "search") else self.name == name):
            return False
        return not states or set(states) <= self.states


class Tree:
    """All the objects of a program at one moment.

    Who is whose child the child says. The parent is right where the two disagree: GTK tells the parent alone that a child is out of sight, and what nobody
    has asked for yet is not among all. In the place of one that is not known yet there may be one that is out of sight, and nobody sees that they
    disagree: whoever waits in vain asks each parent (ask_each), and those that are caught are asked each time from then on.
    """
    TRIES = 5                                    # new ones may come while the ones before are asked for
    ask_each = False

    def __init__(self, bus, root):
        self.bus, self.root = bus, root
        for _ in range(self.TRIES):
            self._read()
            if not self._reveal():
                break

    def _read(self):
        self.items, below = {}, {}
        for answer in self.bus.call((self.root[0], CACHE), "Cache", "GetItems"):
            item = Item(answer)
            self.items[item.ref] = item
            if item.words[0] >> VISIBLE & 1:
                below.setdefault(item.parent, []).append(item)
        self.below = {ref: sorted(items, key=lambda item: item.index) for ref, items in below.items()}

    def _in_doubt(self, item):
        """Whether what the children said may be less than what their parent knows."""
        return (self.ask_each or item.ref == self.root or item.ref in self.bus.doubted
                or [child.index for child in self.below.get(item.ref, [])] != list(range(item.count)))

    def _reveal(self):
        """Asks the parents that are to be asked; whether one of them had a child that was not known: it is from now on."""
        asked, new = set(), []
        while doubtful := [item for item in self.walk() if item.ref not in asked and self._in_doubt(item)]:
            answers = self.bus.children([item.ref for item in doubtful if item.count or item.ref == self.root])
            for item in doubtful:
                refs = answers.get(item.ref, [])
                if refs != [child.ref for child in self.below.get(item.ref, [])]:
                    self.bus.doubted.add(item.ref)
                self.below[item.ref] = [self.items[ref] for ref in refs if ref in self.items]
                new += [ref for ref in refs if ref not in self.items]
                asked.add(item.ref)
        revealed = bool(new)
        while new:
            new = [ref for refs in self.bus.children(new).values() for ref in refs]
        return revealed

    def children(self, item):
        return self.below.get(item.ref, [])

    def walk(self, ref=None):
        """The object and all below it, parents before their children, in the order of the keys."""
        todo = [self.items[ref or self.root]] if (ref or self.root) in self.items else []
        while todo:
            item = todo.pop()
            yield item
            todo += reversed(self.children(item))
