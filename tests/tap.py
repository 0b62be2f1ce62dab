# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs Python's unittest and reports in TAP, so that each case is counted by itself, as those of the C programs are.

    if __name__ == "__main__":
        tap.main()                      # all cases of the file, or those named on the command line (Class.test_case)
"""
import sys
import traceback
import unittest


class TapResult(unittest.TestResult):
    number = 0

    def say(self, ok, test, note=""):
        self.number += 1
        name = test.id().split(".", 1)[-1] if hasattr(test, "id") else str(test)
        print(f"{'ok' if ok else 'not ok'} {self.number} - {name}{note}", flush=True)

    def explain(self, text):
        print(text.rstrip(), file=sys.stderr, flush=True)

    @staticmethod
    def story(err):
        """What went wrong, with the frames of the tests alone."""
        kind, error, trace = err
        frames = [f"{frame.filename}:{frame.lineno}: {frame.line}" for frame in traceback.extract_tb(trace) if "/unittest/" not in frame.filename and not frame.filename.endswith("/project.py")]
        what = str(error) if isinstance(error, AssertionError) else "".join(traceback.format_exception_only(kind, error)).strip()
        return "\n".join(frames + [what])

    def startTest(self, test):
        super().startTest(test)
        self.broken_part = False

    def addSuccess(self, test):
        self.say(True, test)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.say(False, test)
        self.explain(f"{test.id()} failed:\n{self.story(err)}\n")

    addError = addFailure

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.say(True, test, f" # SKIP {reason}")

    def addExpectedFailure(self, test, err):
        self.say(True, test)

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self.say(False, test)

    def addSubTest(self, test, subtest, err):
        # A failed part of a case is shown at once; the case itself then counts as failed, once.
        if err is not None:
            self.failures.append((subtest, ""))
            self.explain(f"{subtest} failed:\n{self.story(err)}\n")
            self.broken_part = True

    def stopTest(self, test):
        if self.broken_part:
            self.say(False, test)
        super().stopTest(test)


def main(module="__main__"):
    loader = unittest.defaultTestLoader
    suite = loader.loadTestsFromNames(sys.argv[1:], sys.modules[module]) if sys.argv[1:] else loader.loadTestsFromModule(sys.modules[module])
    result = TapResult()
    print(f"1..{suite.countTestCases()}", flush=True)
    suite.run(result)
    sys.exit(0 if result.wasSuccessful() else 1)
