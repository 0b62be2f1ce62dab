# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pictures of shots.py that show an import, and the files that are imported."""
import json
import os

from gtkdrive import in_view, wait_until

HERE = os.path.dirname(os.path.abspath(__file__))
PAGES = os.path.join(os.path.dirname(os.path.dirname(HERE)), "tests", "fixtures", "pages")

def preview(name, *files, then=None):
    """An import as it is shown before anything is kept, and, with THEN, what follows."""
    def view(studio):
        studio.hand_over(*[os.path.join(studio.options.prepared, f) if os.path.exists(os.path.join(studio.options.prepared, f)) else os.path.join(PAGES, f) for f in files])
        studio.acting("import.cancel", "the preview")
        studio.settle()
        studio.take(name)
        if then:
            studio.acting("import.start", "the preview")[0].act("import.start")
            studio.take(then)
        return True
    view.__name__ = name.replace("-", "_")
    return view


def import_columns(studio):
    """The columns of somebody's table from top to bottom, how it is read, and the preview with its way back."""
    studio.hand_over(os.path.join(studio.options.prepared, "tracker.csv"))
    studio.acting("import.continue", "the columns")
    pane = studio.all("scroll pane")[-1]
    studio.take_scrolled("import-columns", pane=pane)
    studio.acting("import.continue", "the columns")[0].act("import.continue")
    studio.acting("import.start", "the preview")
    studio.take("import-columns-preview")
    return True


def import_columns_reading(studio):
    """Read wrong, as the person sees who opens what is folded away; and the choices of a column."""
    studio.hand_over(os.path.join(studio.options.prepared, "tracker.csv"))
    studio.acting("import.continue", "the columns")
    row = next(n for n in studio.all("list item") if n.all("combo box") or "expandable" in n.states)
    row.click()
    studio.settle()
    studio.take("import-columns-reading")
    row.click()
    studio.settle()
    pane = studio.all("scroll pane")[-1]
    fields = [n for n in pane.all("combo box") if in_view(n, pane)]
    for _ in range(20):
        if fields:
            break
        studio.scroll(*pane.centre(), 1)
        fields = [n for n in pane.all("combo box") if in_view(n, pane)]
    studio.popped_up(fields[-1], action=None)
    studio.take("import-columns-choices")
    return True


def import_linkedin(studio):
    studio.hand_over(os.path.join(studio.options.prepared, "linkedin"))
    studio.acting("import.start", "the preview")
    studio.take_scrolled("import-linkedin")
    return True


def import_dates(studio):
    """What the dates of a file do not tell is asked."""
    studio.hand_over(os.path.join(studio.options.prepared, "Job Applications.csv"))
    wait_until(lambda: [n for dialog in studio.all("dialog") for n in dialog.all("combo box")], "the question")
    studio.settle()
    studio.take("import-dates")
    return True


def duplicates(studio):
    """The same page again, with something changed in it."""
    studio.hand_over(os.path.join(PAGES, "posting-leipzig.html"))
    studio.acting("import.start", "the preview")[0].act("import.start")
    wait_until(lambda: not studio.dialogs(), "the import to be over")
    studio.hand_over(os.path.join(PAGES, "posting-leipzig.html"), os.path.join(studio.options.prepared, "changed.html"))
    studio.acting("import.cancel", "the preview")
    studio.take("import-duplicates")
    return True


# ---- what is imported ----

