#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first start: who are you, or look around; and that it is asked once."""
import os
import re

from foothold_case import FootholdCase, welcome
import tap


class FirstStart(FootholdCase):
    def test_student(self):
        self.start()
        welcome(self, name="Linh Nguyen")
        self.find("label", "No Opportunities Yet")
        self.restart()
        self.find("label", "No Opportunities Yet")
        self.assertFalse(self.app.has("list", "What brings you here?"), "it is asked once only")

    def test_everything_is_optional(self):
        self.start()
        welcome(self, name="")
        self.find("label", "No Opportunities Yet")

    def test_sample_data_is_apart(self):
        self.start()
        self.find("button", "Look Around in Sample Data").act()
        self.until(lambda: len(self.app.node.all("list item", re.compile(", "))) > 5, "the cards of the sample data", 40)
        self.quit()
        self.start()
        self.find("list", "What brings you here?")
        self.assertTrue(os.path.isdir(os.path.join(self.data, "sample")))


if __name__ == "__main__":
    tap.main()
