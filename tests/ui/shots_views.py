# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The views of shots.py: how each is reached."""
import fcntl
import os
import sqlite3

from gtkdrive import in_view, wait_until
from shots_imports import duplicates, import_columns, import_columns_reading, import_dates, import_linkedin, preview
from shots_tracker import application_table, applications, people, preparing, statistics, today


# ---- the views: each begins with the board in front, and a new start follows one that leaves something behind ----

def first_start(studio):
    studio.put_data(None)
    studio.launch()
    choices = wait_until(lambda: [n for n in studio.all("list item") if n.name], "the first start")
    studio.take_scrolled("first-start")
    studio.app.node.find("frame")
    holder = [n for n in studio.app.node.all() if "welcome.student" in n.actions]
    (holder[0].act("welcome.student") if holder else choices[0].click())
    wait_until(lambda: studio.all("combo box"), "the second page")
    studio.take_scrolled("first-start-about-you")
    return True


def board(studio):
    studio.take("board")


def sidebar(studio):
    """The sidebar, and what its other lines show."""
    for n in range(4):
        rows = [n for n in studio.all("list item") if "row.open" in n.actions]
        if not rows:
            studio.key("F9")
            rows = studio.acting("row.open", "the lines of the sidebar")
        if n == 0:
            studio.take("sidebar")
            continue
        rows[n + 1].act("row.open")          # below Today
        studio.take(("starred", "dropped", "archived")[n - 1])
    return True


def places(studio):
    """Where one looks: the list or what stands in its place, the menu of one, the form for a new one and for one that is there."""
    rows = [n for n in studio.all("list item") if "row.open" in n.actions]
    if not rows:
        studio.key("F9")
        rows = studio.acting("row.open", "the lines of the sidebar")
    rows[-1].act("row.open")
    studio.settle()
    studio.take("places")
    if studio.variant.data == "sample":
        cards = studio.acting("place.look", "a place")
        studio.popped_up([n for n in cards if n.role == "list item"][1], "menu.popup")
        studio.take("menu-place")
        studio.close()
        [n for n in studio.acting("place.edit", "a place") if n.role == "list item"][0].act("place.edit")
        studio.dialog()
        studio.take_scrolled("place")
        studio.close()
        [n for n in studio.acting("place.look", "a place") if n.role == "list item"][0].act("place.look")
        wait_until(lambda: studio.all("button"), "the toast")
        studio.take("places-looked")
        [n for n in studio.acting("place.add-opportunity", "a place") if n.role == "list item"][0].act("place.add-opportunity")
        studio.dialog()
        studio.take("add-from-place")
        studio.close()
    studio.key("ctrl+n")
    studio.dialog()
    studio.take_scrolled("place-new")
    return True


def menus(studio):
    entry = studio.all("entry")[0].extents()
    middle = entry[1] + entry[3] // 2
    studio.popped_up([n for n in studio.menus() if n.extents()[1] < middle < n.extents()[1] + n.extents()[3]][0])
    studio.take("menu-order")
    studio.close()
    if studio.variant.data != "empty":
        studio.popped_up(studio.cards()[0], "menu.popup")
        studio.take("menu-card")
        studio.close()
    studio.key("F10")
    wait_until(lambda: studio.all("menu item"), "the menu")
    studio.take("menu")
    return True


def search(studio):
    studio.act("win.search")
    entry = studio.app.find("entry")
    if studio.variant.data != "empty":
        entry.set_text("da nang")
        studio.take("search")
    entry.set_text("zzqx")
    studio.take("search-nothing")
    return True


def popups(row):
    return [n for n in row.all("toggle button") if "has-popup" in n.states]


def page(studio):
    """What scrolls on the page of an opportunity, as soon as it is filled; the lists beside it have no dates to choose."""
    return wait_until(lambda: [p for p in studio.all("scroll pane") if any(len(popups(row)) == 2 for row in p.all("list item"))], "the page")[0]


def opportunity(studio):
    """A page from top to bottom with all its rows, and the first menu and the first calendar on the way."""
    cards = studio.cards()
    cards[min(1, len(cards) - 1)].act("list.activate")
    studio.settle()
    pane = page(studio)
    rows = [(row, popups(row)) for row in pane.all("list item")]
    first = {"known": next(b for _, b in rows if len(b) == 1), "calendar": next(b for _, b in rows if len(b) == 2)}
    more = [n for n in pane.all("button") if n.name and n.parent.role == "list"]

    def open_up(pane):
        for button in [n for n in more if in_view(n, pane)]:
            more.remove(button)
            button.click()
            studio.settle()
        return pop_up                                               # afterwards: a menu leaves the focus on its button

    def pop_up():
        for kind in [kind for kind, buttons in first.items() if in_view(buttons[0], pane)]:
            studio.popped_up(first.pop(kind)[0])
            studio.take(f"opportunity-{kind}")
            studio.close()

    studio.take_scrolled("opportunity", open_up, pane)
    return True


