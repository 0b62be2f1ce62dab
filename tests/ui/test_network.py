#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""F45 for the window: a session from the start to the end, traced, opens no socket but those of the desktop."""
import os
import re
import subprocess

from foothold_case import FIXTURES, FootholdCase
import tap

PAGE = FIXTURES / "pages" / "posting-da-nang.html"
# What asks for a way out of this computer, or looks for one.
OUTSIDE = re.compile(r"AF_INET6?\b|AF_PACKET|AF_NETLINK|AF_VSOCK|AF_BLUETOOTH")
FAMILY = re.compile(r"socket(?:pair)?\((AF_\w+)")


class Network(FootholdCase):
    profile = True

    def tracing(self, detached=True):
        """Detached, so that the program itself is what was started."""
        self.trace = os.path.join(self.session.dir, f"{self.id()}.trace")
        return ["strace", *(["-D"] if detached else []), "-f", "--seccomp-bpf", "-o", self.trace, "-e", "trace=socket,socketpair,connect,bind"]

    def traced(self):
        with open(self.trace, encoding="utf-8", errors="replace") as f:
            return f.read()

    def test_a_session_of_the_window(self):
        """Import, search, edit, undo, export, quit."""
        path = os.path.join(self.session.dir, "traced.json")
        self.start(PAGE, through=self.tracing(), timeout=120)
        dialog = self.find("dialog", timeout=60)
        self.until(lambda: [n for n in dialog.all("button", re.compile("^Import")) if "sensitive" in n.states], "the button that imports", 60)[0].act()
        self.gone("dialog", timeout=60)
        card = self.until(lambda: [n for n in self.app.node.all("list item") if "list.select" in n.actions], "the card", 60)[0]
        self.find("entry", "Search").set_text("da nang")
        card.act("list.select")
        title = self.find("text", "Title", timeout=60)
        title.type("Leaflet", clear=True)
        self.key("Return")
        self.find("list item", re.compile("^Leaflet"), timeout=60)
        self.key("ctrl+z")
        self.gone("list item", re.compile("^Leaflet"), timeout=60)
        self.find("frame", "Foothold").act("win.export")
        self.find("dialog", "Export", timeout=60).find("button", re.compile("^Export")).act()
        self.save_as("Export", path, "Export")
        self.until(lambda: os.path.exists(path), "the export", 60)
        self.quit()
        trace = self.traced()
        self.assertEqual(set(FAMILY.findall(trace)), {"AF_UNIX"}, "sockets of these families, where the desktop's alone are expected")
        self.assertNotRegex(trace, OUTSIDE)

    def test_a_socket_is_seen(self):
        """A test that cannot fail proves nothing."""
        subprocess.run([*self.tracing(detached=False), "/usr/bin/python3", "-c", "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)"], check=True, timeout=60)
        self.assertRegex(self.traced(), OUTSIDE)


if __name__ == "__main__":
    tap.main()
