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
    """One line a case, whatever fails in it: a part, the case itself, or its cleaning up."""
    number = 0

    def __init__(self):
        super().__init__()
        self.stories = []

    @staticmethod
    def story(err):
        """What went wrong, with the frames of the tests alone."""
        kind, error, trace = err
        frames = [f"{frame.filename}:{frame.lineno}: {frame.line}" for frame in traceback.extract_tb(trace) if "/unittest/" not in frame.filename and not frame.filename.endswith("/project.py")]
        what = str(error) if isinstance(error, AssertionError) else "".join(traceback.format_exception_only(kind, error)).strip()
        return "\n".join(frames + [what])

    def explain(self, test, err):
        self.stories.append(f"{test.id()} failed:\n{self.story(err)}\n")
        print(self.stories[-1], file=sys.stderr, flush=True)

    def tell_again(self):
        """What went wrong at the very end: of a long log only that is shown, and what a test leaves is long."""
        for story in self.stories:
            print(story, file=sys.stderr, flush=True)

    def startTest(self, test):
        super().startTest(test)
        self.good, self.note = True, ""

    def stopTest(self, test):
        self.number += 1
        name = test.id().removeprefix("__main__.")
        print(f"{'ok' if self.good else 'not ok'} {self.number} - {name}{self.note}", flush=True)
        super().stopTest(test)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.good = False
        self.explain(test, err)

    addError = addFailure

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.addFailure(subtest, err)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.note = f" # SKIP {reason}"

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self.good = False


def main(module="__main__"):
    loader = unittest.defaultTestLoader
    suite = loader.loadTestsFromNames(sys.argv[1:], sys.modules[module]) if sys.argv[1:] else loader.loadTestsFromModule(sys.modules[module])
    result = TapResult()
    print(f"1..{suite.countTestCases()}", flush=True)
    suite.run(result)
    result.tell_again()
    sys.exit(0 if result.wasSuccessful() else 1)