PAGES_AFTER_OVERVIEW = ("worth", "pay", "clarity", "posting", "history")


def the_page(studio):
    """The page of an opportunity; the board around it can be edited too."""
    return studio.acting("opportunity.edit", "the page")[-1]


def next_page(studio, name):
    """The next page of an opportunity, in whatever language and however narrow."""
    shown = [n.name for n in studio.all("list")]
    studio.key("ctrl+Next")
    wait_until(lambda: [n.name for n in studio.all("list")] != shown, name)
    studio.settle()


def judged(studio):
    """The pages of an opportunity after the overview, each from top to bottom, and the questions to its host."""
    cards = studio.cards()
    cards[min(1, len(cards) - 1)].act("list.activate")
    studio.settle()
    the_page(studio).act("opportunity.edit")
    wait_until(lambda: (f := studio.app.focused()) and f.role == "text", "the keys on the page")
    for name in PAGES_AFTER_OVERVIEW:
        next_page(studio, name)
        if name == "worth":
            studio.take("opportunity-worth-folded")
            row = [n for n in the_page(studio).all("list item") if "expandable" in n.states][1]
            pane = the_page(studio).all("scroll pane")[0]
            studio.scroll_to(row, pane)
            row.click()
            studio.settle()
        studio.take_scrolled(f"opportunity-{name}", pane=the_page(studio).all("scroll pane")[0])
    studio.acting("opportunity.ask-host", "the button")[0].act("opportunity.ask-host")
    studio.dialog()
    studio.settle()
    studio.take("ask-host")
    studio.close()
    studio.acting("opportunity.weights", "the button")[0].act("opportunity.weights")
    studio.dialog()
    studio.settle()
    studio.take("what-counts")
    return True


def triage(studio):
    """What is asked of an opportunity that nobody has begun to evaluate, and the way to begin."""
    studio.cards()[0].act("list.activate")
    studio.settle()
    the_page(studio).act("opportunity.edit")
    wait_until(lambda: (f := studio.app.focused()) and f.role == "text", "the keys on the page")
    studio.key("ctrl+Next")
    studio.settle()
    studio.take_scrolled("opportunity-triage", pane=the_page(studio).all("scroll pane")[0])
    return True


def new_opportunity(studio):
    """The pages of an opportunity without anything but a title."""
    studio.key("ctrl+n")
    studio.dialog()
    studio.s.type("Poster for the spring fair")
    studio.key("ctrl+Return")
    wait_until(lambda: not studio.dialogs(), "the form to close")
    studio.settle()
    studio.take_scrolled("opportunity-new", pane=page(studio))
    the_page(studio).act("opportunity.edit")
    wait_until(lambda: (f := studio.app.focused()) and f.role == "text", "the keys on the page")
    for name in PAGES_AFTER_OVERVIEW:
        next_page(studio, name)
        studio.take_scrolled(f"opportunity-new-{name}", pane=the_page(studio).all("scroll pane")[0])
    return True


def wrong_date(studio):
    studio.cards()[0].act("list.activate")
    studio.settle()
    pane = page(studio)
    row = next(row for row in pane.all("list item") if len(popups(row)) == 2)
    studio.scroll_to(row, pane)
    row.all("text")[0].click()
    studio.key("ctrl+a")
    studio.s.type("somewhen")
    studio.key("Tab")
    studio.take("opportunity-wrong-date")
    return True


def toast(studio, title, name):
    """What is said of TITLE, in whatever language: more than the title alone, and no card or page says it."""
    wait_until(lambda: [n for n in studio.all("label") if title in n.name and n.name[:1] + n.name[-1:] != title[:1] + title[-1:]], "the toast")
    studio.take(name)


def first_card(studio):
    """The first card, and the title it begins with."""
    card = studio.cards()[0]
    return card, max((n.name for n in card.all("label") if card.name.startswith(n.name)), key=len)


def drop(studio):
    card, title = first_card(studio)
    card.act("opportunity.drop")
    studio.dialog()
    studio.take("drop")
    studio.key("Return")
    toast(studio, title, "drop-toast")
    return True


