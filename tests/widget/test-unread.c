// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/application-fixture.h"
#include "widget-fixture.h"

#include "store/foothold-row-sql.h"
#include "views/board/foothold-opportunity-page.h"
#include "views/people/foothold-outreach-page.h"
#include "views/people/foothold-person-page.h"
#include "views/tracker/foothold-application-page.h"
#include "views/tracker/foothold-letter-dialog.h"
#include "views/tracker/foothold-preparing-dialog.h"
#include "views/tracker/foothold-tailoring-dialog.h"

/* What pages and dialogs say while nothing was read yet, and where it cannot be. */

/* The one that is seen and says @text, or NULL. */
static GtkWidget *
find_label (GtkWidget *root, const char *text)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  widget_fixture_collect (root, GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_get_mapped (labels->pdata[i]) && g_str_equal (gtk_label_get_text (labels->pdata[i]), text))
      return labels->pdata[i];

  return NULL;
}

static gint64
save (StoreFixture *fixture, const FootholdRowType *type, const char *field, const char *text)
{
  g_autoptr (FootholdRow) row = foothold_row_new (type);

  if (type == &foothold_person_row_type)
    g_set_str (&((FootholdPersonRow *) row)->name, text);
  else
    g_set_str (&((FootholdOutreachRow *) row)->organisation, text);
  return store_fixture_save_row (fixture, field, NULL, row);
}

/* ---- what cannot be read ---- */

/* The linker puts this in the place of what reads one row, which all four pages begin with. */
static int unreadable;

gpointer __real_foothold_row_load_id (FootholdDb *db, const FootholdRowType *type, gint64 id, GError **error);
gpointer __wrap_foothold_row_load_id (FootholdDb *db, const FootholdRowType *type, gint64 id, GError **error);

gpointer
__wrap_foothold_row_load_id (FootholdDb *db, const FootholdRowType *type, gint64 id, GError **error)
{
  if (!g_atomic_int_get (&unreadable))
    return __real_foothold_row_load_id (db, type, id, error);

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "The disk does not answer. Nothing was lost.");
  return NULL;
}

typedef struct
{
  GType (*get_type) (void);
  const char *name, *title;
} Page;

static const Page pages[] = {
  { foothold_opportunity_page_get_type, "opportunity", "Menu cards" },
  { foothold_application_page_get_type, "application", "Menu cards" },
  { foothold_person_page_get_type, "person", "Dan Brown" },
  { foothold_outreach_page_get_type, "outreach", "Studio Linden" },
};

static GtkWidget *
page_new (const Page *page, FootholdStore *store)
{
  GtkWidget *widget = g_object_new (page->get_type (), NULL);

  if (FOOTHOLD_IS_OPPORTUNITY_PAGE (widget))
    foothold_opportunity_page_set_store (FOOTHOLD_OPPORTUNITY_PAGE (widget), store);
  else if (FOOTHOLD_IS_APPLICATION_PAGE (widget))
    foothold_application_page_set_store (FOOTHOLD_APPLICATION_PAGE (widget), store);
  else if (FOOTHOLD_IS_PERSON_PAGE (widget))
    foothold_person_page_set_store (FOOTHOLD_PERSON_PAGE (widget), store);
  else
    foothold_outreach_page_set_store (FOOTHOLD_OUTREACH_PAGE (widget), store);
  return widget;
}

static void
show (GtkWidget *widget, gint64 id)
{
  if (FOOTHOLD_IS_OPPORTUNITY_PAGE (widget))
    foothold_opportunity_page_show (FOOTHOLD_OPPORTUNITY_PAGE (widget), id);
  else if (FOOTHOLD_IS_APPLICATION_PAGE (widget))
    foothold_application_page_show (FOOTHOLD_APPLICATION_PAGE (widget), id);
  else if (FOOTHOLD_IS_PERSON_PAGE (widget))
    foothold_person_page_show (FOOTHOLD_PERSON_PAGE (widget), id);
  else
    foothold_outreach_page_show (FOOTHOLD_OUTREACH_PAGE (widget), id);
}

static void
gone_cb (gboolean *gone)
{
  *gone = TRUE;
}

static gint64
add_one (StoreFixture *fixture, const Page *page)
{
  if (g_str_equal (page->name, "person"))
    return save (fixture, &foothold_person_row_type, "Add", page->title);
  if (g_str_equal (page->name, "outreach"))
    return save (fixture, &foothold_outreach_row_type, "Add", page->title);
  if (g_str_equal (page->name, "application"))
    return start (fixture, add_opportunity (fixture, page->title));
  return add_opportunity (fixture, page->title);
}

