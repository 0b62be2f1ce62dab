#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reminders on the desktop: said once, opened and put off from there, taken back when done; and going on without a window where the desktop allows it."""
import datetime
import os
import re

from foothold_case import FootholdCase, session
from tracker_data import TrackerData, day
import tap

# Noon, wherever the test runs and whenever: reminders go by the hour.
OFFSET = 12 - datetime.datetime.now(datetime.timezone.utc).hour

NOTIFICATIONS = """<node><interface name="org.freedesktop.Notifications">
  <method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="as" direction="in"/><arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/></method>
  <method name="CloseNotification"><arg type="u" direction="in"/></method>
  <method name="GetCapabilities"><arg type="as" direction="out"/></method>
  <method name="GetServerInformation"><arg type="s" direction="out"/><arg type="s" direction="out"/><arg type="s" direction="out"/><arg type="s" direction="out"/></method>
  <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
  <signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
</interface></node>"""

PORTAL = """<node><interface name="org.freedesktop.portal.Background">
  <method name="RequestBackground"><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/><arg type="o" direction="out"/></method>
</interface></node>"""


class Desktop:
    """What stands for the desktop on the tests' bus: it shows notifications, and answers whether one may go on in the background."""

    def __init__(self):
        from gi.repository import Gio
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.shown, self.closed, self.asked, self.allows, self.last = {}, [], [], True, 0
        self.own("org.freedesktop.Notifications", "/org/freedesktop/Notifications", NOTIFICATIONS, self.called)
        self.own("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", PORTAL, self.portal_called)

    def own(self, name, path, interface, called):
        from gi.repository import Gio
        self.bus.register_object_with_closures2(path, Gio.DBusNodeInfo.new_for_xml(interface).interfaces[0], called, None, None)
        Gio.bus_own_name_on_connection(self.bus, name, Gio.BusNameOwnerFlags.NONE, None, None)

    def called(self, connection, sender, path, interface, method, parameters, invocation):
        from gi.repository import GLib
        if method == "Notify":
            _, replaces, _, title, body, actions, _, _ = parameters.unpack()
            self.last = replaces or self.last + 1
            self.shown[self.last] = (title, body, dict(zip(actions[1::2], actions[::2])))
            invocation.return_value(GLib.Variant("(u)", (self.last,)))
        elif method == "CloseNotification":
            self.closed.append(self.shown.pop(parameters.unpack()[0], ("",))[0])
            invocation.return_value(None)
        elif method == "GetCapabilities":
            invocation.return_value(GLib.Variant("(as)", (["actions", "body"],)))
        else:
            invocation.return_value(GLib.Variant("(ssss)", ("test", "test", "1", "1.2")))

    def portal_called(self, connection, sender, path, interface, method, parameters, invocation):
        from gi.repository import GLib
        _, options = parameters.unpack()
        self.asked.append(options)
        handle = f"/org/freedesktop/portal/desktop/request/{sender[1:].replace('.', '_')}/{options['handle_token']}"
        invocation.return_value(GLib.Variant("(o)", (handle,)))
        answer = {"background": GLib.Variant("b", self.allows), "autostart": GLib.Variant("b", self.allows and options["autostart"])}
        connection.emit_signal(sender, handle, "org.freedesktop.portal.Request", "Response", GLib.Variant("(ua{sv})", (0 if self.allows else 1, answer)))

    def titles(self):
        return sorted(title for title, _, _ in self.shown.values())

    def invoke(self, title, button=None):
        """The button of that name, or the notification itself."""
        from gi.repository import GLib
        number, (_, _, actions) = next((n, v) for n, v in self.shown.items() if v[0] == title)
        key = actions[button] if button else "default"
        self.bus.emit_signal(None, "/org/freedesktop/Notifications", "org.freedesktop.Notifications", "ActionInvoked", GLib.Variant("(us)", (number, key)))


_desktop = None


