# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks share: the files of the project and a way to say all that is wrong at once."""
import functools
import os
import pathlib
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get("FOOTHOLD_BUILD", ROOT / "_build" / "dev"))
APP_ID = "io.github.foothold_app.Foothold"
RESOURCE = "/" + APP_ID.replace(".", "/")

sys.path.insert(0, str(ROOT / "tests"))


@functools.cache
def all_files():
    """Every file that is or would be in the repository, sorted."""
    listing = subprocess.run(["git", "-C", ROOT, "ls-files", "-z", "-co", "--exclude-standard"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    if listing.returncode == 0:
        names = set(listing.stdout.decode().split("\0")) - {""}
        return sorted(path for path in (ROOT / name for name in names) if path.is_file())
    return sorted(path for path in ROOT.rglob("*") if path.is_file() and not path.relative_to(ROOT).parts[0].startswith(("_build", ".git")))


def files(*suffixes, under=""):
    """The project's files below a folder with one of these endings; never none, so that a check cannot pass by looking at nothing."""
    found = [path for path in all_files() if path.name.endswith(suffixes) and path.is_relative_to(ROOT / under)]
    if not found:
        raise AssertionError(f"no file {' or '.join(suffixes)} below “{under or '.'}”: nothing to check")
    return found


def short(path):
    return str(pathlib.Path(path).relative_to(ROOT))


def text(path):
    return pathlib.Path(path).read_text(encoding="utf-8")


def line_of(content, position):
    return content.count("\n", 0, position) + 1


class Check(unittest.TestCase):
    """A test case that ends with the list of everything it found wrong."""

    def nothing(self, complaints, advice):
        complaints = list(complaints)
        if complaints:
            self.fail(advice + "\n  " + "\n  ".join(complaints))

    def tool(self, *command, advice="", cwd=ROOT, env=None):
        """Runs a checking tool and fails with what it said when it is not content."""
        done = subprocess.run([str(word) for word in command], cwd=cwd, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              env={**os.environ, **(env or {})})
        output = done.stdout.decode(errors="replace")
        if done.returncode:
            self.fail(f"{advice or command[0]}\n{output}")
        return output