/* It says so, and tries again; what is not there is no such thing. */
static void
test_page (StoreFixture *fixture, gconstpointer data)
{
  const Page *page = data;
  const gint64 id = add_one (fixture, page);
  GtkWidget *widget = page_new (page, fixture->store);
  GtkWidget *window;
  gboolean gone = FALSE;
  GtkWidget *label;

  g_signal_connect_swapped (widget, "gone", G_CALLBACK (gone_cb), &gone);
  window = widget_fixture_window (widget, 500, 600);

  g_atomic_int_set (&unreadable, TRUE);
  show (widget, id);
  WAIT_FOR (find_label (widget, "This Cannot Be Read") != NULL);
  g_assert_false (gone);
  widget_fixture_shot (window, page->name);

  g_assert_nonnull (find_label (widget, "The disk does not answer. Nothing was lost."));
  g_atomic_int_set (&unreadable, FALSE);
  label = find_label (widget, "Try Again");
  g_assert_nonnull (label);
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  WAIT_FOR (find_label (widget, "This Cannot Be Read") == NULL);
  WAIT_FOR (find_label (widget, page->title) != NULL);

  show (widget, id + 1000);
  WAIT_FOR (gone);
  g_assert_null (find_label (widget, "This Cannot Be Read"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* ---- what is on its way ---- */

static GMutex reading;

/* Reader thread: what is asked after this has no answer yet. */
static gpointer
hold_job (FootholdDb *db, gpointer data, GError **error)
{
  g_mutex_lock (&reading);
  g_mutex_unlock (&reading);
  return g_strdup ("");
}

static AdwDialog *
dialog_new (const char *name, GtkWidget *from, FootholdStore *store, gint64 application)
{
  g_autoptr (GPtrArray) skills = g_ptr_array_new_with_free_func (g_free);

  if (g_str_equal (name, "preparing"))
    return foothold_preparing_dialog_new (store, application);
  if (g_str_equal (name, "tailoring"))
    return foothold_tailoring_dialog_new (store, application);
  return foothold_letter_dialog_new (from, store, application, skills);
}

static gboolean
is_spinning (GtkWidget *root)
{
  GtkWidget *spinner = widget_fixture_find (root, ADW_TYPE_SPINNER);

  return spinner != NULL && gtk_widget_get_mapped (spinner);
}

static void
test_dialog (StoreFixture *fixture, gconstpointer data)
{
  const gint64 application = start (fixture, add_opportunity (fixture, "Menu cards"));
  GtkWidget *window = widget_fixture_window (gtk_label_new ("Behind"), 800, 600);
  g_autoptr (GAsyncResult) result = NULL;
  AdwDialog *dialog;

  g_mutex_lock (&reading);
  foothold_store_push_read (fixture->store, g_task_new (fixture->store, NULL, store_fixture_result_cb, &result),
                            hold_job, g_free);
  dialog = dialog_new (data, adw_window_get_content (ADW_WINDOW (window)), fixture->store, application);
  adw_dialog_present (dialog, adw_window_get_content (ADW_WINDOW (window)));
  WAIT_FOR (is_spinning (GTK_WIDGET (dialog)));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget_fixture_find (GTK_WIDGET (dialog), ADW_TYPE_SPINNER)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Loading…");
  g_mutex_unlock (&reading);
  WAIT_FOR (!is_spinning (GTK_WIDGET (dialog)));
  WAIT_FOR (result != NULL);
  adw_dialog_force_close (dialog);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  widget_fixture_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *path = g_strconcat ("/unread/page/", pages[i].name, NULL);

      g_test_add (path, StoreFixture, &pages[i], store_fixture_set_up, test_page, store_fixture_tear_down);
    }
  g_test_add ("/unread/preparing", StoreFixture, "preparing", store_fixture_set_up, test_dialog,
              store_fixture_tear_down);
  g_test_add ("/unread/tailoring", StoreFixture, "tailoring", store_fixture_set_up, test_dialog,
              store_fixture_tear_down);
  g_test_add ("/unread/letter", StoreFixture, "letter", store_fixture_set_up, test_dialog, store_fixture_tear_down);

  return g_test_run ();
}