class Reminders(FootholdCase):
    profile = True
    environment = {"TZ": f"TST{-OFFSET:+d}", "GNOTIFICATION_BACKEND": "freedesktop"}

    def setUp(self):
        global _desktop
        super().setUp()
        session()
        _desktop = _desktop or Desktop()
        self.desktop = _desktop
        self.desktop.shown.clear()
        self.desktop.closed.clear()
        self.desktop.asked.clear()
        self.desktop.allows = True

    def switch_on(self):
        with open(os.path.join(self.data, "settings.ini"), "a", encoding="utf-8") as f:
            f.write("\n[window]\nreminders=true\n")

    def put(self):
        with TrackerData(self.data) as data:
            self.application = data.application("Logo", "Acme", sent_on=day(-12))
            ahead = data.application("Survey", "Lindens", state="interview", sent_on=day(-5), heard_on=day(-1))
            data.insert("interview", application=ahead, meets_on=day(0), meets_time="15:00")
            data.person("Mara Lind", next_step="Send the slides", next_step_on=day(0))
            data.person("Later", next_step="Nothing yet", next_step_on=day(1))

    def says(self, *titles):
        self.until(lambda: self.desktop.titles() == sorted(titles), lambda: f"{titles}, it is {self.desktop.titles()}")

    def line(self):
        return self.until(lambda: [n for n in self.app.node.all("list item", re.compile("^Today"), states=()) if "row.open" in n.actions], "the line of Today")[0]

    def test_off(self):
        """Nobody is reminded who did not ask for it."""
        self.put()
        self.start()
        self.until(lambda: self.line().name.endswith("3 wait for you"), "the count")
        self.assertEqual(self.desktop.titles(), [])

    def test_said_once(self):
        self.put()
        self.switch_on()
        self.start()
        self.says("Follow up", "Interview today at 15:00", "Send the slides")
        self.assertEqual({body for _, body, _ in self.desktop.shown.values()}, {"Logo, Acme", "Survey, Lindens", "Mara Lind"})
        buttons = {title: [label for label in actions if label] for title, _, actions in self.desktop.shown.values()}
        self.assertEqual(buttons["Follow up"], ["Open", "Snooze until Tomorrow"])
        self.assertEqual(buttons["Interview today at 15:00"], ["Open"])

        # put off on the desktop, and taken back in the window
        self.desktop.invoke("Follow up", "Snooze until Tomorrow")
        self.says("Interview today at 15:00", "Send the slides")
        self.assertEqual(self.desktop.closed, ["Follow up"])
        self.until(lambda: self.line().name.endswith("2 wait for you"), "the count")

        # done in the window
        self.line().act("row.open")
        self.find("list item", re.compile("^Send the slides")).act("due.act")
        self.says("Interview today at 15:00")

        # the next start says nothing again
        self.quit()
        self.desktop.shown.clear()
        self.start()
        self.until(lambda: self.line().name.endswith("1 waits for you"), "the count")
        self.assertEqual(self.desktop.titles(), [])

    def test_opened(self):
        self.put()
        self.switch_on()
        self.start()
        self.says("Follow up", "Interview today at 15:00", "Send the slides")
        self.desktop.invoke("Follow up")
        self.until(lambda: [n for n in self.app.node.all("list item", re.compile("^Applications"), states=()) if "selected" in n.states], "the applications")
        self.find(None, re.compile("Logo"))

    def test_together(self):
        with TrackerData(self.data) as data:
            for n in range(5):
                data.person(f"Person {n}", next_step=f"Step {n}", next_step_on=day(-n))
        self.switch_on()
        self.start()
        self.says("5 things are due")
        self.desktop.invoke("5 things are due")
        self.until(lambda: "selected" in self.line().states, "Today")
        rows = self.until(lambda: [n for n in self.app.node.all("list item", re.compile("^Step")) if "due.act" in n.actions], "what is due")
        rows[0].act("due.act")
        self.until(lambda: len([n for n in self.app.node.all("list item", re.compile("^Step")) if "due.act" in n.actions]) == 4, "four")
        # fewer are known already: nothing new is said
        self.find("list item", re.compile("^Step")).act("due.act")
        self.until(lambda: self.desktop.titles() == [], lambda: f"it to be taken back, it is {self.desktop.titles()}")

    def preferences(self):
        self.find("frame", "Foothold").act("win.preferences")
        return self.find("dialog", "Preferences")

    def test_without_a_window(self):
        self.put()
        self.start()
        self.line()
        self.preferences().find("check box", "Remind me", nth=1).act("toggle")
        self.says("Follow up", "Interview today at 15:00", "Send the slides")
        self.find("label", "Also while no window is open")
        self.assertEqual(self.desktop.asked[0]["autostart"], True)
        self.assertEqual(self.desktop.asked[0]["commandline"], ["foothold", "--gapplication-service"])
        self.find("frame", "Foothold").act("window.close")
        self.until(lambda: not self.app.node.all("frame"), "the window to go")
        self.desktop.invoke("Send the slides", "Snooze until Tomorrow")
        self.says("Follow up", "Interview today at 15:00")
        self.desktop.invoke("Follow up", "Open")
        self.find("frame", "Foothold")
        self.find(None, re.compile("Logo"))

        # switched off: all of it goes, and the desktop is told
        self.preferences().find("check box", "Remind me", nth=1).act("toggle")
        self.says()
        self.until(lambda: len(self.desktop.asked) == 2, "the desktop to be told")
        self.assertEqual(self.desktop.asked[1]["autostart"], False)

    def test_not_allowed(self):
        self.desktop.allows = False
        self.put()
        self.start()
        self.line()
        self.preferences().find("check box", "Remind me", nth=1).act("toggle")
        self.says("Follow up", "Interview today at 15:00", "Send the slides")
        self.find("label", "While Foothold is open")
        app, self.app = self.app, None
        app.find("frame", "Foothold").act("window.close")
        self.until(lambda: app.p.poll() is not None, "the program to end with its window")
        self.check(app)


if __name__ == "__main__":
    tap.main()