def tags(studio):
    """A tag given, offered again for the next, and the cards with it."""
    for i, keys in enumerate((("shift+a", "s", "k", "space", "shift+m", "i", "a"), ("a", "s"))):
        card = studio.cards()[:2 + 2 * i][-1]
        card.act("list.select")
        card.act("opportunity.tag")
        studio.dialog()
        wait_until(lambda: (at := studio.app.focused()) and at.role == "text", "the entry to have the keys")
        studio.key(*keys)
        if i:
            wait_until(lambda: any(n.name == "Ask Mia" for n in studio.all("list item")), "the tag to be offered")
            studio.take("tags")
            studio.key("k", "space", "m")
            wait_until(lambda: not any(n.name == "ask Kasia" for n in studio.all("list item")), "the other tags to be gone")
            studio.key("Tab")
        studio.key("Return")
        wait_until(lambda: sum("Ask Mia" in n.name for n in studio.cards()) == i + 1, "the tag")
    studio.take("tags-cards")
    return True


def several(studio):
    """Cards picked, and what can be done to all of them."""
    for card in studio.cards()[:2]:
        card.act("list.mark")
    studio.take("several")
    studio.popped_up(max(studio.menus(), key=lambda n: n.extents()[1]))
    studio.take("several-more")
    return True


def compare(studio):
    """Three side by side, from top to bottom and on to the last column, and what of them differs."""
    for card in studio.cards()[:3]:
        card.act("list.mark")
    studio.key("ctrl+shift+c")
    dialog = studio.dialog()
    wait_until(lambda: dialog.all("table row"), "the table")
    studio.settle()
    pane = dialog.all("scroll pane")[0]
    studio.take_scrolled("compare", pane=pane)
    studio.key("Home")
    studio.settle()
    studio.key("Right", "Right")
    studio.settle()
    studio.take("compare-sideways")
    [n for n in dialog.all("check box") if "toggle" in n.actions][0].act("toggle")
    studio.settle()
    studio.take("compare-differences")
    studio.popped_up([n for n in dialog.all("toggle button") if "has-popup" in n.states][-1])
    studio.take("compare-more")
    return True


def merge(studio):
    """Two made one, with what is chosen."""
    for card in studio.cards()[:2]:
        card.act("list.mark")
    studio.key("ctrl+shift+m")
    studio.dialog()
    studio.settle()
    studio.take_scrolled("merge")
    studio.key("ctrl+Return")
    wait_until(lambda: not studio.dialogs(), "the dialog to close")
    studio.settle()
    studio.take("merge-toast")
    return True


def table(studio):
    """The same list with columns, one line open beside it."""
    studio.key("ctrl+2")
    lines = wait_until(lambda: [n for n in studio.all("table row") if "list.select" in n.actions], "lines")
    lines[1].act("list.select")
    next(n for n in studio.all("table")[0].all("button") if n.name).act()         # of its first head, the title
    studio.take("table")
    return True


def archive(studio):
    card, title = first_card(studio)
    card.act("opportunity.archive")
    toast(studio, title, "archive-toast")
    return True


def delete(studio):
    card, title = first_card(studio)
    card.act("opportunity.delete")
    toast(studio, title, "delete-toast")
    return True


def another_area(studio):
    """The question for an area of one's own, which the last of the areas asks."""
    studio.cards()[0].act("list.activate")
    studio.settle()
    pane = page(studio)
    choice = wait_until(lambda: pane.all("combo box")[1:], "the areas")[0]      # behind the kinds
    studio.scroll_to(choice, pane)
    studio.popped_up(choice, action=None)
    studio.take("area")
    studio.key("Tab", "End", "Return")                                          # from its search into the list
    studio.dialog()
    studio.take("another-area")
    return True


def add(studio):
    studio.key("ctrl+n")
    studio.dialog()
    studio.take("add")
    studio.s.type("Poster for the spring fair")
    for text in ("Kulturhaus", "eight", "300 EUR", "31 dec"):
        studio.key("Tab")
        studio.s.type(text)
    studio.key("ctrl+Return")
    studio.take("add-wrong-hours")
    return True


def export(studio):
    studio.act("win.export")
    studio.dialog()
    studio.take_scrolled("export")
    studio.dialog().all("radio button")[1].click()
    wait_until(lambda: [n for n in studio.dialog().all("combo box") if "showing" in n.states], "the tables to choose from")
    studio.take_scrolled("export-table")
    studio.close()


