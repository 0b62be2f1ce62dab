# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pictures of shots.py of what is due, applications and people."""
from gtkdrive import wait_until


def lines(studio):
    """The lines of the sidebar, which a narrow window brings over the view."""
    rows = [n for n in studio.all("list item") if "row.open" in n.actions]
    if not rows:
        studio.key("F9")
        rows = studio.acting("row.open", "the lines of the sidebar")
    return rows


def today(studio):
    """What is due: the list or what stands in its place, the menu of a line, a day to put it off to, several picked, the follow-up draft."""
    lines(studio)[0].act("row.open")
    studio.settle()
    studio.take("today")
    if studio.variant.data != "sample":
        return True
    due = [n for n in studio.acting("due.act", "what is due") if n.role == "list item"]
    studio.popped_up(due[0], "menu.popup")
    studio.take("menu-due")
    studio.close()
    [n for n in studio.acting("due.snooze-date", "a line") if n.role == "list item"][-1].act("due.snooze-date")
    studio.dialog()
    studio.take("snooze")
    studio.close()
    due[0].act("list.mark")
    due[1].act("list.mark")
    studio.take("today-picked")
    studio.key("Escape")
    studio.settle()
    silent = [n for n in studio.all("list item") if "due.follow-up" in n.actions]
    if silent:
        silent[0].act("due.follow-up")
        studio.dialog()
        studio.take_scrolled("follow-up")
        studio.close()
    return True


def statistics(studio):
    """Who answers, with the funnel; and the proof of search."""
    lines(studio)[-3].act("row.open")
    studio.acting("tracker.statistics", "the applications")[0].act("tracker.statistics")
    studio.settle()
    if studio.variant.data == "empty":
        studio.take("statistics")
    else:
        # its tables are panes too
        studio.take_scrolled("statistics", pane=studio.acting("statistics.save", "the figures")[0].all("scroll pane")[0])
    studio.key("alt+Left")
    studio.settle()
    studio.acting("tracker.proof", "the applications")[0].act("tracker.proof")
    studio.dialog()
    studio.take_scrolled("proof")
    studio.close()
    return True


def applications(studio):
    """The board of stages: empty or with a few that stand in several columns, the menu of one, its page, an offer to accept, how another one ended."""
    if studio.variant.data == "sample":
        studio.acting("opportunity.apply", "what one may apply for")
        for _ in range(5):
            # a narrow window shows only a few
            free = [c for c in studio.all("list item") if "opportunity.apply" in c.actions]
            if free:
                free[0].act("opportunity.apply")
                studio.settle()
    lines(studio)[-3].act("row.open")
    studio.settle()
    if studio.variant.data != "sample":
        studio.take("applications")
        return True
    names = [c.name.split(",")[0] for c in studio.acting("application.move-on", "an application") if c.role == "list item"]
    for name, steps in zip(names, (3, 2, 1)):
        for _ in range(steps):
            [c for c in studio.acting("application.move-on", "it") if c.role == "list item" and c.name.startswith(name)][0].act("application.move-on")
            studio.settle()
    studio.take("applications")
    cards = [c for c in studio.acting("application.open", "an application") if c.role == "list item"]
    studio.popped_up(cards[0], "menu.popup")
    studio.take("menu-application")
    studio.close()
    cards[0].act("application.open")
    studio.settle()
    studio.take_scrolled("application")
    studio.key("Escape")
    studio.settle()
    [c for c in studio.acting("application.accept", "an offer") if c.role == "list item" and c.name.startswith(names[0])][0].act("application.accept")
    studio.dialog()
    studio.take_scrolled("accept")
    studio.close()
    [c for c in studio.acting("application.move-on", "an offer") if c.role == "list item" and c.name.startswith(names[0])][0].act("application.move-on")
    studio.dialog()
    studio.take("ending")
    studio.close()
    return True


