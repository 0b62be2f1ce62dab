#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The demo as somebody without a display meets it: an address on this machine alone, a password of this run, a window behind it, and an end.

It is the lower half of ./dev that is run here, with a build that is there already: what the upper half does is to get that far.
"""
import base64
import os
import re
import shutil
import signal
import socket
import struct
import subprocess
import tempfile
import unittest
import urllib.request

from foothold_case import PROGRAM, ROOT, SANITIZERS, wait_until
import tap

TOOLS = ["Xvfb", "dbus-daemon", "openbox", "x11vnc", "websockify", "setsid"]
PAGE = "/usr/share/novnc/vnc.html"
LIMIT = 60


class WebSocket:
    """As much of a websocket (RFC 6455) as a handshake needs."""

    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port), LIMIT)
        self.bytes = b""
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall((f"GET /websockify HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                             f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: binary\r\n\r\n").encode())
        head = b""
        while b"\r\n\r\n" not in head:
            head += self.receive(1)
        assert head.startswith(b"HTTP/1.1 101"), head

    def receive(self, n):
        out = b""
        while len(out) < n:
            part = self.socket.recv(n - len(out))
            if not part:
                raise ConnectionError("the other side has hung up")
            out += part
        return out

    def read(self, n):
        while len(self.bytes) < n:
            kind, length = self.receive(2)
            length &= 127
            if length > 125:
                length = int.from_bytes(self.receive(2 if length == 126 else 8), "big")
            payload = self.receive(length)
            if kind & 15 == 8:
                raise ConnectionError("the other side has closed")
            self.bytes += payload
        out, self.bytes = self.bytes[:n], self.bytes[n:]
        return out

    def write(self, data):
        mask = os.urandom(4)
        self.socket.sendall(bytes([0x82, 0x80 | len(data)]) + mask + bytes(b ^ mask[i % 4] for i, b in enumerate(data)))


def des(password, challenge):
    """What VNC does with a password: DES with the bits of each byte of the key in reverse order."""
    key = bytes(int(f"{b:08b}"[::-1], 2) for b in password.encode()[:8].ljust(8, b"\0"))
    return subprocess.run(["openssl", "enc", "-des-ecb", "-provider", "legacy", "-provider", "default", "-nopad", "-K", key.hex()], input=challenge, check=True,
                          stdout=subprocess.PIPE).stdout


def can_des():
    try:
        return len(des("a word", bytes(16))) == 16
    except (OSError, subprocess.CalledProcessError):
        return False


def log_in(port, password):
    """Whether the password opens it, and the size of the screen behind."""
    web = WebSocket(port)
    try:
        assert web.read(12).startswith(b"RFB 003."), "a VNC server"
        web.write(b"RFB 003.008\n")
        kinds = web.read(web.read(1)[0])
        assert kinds == b"\x02", f"a password and nothing else opens it: {kinds}"
        web.write(b"\x02")
        web.write(des(password, web.read(16)))
        if web.read(4) != b"\0\0\0\0":
            return None
        web.write(b"\1")
        return struct.unpack(">HH", web.read(4))
    finally:
        web.socket.close()


def listens(port):
    with socket.socket() as s:
        return s.connect_ex(("127.0.0.1", port)) == 0


def addresses(port):
    """The addresses at which this port is listened to, as the kernel tells."""
    found = set()
    for table in ("tcp", "tcp6"):
        with open(f"/proc/net/{table}") as lines:
            for line in list(lines)[1:]:
                address, state = line.split()[1], line.split()[3]
                if state == "0A" and int(address.split(":")[1], 16) == port:
                    found.add(address.split(":")[0])
    return found


def processes(mark):
    """Every process that was started with this in its environment, or by one that was."""
    found = {}
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{pid}/environ", "rb") as f:
                if mark.encode() in f.read():
                    with open(f"/proc/{pid}/cmdline", "rb") as f:
                        found[int(pid)] = f.read().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            pass
    return found


class Demo(unittest.TestCase):
    def test_demo(self):
        missing = [tool for tool in TOOLS if shutil.which(tool) is None] + [path for path in [PAGE] if not os.path.exists(path)]
        if not can_des():
            missing.append("openssl with its old ciphers")
        if missing:
            self.skipTest(f"not here: {', '.join(missing)}")
        scratch = self.enterContext(tempfile.TemporaryDirectory(prefix="foothold-demo-"))
        mark = f"TMPDIR={scratch}"
        env = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "LD_PRELOAD")}
        env.update(SANITIZERS, TMPDIR=scratch, HOME=scratch, LANG="C.UTF-8", FOOTHOLD_INSIDE="demo", FOOTHOLD_BUILT=PROGRAM, GSETTINGS_BACKEND="memory", XDG_RUNTIME_DIR=scratch)
        log = os.path.join(scratch, "said")
        with open(log, "wb") as out:
            demo = subprocess.Popen(["bash", str(ROOT / "dev"), "demo"], env=env, stdin=subprocess.DEVNULL, stdout=out, stderr=out, start_new_session=True)
        self.addCleanup(lambda: demo.poll() is None and os.killpg(demo.pid, signal.SIGTERM))

        def said():
            with open(log, encoding="utf-8", errors="replace") as f:
                return f.read()
        found = wait_until(lambda: re.search(r"http://(\S+?):(\d+)(/vnc\.html\S*)#password=(\w+)", said()) or demo.poll() is not None, lambda: f"the address; it said:\n{said()}", LIMIT)
        self.assertIsNone(demo.poll(), said())
        host, port, path, password = found.group(1), int(found.group(2)), found.group(3), found.group(4)
        self.assertEqual(host, "127.0.0.1")
        self.assertGreaterEqual(len(password), 8)
        self.assertEqual(addresses(port), {"0100007F"}, "on this machine alone")
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=LIMIT) as answer:
            self.assertEqual(answer.status, 200)
            self.assertIn(b"noVNC", answer.read())
        self.assertIsNone(log_in(port, "another1"), "a wrong password does not open it")
        self.assertIsNone(log_in(port, ""), "nor does none")
        self.assertEqual(log_in(port, password), (1280, 800))
        wait_until(lambda: any(PROGRAM in line for line in processes(mark).values()), lambda: f"the program; there are {processes(mark)}", LIMIT)

        os.killpg(demo.pid, signal.SIGINT)
        wait_until(lambda: demo.poll() is not None, lambda: f"the end; it said:\n{said()}\n{processes(mark)}", LIMIT)
        wait_until(lambda: not processes(mark), lambda: f"its processes to end: {processes(mark)}", LIMIT)
        self.assertFalse(listens(port))
        self.assertEqual([name for name in os.listdir(scratch) if name.startswith("tmp.")], [], "nothing is left of it")


if __name__ == "__main__":
    tap.main()
