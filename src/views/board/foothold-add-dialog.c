// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-add-dialog.h"

#include "model/foothold-field-text.h"
#include "rules/foothold-link-title.h"
#include "store/foothold-place-store.h"
#include "store/foothold-rows.h"
#include "views/board/foothold-field-row.h"
#include "widgets/foothold-help.h"
#include "widgets/foothold-link.h"
#include "widgets/foothold-text.h"
#include "widgets/foothold-unsaved.h"
#include "widgets/foothold-wrapped-entry.h"

#include <glib/gi18n.h>

/* A longer name says no more in one line. */
#define HINT_NAME_LENGTH 60

/* The entries are those of the page, so that what can be typed there can be typed here. */

typedef struct
{
  const char *field;
  FootholdEntryKind kind;
} Entry;

static const Entry entries[] = {
  { "title", FOOTHOLD_ENTRY_LINE },        { "organisation", FOOTHOLD_ENTRY_LINE }, { "url", FOOTHOLD_ENTRY_LINE },
  { "minutes_min", FOOTHOLD_ENTRY_HOURS }, { "pay_gross_min", FOOTHOLD_ENTRY_FEE }, { "apply_by", FOOTHOLD_ENTRY_DATE },
};

enum
{
  TITLE,
  ORGANISATION,
  LINK,
};

struct _FootholdAddDialog
{
  AdwDialog parent_instance;

  GtkListBox *name_box;
  GtkListBox *facts_box;
  GtkLabel *hint;

  FootholdStore *store;
  FootholdFieldRow *rows[G_N_ELEMENTS (entries)];
  gint64 place; /* it was found at, or 0 */
  char *place_name;
  char *place_kind;
  GCancellable *pasting; /* a clipboard that is being looked at, or NULL */
  guint moving; /* the source that moves an address out of the title, or 0 */
  gboolean busy;
};

enum
{
  SIGNAL_ADDED,
  SIGNAL_POSTING_PASTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FootholdAddDialog, foothold_add_dialog, ADW_TYPE_DIALOG)

/* An address in the title goes where it belongs, and leaves the title it tells. */
static gboolean
move_link (gpointer user_data)
{
  FootholdAddDialog *self = user_data;
  g_autofree char *text = foothold_field_row_dup_text (self->rows[TITLE]);
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *title = NULL;

  self->moving = 0;
  if (!foothold_link_is_web (stripped))
    return G_SOURCE_REMOVE;

  title = foothold_title_from_link (stripped);
  foothold_field_row_load (self->rows[LINK], stripped, "not-looked-at", NULL);
  if (title != NULL)
    {
      foothold_field_row_put_text (self->rows[TITLE], title);
      foothold_field_row_edit (self->rows[TITLE]);
    }
  return G_SOURCE_REMOVE;
}

static void
title_typed_cb (FootholdAddDialog *self)
{
  g_autofree char *text = foothold_field_row_dup_text (self->rows[TITLE]);
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  /* The text is still being put in, and must not be changed meanwhile; but it is before the next key. */
  if (self->moving == 0 && foothold_link_is_web (stripped))
    self->moving = g_idle_add_full (G_PRIORITY_HIGH, move_link, self, NULL);
}

/* ---- a whole posting is no title ---- */

/* Said so early that a title which was broken over two lines is still one. */
#define LINES_OF_POSTING 3

static gboolean
is_posting (const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    n += *g_strstrip (lines[i]) != '\0' ? 1 : 0;
  return n >= LINES_OF_POSTING;
}

static gboolean
is_empty (FootholdAddDialog *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autofree char *text = foothold_field_row_dup_text (self->rows[i]);

      if (*text != '\0')
        return FALSE;
    }

  return TRUE;
}

static void
clipboard_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdAddDialog) self = user_data;
  GdkClipboard *clipboard = GDK_CLIPBOARD (object);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (clipboard, result, &error);
  GtkTextView *title;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->pasting);
  if (text != NULL && is_posting (text) && is_empty (self))
    {
      adw_dialog_force_close (ADW_DIALOG (self));
      g_signal_emit (self, signals[SIGNAL_POSTING_PASTED], 0, self->place_name, self->place_kind);
      return;
    }

  title = GTK_TEXT_VIEW (foothold_field_row_get_entry (self->rows[TITLE]));
  gtk_text_buffer_paste_clipboard (gtk_text_view_get_buffer (title), clipboard, NULL, TRUE);
}