def backups(studio):
    studio.act("win.backups")
    dialog = studio.dialog()
    studio.take("backups-none")
    dialog.act("backups.make")
    rows = wait_until(lambda: [n for n in studio.dialog().all("list item") if n.name], "a backup", 60)
    studio.take("backups")
    seen = {n.name for n in studio.all("label")}
    rows[0].all("button")[0].act()
    wait_until(lambda: not studio.all("dialog") and any(n.name not in seen for n in studio.all("label")), "the toast", 60)
    studio.take("backups-restored")
    return True


def preferences(studio):
    studio.act("win.preferences")
    studio.dialog()
    studio.take_scrolled("preferences")
    studio.close()


def profile(studio):
    studio.act("win.profile")
    dialog = studio.dialog()
    for name in ("you", "goals", "skills"):
        tabs = wait_until(lambda: dialog.all("page tab"), "the pages of the profile")
        tabs[("you", "goals", "skills").index(name)].act()
        studio.settle()
        studio.take_scrolled(f"profile-{name}")
    if studio.variant.data == "sample":
        rows = [n for n in studio.dialog().all("list item") if n.name]
        rows[1].click()
        studio.take_scrolled("profile-skill")
        dialog.all("page tab")[1].act()
        studio.acting("goal.open", "a goal")[0].act("goal.open")
        studio.acting("goal.delete", "the goal")
        studio.take_scrolled("profile-goal")
    return True


def shortcuts(studio):
    before = len(studio.s.windows())
    studio.act("win.shortcuts")
    wait_until(lambda: studio.dialogs() or len(studio.s.windows()) > before, "the shortcuts")
    studio.take_scrolled("shortcuts") if studio.dialogs() else studio.take("shortcuts")
    return True


def about(studio):
    studio.act("win.about")
    dialog = studio.dialog()
    studio.take("about")
    for n, row in enumerate([n for n in dialog.all("list item") if n.name][:1]):
        row.click()
        studio.take("about-news")
    return True


def trouble(name, damage, before=lambda data: ()):
    """A start on data that cannot be opened, or not written."""
    def view(studio):
        studio.stop()
        studio.put_data("empty" if studio.variant.data == "sample" else studio.variant.data)
        prefix = damage(studio.data) or ()
        with open(os.path.join(studio.data, "foothold.lock"), "ab") as lock:
            if name == "trouble-locked":
                fcntl.flock(lock, fcntl.LOCK_EX)
            studio.launch(before=prefix)
            studio.settle()
            studio.take_scrolled(name)
            studio.stop()
        return True
    view.__name__ = name.replace("-", "_")
    return view


def database(data):
    return next(os.path.join(data, f) for f in os.listdir(data) if f.endswith(".db") or f.endswith(".sqlite"))


def damaged(data):
    with open(database(data), "r+b") as f:
        f.seek(100)
        f.write(b"\x5a" * 8092)


def foreign(data):
    path = database(data)
    os.remove(path)
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE recipe (name)")
    other.commit()
    other.close()


def newer(data):
    db = sqlite3.connect(database(data))
    db.execute("PRAGMA user_version = 9999")
    db.close()


def locked(data):
    pass


def read_only(data):
    """Takes the right to write away, from the administrator too."""
    os.chmod(database(data), 0o444)
    os.chmod(data, 0o555)
    return ("setpriv", "--bounding-set", "-dac_override") if os.access(database(data), os.W_OK) else ()


NEEDS_CARDS = {"opportunity", "judged", "triage", "wrong_date", "drop", "tags", "several", "compare", "merge", "table", "archive", "delete", "another_area"}
VIEWS = [first_start, board, sidebar, today, applications, application_table, preparing, statistics, places, people, menus, search, opportunity, judged, triage, new_opportunity, wrong_date, drop, tags, several, compare, merge, table, archive, delete, another_area, add, export, preferences, about, backups, profile, shortcuts,
         preview("import-one", "posting-da-nang.html"), preview("import-several", "several.json", then="import-skipped"), preview("import-library", "library.json", then="import-library-toast"), preview("import-unread", "unread.html"),
         preview("import-nothing", "nothing.pdf"), preview("import-text", "mail.txt"), import_columns, import_columns_reading, import_linkedin, import_dates, duplicates,
         trouble("trouble-damaged", damaged), trouble("trouble-foreign", foreign), trouble("trouble-newer", newer), trouble("trouble-locked", locked),
         trouble("trouble-read-only", read_only)]