def preparing(studio):
    """What is asked beside what one has, the letter from it, and the page of an interview with a story."""
    lines(studio)[-3].act("row.open")
    studio.settle()
    if studio.variant.data != "sample":
        return True
    cards = [c for c in studio.acting("application.prepare", "an application") if c.role == "list item"]
    card = ([c for c in cards if "Subtitle check" in c.name] or cards)[0]
    name = card.name.split(",")[0]
    card.act("application.tailor")
    studio.dialog()
    studio.take_scrolled("tailoring")
    studio.acting("tailoring.letter", "what is asked")[0].act("tailoring.letter")
    wait_until(lambda: len([n for n in studio.all("dialog") if n.name]) > 1, "the letter")
    studio.settle()
    studio.take("letter")
    studio.key("Escape")
    wait_until(lambda: len([n for n in studio.all("dialog") if n.name]) == 1, "the letter to close")
    studio.close()

    def prepare():
        cards = [c for c in studio.acting("application.prepare", "it") if c.role == "list item"]
        [c for c in cards if c.name.split(",")[0] == name][0].act("application.prepare")
        studio.dialog()
    prepare()
    studio.take_scrolled("preparing")
    studio.close()
    prepare()

    def form(picture, row):
        studio.scroll_to(row, studio.all("scroll pane")[-1])
        row.click()
        wait_until(lambda: len(studio.all("dialog")) > 1, "the form")
        studio.settle()
        studio.take_scrolled(picture)
        studio.key("Escape")
        wait_until(lambda: len(studio.all("dialog")) == 1, "the form to close")
        studio.settle()
    lists = [n.all("list item") for n in studio.all("dialog")[-1].all("list")]
    form("interview", lists[0][0])
    form("story", next(rows for rows in lists if len(rows) > 3)[0])
    studio.close()
    return True


def application_table(studio):
    """The same as a table: or what stands in its place; its columns, a few picked, one open beside it."""
    lines(studio)[-3].act("row.open")
    studio.settle()
    studio.key("ctrl+2")
    studio.settle()
    if studio.variant.data != "sample":
        studio.take("application-table")
        return True

    def rows():
        return wait_until(lambda: sorted((n for n in studio.all("table row") if "application.open" in n.actions), key=lambda n: n.extents()[1]), "lines")
    rows()[1].act("list.select")
    studio.take("application-table")
    rows()[0].act("list.mark")
    rows()[2].act("list.mark")
    studio.settle()
    studio.take("application-table-picked")
    [n for n in studio.acting("tracker.pick-none", "the view")][0].act("tracker.pick-none")
    studio.settle()
    studio.popped_up(rows()[0], "menu.popup")
    studio.take("menu-application-line")
    studio.close()
    rows()[0].act("application.open")
    studio.settle()
    studio.take("application-table-open")
    return True


def people(studio):
    """Whom one met: the list or what stands in its place, one of them, the menu, the forms, several picked, and two made one; and beside them outreach and organisations."""
    lines(studio)[-2].act("row.open")
    studio.settle()
    studio.take("people")
    if studio.variant.data == "sample":
        cards = [n for n in studio.acting("person.talk", "somebody") if n.role == "list item"]
        studio.popped_up(cards[:3][-1], "menu.popup")
        studio.take("menu-person")
        studio.close()
        cards[:3][-1].act("list.activate")
        studio.settle()
        studio.take_scrolled("person")
        studio.key("ctrl+k")
        studio.dialog()
        studio.take_scrolled("conversation")
        studio.close()
        studio.key("ctrl+f")
        studio.settle()
        [n for n in studio.acting("list.mark", "somebody to pick") if n.role == "list item"][1].act("list.mark")
        wait_until(lambda: [n for n in studio.all("label") if n.name.startswith("2 ")], "the two who are picked")
        studio.take("people-picked")
        studio.acting("people.pick-all", "the bar")
        merge = [n for n in studio.acting("person.merge", "the view")][0]
        merge.act("person.merge")
        studio.dialog()
        studio.take_scrolled("people-merge")
        studio.close()
    studio.key("ctrl+n")
    studio.dialog()
    studio.take_scrolled("person-new")
    studio.close()
    organisations(studio)
    studio.key("ctrl+Page_Down")
    studio.settle()
    studio.take("outreach")
    studio.key("ctrl+n")
    studio.dialog()
    studio.take_scrolled("outreach-new")
    for text in ("Studio Linden", "Ada Moreau", "Dan Brown"):
        studio.s.type(text)
        studio.key("Tab")
    studio.key("shift+Tab", "Return")
    wait_until(lambda: not [n for n in studio.all("dialog") if n.name], "the form to close")
    studio.settle()
    studio.take("outreach-one")
    return True


def organisations(studio):
    """The third list beside people: its cards or what stands in their place, the menu of one, and the page of one that much has to do with."""
    studio.key("ctrl+f")
    studio.settle()
    studio.key("ctrl+Page_Up")
    studio.settle()
    studio.take("organisations")
    if studio.variant.data == "sample":
        def cards():
            return sorted((n for n in studio.acting("organisation.edit", "organisations") if n.role == "list item"), key=lambda n: n.extents()[1])
        studio.popped_up(cards()[2], "menu.popup")
        studio.take("menu-organisation")
        studio.close()
        studio.key("ctrl+f")
        studio.settle()
        studio.s.type("stadtwerke")
        studio.settle()
        cards()[0].act("list.activate")
        studio.settle()
        studio.take_scrolled("organisation")
    studio.key("ctrl+f")
    studio.settle()
    studio.key("ctrl+Page_Down")
    studio.settle()