static void
paste_cb (FootholdAddDialog *self, GtkWidget *title)
{
  if (!is_empty (self) || self->pasting != NULL)
    return;

  g_signal_stop_emission_by_name (title, "paste-clipboard");
  self->pasting = g_cancellable_new ();
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (title), self->pasting, clipboard_read_cb,
                                 g_object_ref (self));
}

/* (transfer full): what the form says, NULL when an entry cannot be read; that one says why. */
static FootholdOpportunityRow *
read_form (FootholdAddDialog *self)
{
  g_autoptr (FootholdRow) row = foothold_row_new (&foothold_opportunity_row_type);
  FootholdOpportunityRow *opportunity = (FootholdOpportunityRow *) row;
  FootholdFieldRow *wrong = NULL;

  opportunity->origin = g_strdup ("found");
  opportunity->kind = g_strdup ("micro-internship");
  opportunity->state = g_strdup ("spotted");
  opportunity->fact_source = g_strdup ("typed");
  opportunity->created_at = g_get_real_time () / 1000;

  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autofree char *text = foothold_field_row_dup_text (self->rows[i]);
      g_autoptr (GError) error = NULL;

      if (!foothold_field_from_text (opportunity, entries[i].field, entries[i].kind, text, &error))
        {
          foothold_field_row_set_error (self->rows[i], i == TITLE ? _ ("A title is needed; everything else can wait.")
                                                                  : error->message);
          if (wrong == NULL)
            wrong = self->rows[i];
        }
    }
  if (opportunity->url != NULL && !foothold_link_is_web (opportunity->url))
    {
      foothold_field_row_set_error (self->rows[LINK], _ ("Write an address like “https://example.org/posting”."));
      wrong = wrong != NULL ? wrong : self->rows[LINK];
    }

  if (wrong != NULL)
    {
      foothold_field_row_edit (wrong);
      return NULL;
    }
  opportunity->source = g_strdup (foothold_source_from_link (opportunity->url));
  if (self->place != 0)
    foothold_place_mark_found (opportunity, self->place, self->place_name, self->place_kind);

  return (FootholdOpportunityRow *) g_steal_pointer (&row);
}

typedef struct
{
  FootholdAddDialog *dialog;
  char *title;
  gboolean open;
} Adding;

static void
adding_free (Adding *self)
{
  g_object_unref (self->dialog);
  g_free (self->title);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Adding, adding_free)

static void
added_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Adding) adding = user_data;
  FootholdAddDialog *self = adding->dialog;
  g_autoptr (GError) error = NULL;
  const gint64 id = foothold_store_write_finish (FOOTHOLD_STORE (object), result, &error);

  self->busy = FALSE;
  if (error != NULL)
    {
      foothold_field_row_set_error (self->rows[TITLE], error->message);
      return;
    }

  g_signal_emit (self, signals[SIGNAL_ADDED], 0, id, adding->title, adding->open);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
add (FootholdAddDialog *self, gboolean open)
{
  g_autoptr (FootholdRow) row = NULL;
  g_autofree char *label = NULL;
  Adding *adding;

  if (self->busy)
    return;
  row = (FootholdRow *) read_form (self);
  if (row == NULL)
    return;

  self->busy = TRUE;
  adding = g_new0 (Adding, 1);
  adding->dialog = g_object_ref (self);
  adding->title = g_strdup (((FootholdOpportunityRow *) row)->title);
  adding->open = open;
  /* Translators: what Undo takes back; %s is the title of an opportunity. */
  label = g_strdup_printf (_ ("Add “%s”"), ((FootholdOpportunityRow *) row)->title);
  foothold_store_save_row_async (self->store, label, NULL, row, NULL, added_cb, adding);
}

static void
add_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  add (FOOTHOLD_ADD_DIALOG (widget), g_str_equal (action_name, "form.add-and-open"));
}

/* Enter in an entry adds; on a button or a menu it does what they do. */
static gboolean
key_cb (FootholdAddDialog *self, guint key, guint code, GdkModifierType modifiers)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  const gboolean enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter;

  if (!enter || root == NULL || !FOOTHOLD_IS_WRAPPED_ENTRY (gtk_root_get_focus (root)))
    return GDK_EVENT_PROPAGATE;

  add (self, (modifiers & GDK_CONTROL_MASK) != 0);
  return GDK_EVENT_STOP;
}

