# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The accessibility bus, as a screen reader talks to a program on it.

libatspi asks one thing of one object at a time: six hundred of them, twice each, were most of the time that the tests took.
GTK answers for all of them at once when its cache is asked (org.a11y.atspi.Cache.GetItems), with what holds at that moment.
Needs at-spi2-core, and gir1.2-atspi-2.0 for the names of roles and states.
"""
import functools
import os

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

ROOT = "/org/a11y/atspi/accessible/root"
CACHE = "/org/a11y/atspi/cache"
VISIBLE = int(Atspi.StateType.VISIBLE)
PATIENCE = 10_000                                # milliseconds that a busy program may take for an answer


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


def _connect(address):
    flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
    return Gio.DBusConnection.new_for_address_sync(address, flags, None, None)


class Bus:
    """The bus of this session. An object on it is a pair: the name of its program's connection and its path."""

    def __init__(self):
        session = _connect(os.environ["DBUS_SESSION_BUS_ADDRESS"])
        answer = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, Gio.DBusCallFlags.NONE, PATIENCE, None)
        self.connection = _connect(answer.unpack()[0])
        self.focus = None                        # the object that said last that it has the keys
        self.doubted = set()                     # the objects that are asked for their children one by one
        self.connection.signal_subscribe(None, "org.a11y.atspi.Event.Object", "StateChanged", None, "focused", Gio.DBusSignalFlags.NONE, self._focused)
        self.connection.call_sync("org.a11y.atspi.Registry", "/org/a11y/atspi/registry", "org.a11y.atspi.Registry", "RegisterEvent",
                                  GLib.Variant("(sass)", ("object:state-changed:focused", [], "")), None, Gio.DBusCallFlags.NONE, PATIENCE, None)

    def _focused(self, connection, sender, path, interface, signal, parameters):
        if parameters.get_child_value(1).unpack():
            self.focus = (sender, path)

    def call(self, ref, interface, method, signature=None, *arguments):
        """The answer of an object: None, one value, or a tuple of several; GLib.Error when there is no such object any more."""
        parameters = GLib.Variant(signature, arguments) if signature else None
        answer = self.connection.call_sync(ref[0], ref[1], "org.a11y.atspi." + interface, method, parameters, None, Gio.DBusCallFlags.NONE, PATIENCE, None).unpack()
        return answer[0] if len(answer) == 1 else answer or None

    def get(self, ref, interface, name):
        """A property of an object."""
        return self.connection.call_sync(ref[0], ref[1], "org.freedesktop.DBus.Properties", "Get", GLib.Variant("(ss)", ("org.a11y.atspi." + interface, name)), None,
                                         Gio.DBusCallFlags.NONE, PATIENCE, None).unpack()[0]

    def program(self, pid):
        """The root object of the program with this process id, or None while it is not on the bus."""
        for ref in self.call(("org.a11y.atspi.Registry", ROOT), "Accessible", "GetChildren"):
            owner = self.connection.call_sync("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "GetConnectionUnixProcessID", GLib.Variant("(s)", (ref[0],)), None,
                                              Gio.DBusCallFlags.NONE, PATIENCE, None).unpack()[0]
            if owner == pid:
                return ref
        return None


class Item:
    """What an object said of itself when all were asked."""
    __slots__ = ("ref", "parent", "index", "count", "name", "role_number", "words")

    def __init__(self, answer):
        self.ref, _, self.parent, self.index, self.count, _, self.name, self.role_number, _, self.words = answer

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

    def _reveal(self):
        """Asks the parents that are to be asked; whether one of them had a child that was not known: it is from now on."""
        new = []
        for item in self.walk():
            below = self.below.get(item.ref, [])
            agree = item.ref != self.root and [child.index for child in below] == list(range(item.count))
            if agree and not self.ask_each and item.ref not in self.bus.doubted:
                continue
            refs = self._ask(item.ref) if item.count or item.ref == self.root else []
            if refs != [child.ref for child in below]:
                self.bus.doubted.add(item.ref)
            self.below[item.ref] = [self.items[ref] for ref in refs if ref in self.items]
            new += [ref for ref in refs if ref not in self.items]
        revealed = bool(new)
        while new:
            new += self._ask(new.pop())
        return revealed

    def _ask(self, ref):
        try:
            return self.bus.call(ref, "Accessible", "GetChildren")
        except GLib.Error:                       # it went away meanwhile
            return []

    def children(self, item):
        return self.below.get(item.ref, [])

    def walk(self, ref=None):
        """The object and all below it, parents before their children, in the order of the keys."""
        todo = [self.items[ref or self.root]] if (ref or self.root) in self.items else []
        while todo:
            item = todo.pop()
            yield item
            todo += reversed(self.children(item))