def write_imports(folder):
    def posting(title, organisation, **more):
        return {"@context": "https://schema.org", "@type": "JobPosting", "title": title, "description": f"<p>{title}: a short project with one result that is handed over.</p>",
                "hiringOrganization": {"@type": "Organization", "name": organisation}, **more}
    several = [
        posting("Poster and programme for the spring fair", "Kulturhaus Gera", validThrough="2027-02-14", baseSalary={"@type": "MonetaryAmount", "currency": "EUR", "value": 320}),
        posting("Clean up the list of members", "Sportverein Eintracht", validThrough="9999-12-31"),
        posting("Interviews with ten small shops about how they order", "Handelskammer Ostthüringen", baseSalary={"@type": "MonetaryAmount", "currency": "EUR", "value": "a fair fee"}),
        {"@context": "https://schema.org", "@type": "JobPosting", "description": "<p>No title at all.</p>"},
        posting("Kiểm tra bản dịch thực đơn", "Quán Ăn Ngon", jobLocationType="TELECOMMUTE"),
    ]
    with open(os.path.join(folder, "several.json"), "w", encoding="utf-8") as f:
        json.dump(several, f)
    library = {
        "format": "foothold", "version": 1, "opportunities": [],
        "organisations": [{"id": "9011", "name": "Bäckerei Sonnenschein", "country": "DE"}],
        "persons": [{"id": "9012", "name": "Ada Kowalska", "organisation_id": "9011", "mail": "ada@example.org"}],
        "skills": [{"id": "9013", "name": "Bookbinding", "level": 3, "wanted": True, "evidence": "A course"}, {"id": "9014", "name": "Subtitles"}],
        "goals": [{"id": "9015", "rank": 7, "title": "Work with books"}, {"id": "9016", "rank": 8, "title": "Earn for a bicycle"}, {"id": "9017", "rank": 9, "title": "Meet people"}],
        "terms": [{"id": "9020", "list": "area", "slug": "Bookbinding", "name": "Bookbinding"}],
    }
    with open(os.path.join(folder, "library.json"), "w", encoding="utf-8") as f:
        json.dump(library, f)
    with open(os.path.join(folder, "unread.html"), "w", encoding="utf-8") as f:
        f.write("<!DOCTYPE html><html lang=en><meta charset=utf-8><title>Two weeks of testing our booking page | Hotel Miramar</title>"
                "<h1>Two weeks of testing our booking page</h1><p>We look for a student who tries out our new booking page with twenty guests and writes down where they get stuck. "
                "Twelve hours, 240 EUR, from the first of March.</p></html>")
    with open(os.path.join(folder, "nothing.pdf"), "wb") as f:
        f.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< >>\nendobj\n")
    with open(os.path.join(folder, "tracker.csv"), "w", encoding="cp1252", newline="") as f:
        f.write("My applications;spring 2027\r\n\r\nEmployer;Position;Phase;Pay;Due;Link;Priority;Résumé\r\n"
                "Kulturhaus Gera;Poster and programme for the spring fair;Wishlist;320 EUR;3/4/2027;https://kulturhaus.example/jobs/14;high;short\r\n"
                "Sportverein Eintracht;Clean up the list of members;Phone screen;15 EUR/h;5/6/2027;https://eintracht.example/list;;long\r\n"
                "\"Bäckerei Lindner; Jena\";Menu cards;Waiting for Ute;;2/2/2027;;low;short\r\n")
    jobs = os.path.join(folder, "linkedin", "Jobs")
    os.makedirs(jobs, exist_ok=True)
    with open(os.path.join(jobs, "Saved Jobs.csv"), "w", encoding="utf-8") as f:
        f.write("Saved Date,Job Url,Job Title,Company Name\n9/24/26, 8:12 PM,https://www.linkedin.com/jobs/view/4011223344,Research assistant for a market study,Nordlicht GmbH\n".replace("9/24/26, 8:12 PM", '"9/24/26, 8:12 PM"'))
    for name, header in (("Jobs/Job Applications.csv", "Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name,Question And Answers\n"
                                                       "03 Apr 2026,jobs@kulturhaus.example,,Kulturhaus Gera,Poster for the spring fair,https://kulturhaus.example/jobs/14,short.pdf,Q: May you work in Germany? A: Yes."),
                         ("Connections.csv", "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAda,Kowalska,https://www.linkedin.com/in/ada-kowalska,,Nordlicht GmbH,Editor,12 Mar 2026"),
                         ("Positions.csv", "Company Name,Title"), ("Education.csv", "School Name,Degree Name"), ("Skills.csv", "Name\nBookbinding\nSubtitles")):
        with open(os.path.join(folder, "linkedin", name), "w", encoding="utf-8") as f:
            f.write(header + "\n")
    with open(os.path.join(folder, "Job Applications.csv"), "w", encoding="utf-8") as f:
        f.write("Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name,Question And Answers\n"
                "3/4/26,jobs@kulturhaus.example,,Kulturhaus Gera,Poster for the spring fair,https://kulturhaus.example/jobs/14,short.pdf,Q: May you work in Germany? A: Yes.\n"
                "5/4/26,,,Handelskammer Ostthüringen,Interviews with ten small shops,https://handelskammer.example/interviews,short.pdf,\n")
    with open(os.path.join(folder, "mail.txt"), "w", encoding="utf-8") as f:
        f.write("Interviews with ten small shops\n\nOrganisation: Handelskammer Ostthüringen\nWe pay 300 EUR for about 15 hours of work. Apply by 14 February 2027.\n"
                "More on https://handelskammer.example/interviews\n")
    with open(os.path.join(PAGES, "posting-leipzig.html"), encoding="utf-8") as source, open(os.path.join(folder, "changed.html"), "w", encoding="utf-8") as f:
        f.write(source.read().replace("2026-12", "2027-01"))