GtkWidget *
foothold_add_dialog_new (FootholdStore *store)
{
  FootholdAddDialog *self = g_object_new (FOOTHOLD_TYPE_ADD_DIALOG, NULL);

  self->store = g_object_ref (store);
  return GTK_WIDGET (self);
}

void
foothold_add_dialog_set_place (FootholdAddDialog *self, gint64 id, const char *name, const char *kind)
{
  g_autofree char *hint = NULL;
  g_autofree char *shown = NULL;

  g_return_if_fail (FOOTHOLD_IS_ADD_DIALOG (self));

  self->place = id;
  g_set_str (&self->place_name, name);
  g_set_str (&self->place_kind, kind);
  shown = foothold_text_short (name, HINT_NAME_LENGTH);
  /* Translators: %s is a place to look */
  hint = g_strdup_printf (_ ("Found at “%s”. A title is enough; everything else can wait."), shown);
  gtk_label_set_text (self->hint, hint);
}

static void
foothold_add_dialog_finalize (GObject *object)
{
  g_free (FOOTHOLD_ADD_DIALOG (object)->place_name);
  g_free (FOOTHOLD_ADD_DIALOG (object)->place_kind);

  G_OBJECT_CLASS (foothold_add_dialog_parent_class)->finalize (object);
}

static void
foothold_add_dialog_dispose (GObject *object)
{
  g_clear_handle_id (&FOOTHOLD_ADD_DIALOG (object)->moving, g_source_remove);
  g_cancellable_cancel (FOOTHOLD_ADD_DIALOG (object)->pasting);
  g_clear_object (&FOOTHOLD_ADD_DIALOG (object)->pasting);
  g_clear_object (&FOOTHOLD_ADD_DIALOG (object)->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_ADD_DIALOG);

  G_OBJECT_CLASS (foothold_add_dialog_parent_class)->dispose (object);
}

static void
foothold_add_dialog_class_init (FootholdAddDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  foothold_help_install (widget_class, "adding");

  G_OBJECT_CLASS (klass)->dispose = foothold_add_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = foothold_add_dialog_finalize;

  signals[SIGNAL_ADDED] = g_signal_new ("added", FOOTHOLD_TYPE_ADD_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[SIGNAL_POSTING_PASTED] = g_signal_new ("posting-pasted", FOOTHOLD_TYPE_ADD_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                                 NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-add-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdAddDialog, name_box);
  gtk_widget_class_bind_template_child (widget_class, FootholdAddDialog, facts_box);
  gtk_widget_class_bind_template_child (widget_class, FootholdAddDialog, hint);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_install_action (widget_class, "form.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "form.add-and-open", NULL, add_cb);
}

static gboolean
is_unsaved (gpointer dialog)
{
  return !is_empty (dialog);
}

static const FootholdUnsaved unsaved = {
  .is_unsaved = is_unsaved,
  .title = N_ ("Add the Opportunity?"),
  .text = N_ ("What you typed is not saved yet."),
  .keep_label = N_ ("_Add"),
  .keep_action = "form.add",
};

static void
foothold_add_dialog_init (FootholdAddDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  foothold_unsaved_guard (ADW_DIALOG (self), &unsaved);
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      GtkWidget *row = foothold_field_row_new (entries[i].field, entries[i].kind);

      self->rows[i] = FOOTHOLD_FIELD_ROW (row);
      if (entries[i].kind == FOOTHOLD_ENTRY_FEE)
        foothold_field_row_set_title (self->rows[i], _ ("Fee"));
      foothold_field_row_hide_knowledge (self->rows[i], FALSE);
      foothold_field_row_load (self->rows[i], "", "not-looked-at", NULL);
      gtk_list_box_append (i <= LINK ? self->name_box : self->facts_box, row);
    }
  g_signal_connect_object (self->rows[TITLE], "typed", G_CALLBACK (title_typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (foothold_field_row_get_entry (self->rows[TITLE]), "paste-clipboard", G_CALLBACK (paste_cb),
                           self, G_CONNECT_SWAPPED);
}
