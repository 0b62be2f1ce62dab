// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-places"

#include "foothold-place-dialog.h"

#include "model/foothold-format.h"
#include "rules/foothold-rhythm.h"
#include "store/foothold-place-store.h"
#include "views/board/foothold-field-row.h"
#include "widgets/foothold-choice.h"
#include "widgets/foothold-help.h"
#include "widgets/foothold-link.h"
#include "widgets/foothold-unsaved.h"
#include "widgets/foothold-wrapped-entry.h"

#include <glib/gi18n.h>

#define DAYS_A_WEEK 7

/* In the order of the model of the template. */
enum
{
  RHYTHM_NONE,
  RHYTHM_DAYS,
  RHYTHM_WEEKS,
};

enum
{
  NAME,
  ADDRESS,
  WORDS,
  LOOKED_ON,
  NOTES,
  N_ENTRIES
};

/* The entries are those of an opportunity's page. */
static const struct
{
  const char *field;
  FootholdEntryKind kind;
} entries[N_ENTRIES] = {
  { "name", FOOTHOLD_ENTRY_LINE },      { "address", FOOTHOLD_ENTRY_LINE }, { "words", FOOTHOLD_ENTRY_LINE },
  { "looked_on", FOOTHOLD_ENTRY_DATE }, { "notes", FOOTHOLD_ENTRY_LINES },
};

struct _FootholdPlaceDialog
{
  AdwDialog parent_instance;

  GtkListBox *what_box;
  GtkListBox *rhythm_box;
  GtkListBox *notes_box;
  AdwComboRow *kind;
  AdwComboRow *rhythm;
  GtkWidget *every_row;
  GtkSpinButton *every;
  GtkButton *save;

  FootholdStore *store;
  FootholdRow *before; /* NULL: it is new */
  char *shown; /* what stood in the form at first */
  FootholdFieldRow *rows[N_ENTRIES];
  gboolean busy;
};

enum
{
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FootholdPlaceDialog, foothold_place_dialog, ADW_TYPE_DIALOG)

static void
rhythm_cb (FootholdPlaceDialog *self)
{
  const guint rhythm = adw_combo_row_get_selected (self->rhythm);

  gtk_widget_set_visible (self->every_row, rhythm != RHYTHM_NONE);
  gtk_adjustment_set_upper (gtk_spin_button_get_adjustment (self->every),
                            rhythm == RHYTHM_WEEKS ? FOOTHOLD_RHYTHM_MAX / DAYS_A_WEEK : FOOTHOLD_RHYTHM_MAX);
}

/* ---- reading the form ---- */

/* (transfer full): NULL for nothing. */
static char *
dup_text (FootholdPlaceDialog *self, guint entry)
{
  g_autofree char *text = foothold_field_row_dup_text (self->rows[entry]);
  char *stripped = g_strstrip (g_steal_pointer (&text));

  if (*stripped != '\0')
    return stripped;
  g_free (stripped);
  return NULL;
}

/* "example.org/jobs" is an address too where one is asked for. */
static char *
complete_address (const char *text)
{
  g_autofree char *whole = g_strconcat ("https://", text, NULL);

  if (strstr (text, "://") == NULL && strchr (text, '.') != NULL && foothold_link_is_web (whole))
    return g_steal_pointer (&whole);
  return g_strdup (text);
}

static void
take_address (FootholdPlaceDialog *self, FootholdPlaceRow *row)
{
  g_autofree char *address = dup_text (self, ADDRESS);

  g_clear_pointer (&row->url, g_free);
  if (address != NULL)
    row->url = complete_address (address);
  /* A web address as the name is both. */
  if (row->url == NULL && row->name != NULL && foothold_link_is_web (row->name))
    {
      g_autofree char *host = foothold_link_host (row->name);

      row->url = g_steal_pointer (&row->name);
      row->name = g_strdup (g_str_has_prefix (host, "www.") ? host + 4 : host);
    }
}

static gint64
read_rhythm (FootholdPlaceDialog *self)
{
  int every;

  /* What is typed counts before the keys leave it. */
  gtk_spin_button_update (self->every);
  every = gtk_spin_button_get_value_as_int (self->every);

  switch (adw_combo_row_get_selected (self->rhythm))
    {
    case RHYTHM_DAYS:
      return every;
    case RHYTHM_WEEKS:
      return every * DAYS_A_WEEK;
    default:
      return GINT64_UNKNOWN;
    }
}

static gboolean
refuse (FootholdPlaceDialog *self, guint entry, const char *sentence)
{
  foothold_field_row_set_error (self->rows[entry], sentence);
  foothold_field_row_edit (self->rows[entry]);
  return FALSE;
}

/* FALSE when an entry cannot be read; that one says why. */
static gboolean
read_form (FootholdPlaceDialog *self, FootholdPlaceRow *row)
{
  g_autofree char *looked = dup_text (self, LOOKED_ON);
  g_autofree char *shown = row->looked_on != NULL ? foothold_format_date_full (row->looked_on) : NULL;
  g_autofree char *old = g_steal_pointer (&row->looked_on);
  g_autoptr (GError) error = NULL;

  g_free (row->name);
  row->name = dup_text (self, NAME);
  take_address (self, row);
  g_free (row->words);
  row->words = dup_text (self, WORDS);
  g_free (row->notes);
  row->notes = dup_text (self, NOTES);
  g_set_str (&row->kind, foothold_choice_get (self->kind));
  row->every_days = read_rhythm (self);

  if (row->name == NULL)
    return refuse (self, NAME, _ ("A name is needed; everything else can wait."));
  if (row->url != NULL && !foothold_link_is_web (row->url))
    return refuse (self, ADDRESS, _ ("Write an address like “https://example.org/jobs”."));
  /* left as it was shown, in whatever language */
  if (looked != NULL && g_strcmp0 (looked, shown) == 0)
    row->looked_on = g_steal_pointer (&old);
  else if (looked != NULL && !foothold_parse_date (looked, NULL, &row->looked_on, &error))
    return refuse (self, LOOKED_ON, error->message);

  return TRUE;
}

/* ---- saving ---- */

typedef struct
{
  FootholdPlaceDialog *dialog;
  char *name;
} Saving;

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autofree Saving *saving = user_data;
  g_autoptr (FootholdPlaceDialog) self = saving->dialog;
  g_autofree char *name = saving->name;
  g_autoptr (GError) error = NULL;
  const gint64 id = foothold_store_write_finish (FOOTHOLD_STORE (object), result, &error);

  self->busy = FALSE;
  if (error != NULL)
    {
      refuse (self, NAME, error->message);
      return;
    }

  g_signal_emit (self, signals[SIGNAL_SAVED], 0, id, name, self->before == NULL);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
save_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdPlaceDialog *self = FOOTHOLD_PLACE_DIALOG (widget);
  g_autoptr (FootholdRow) after =
    self->before != NULL ? foothold_row_copy (self->before) : foothold_row_new (&foothold_place_row_type);
  FootholdPlaceRow *row = (FootholdPlaceRow *) after;
  g_autofree char *label = NULL;
  Saving *saving;

  if (self->busy || !read_form (self, row))
    return;

  self->busy = TRUE;
  saving = g_new (Saving, 1);
  *saving = (Saving) { g_object_ref (self), g_strdup (row->name) };
  /* Translators: what Undo takes back; %s is a place to look */
  label = g_strdup_printf (self->before != NULL ? _ ("Edit “%s”") : _ ("Add “%s”"), row->name);
  foothold_place_save_async (self->store, label, (FootholdPlaceRow *) self->before, row, NULL, saved_cb, saving);
}

/* Enter in an entry of one line saves; on a button, a choice or in the notes it does what it does there. */
static gboolean
key_cb (FootholdPlaceDialog *self, guint key, guint code, GdkModifierType modifiers)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  const gboolean enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter;

  if (!enter || !FOOTHOLD_IS_WRAPPED_ENTRY (focus)
      || (!foothold_wrapped_entry_is_line (FOOTHOLD_WRAPPED_ENTRY (focus)) && !(modifiers & GDK_CONTROL_MASK)))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_action (GTK_WIDGET (self), "place.save", NULL);
  return GDK_EVENT_STOP;
}

/* ---- filling the form ---- */

static void
load_text (FootholdPlaceDialog *self, guint entry, const char *text)
{
  foothold_field_row_load (self->rows[entry], text != NULL ? text : "", "not-looked-at", NULL);
}

static void
fill (FootholdPlaceDialog *self, const FootholdPlaceRow *row)
{
  const gboolean weeks = row->every_days > 0 && row->every_days % DAYS_A_WEEK == 0;
  g_autofree char *shown = row->looked_on != NULL ? foothold_format_date_full (row->looked_on) : NULL;

  load_text (self, NAME, row->name);
  load_text (self, ADDRESS, row->url);
  load_text (self, WORDS, row->words);
  load_text (self, LOOKED_ON, shown);
  load_text (self, NOTES, row->notes);
  foothold_choice_set (self->kind, row->kind);
  adw_combo_row_set_selected (self->rhythm, row->every_days < 1 ? RHYTHM_NONE : weeks ? RHYTHM_WEEKS : RHYTHM_DAYS);
  rhythm_cb (self);
  if (row->every_days > 0)
    gtk_spin_button_set_value (self->every, (double) (weeks ? row->every_days / DAYS_A_WEEK : row->every_days));
}

/* All that stands in the form, to tell whether it is what stood there. (transfer full) */
static char *
dup_typed (FootholdPlaceDialog *self)
{
  g_autoptr (GString) typed = g_string_new (NULL);

  for (guint i = 0; i < N_ENTRIES; i++)
    {
      g_autofree char *text = foothold_field_row_dup_text (self->rows[i]);

      g_string_append_printf (typed, "%s\x1f", text);
    }
  g_string_append_printf (typed, "%u\x1f%u\x1f%s", adw_combo_row_get_selected (self->kind),
                          adw_combo_row_get_selected (self->rhythm),
                          gtk_editable_get_text (GTK_EDITABLE (self->every)));
  return g_string_free_and_steal (g_steal_pointer (&typed));
}

static gboolean
is_unsaved (gpointer dialog)
{
  FootholdPlaceDialog *self = dialog;
  g_autofree char *typed = dup_typed (self);

  return !g_str_equal (typed, self->shown);
}

static const FootholdUnsaved unsaved = {
  .is_unsaved = is_unsaved,
  .title = N_ ("Keep What You Typed?"),
  .text = N_ ("What you typed is not saved yet."),
  .keep_label = N_ ("_Save"),
  .keep_action = "place.save",
};

AdwDialog *
foothold_place_dialog_new (FootholdStore *store, FootholdPlaceRow *row)
{
  FootholdPlaceDialog *self = g_object_new (FOOTHOLD_TYPE_PLACE_DIALOG, NULL);

  self->store = g_object_ref (store);
  if (row != NULL)
    {
      self->before = foothold_row_ref (row);
      fill (self, row);
      adw_dialog_set_title (ADW_DIALOG (self), _ ("Edit Place"));
      gtk_button_set_label (self->save, _ ("_Save"));
    }
  else
    {
      /* a rhythm that most people can keep */
      adw_combo_row_set_selected (self->rhythm, RHYTHM_WEEKS);
      rhythm_cb (self);
    }
  self->shown = dup_typed (self);
  foothold_unsaved_guard (ADW_DIALOG (self), &unsaved);
  return ADW_DIALOG (self);
}

static void
foothold_place_dialog_dispose (GObject *object)
{
  FootholdPlaceDialog *self = FOOTHOLD_PLACE_DIALOG (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->before, foothold_row_unref);
  g_clear_pointer (&self->shown, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_PLACE_DIALOG);

  G_OBJECT_CLASS (foothold_place_dialog_parent_class)->dispose (object);
}

static void
foothold_place_dialog_class_init (FootholdPlaceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  foothold_help_install (widget_class, "places");
  G_OBJECT_CLASS (klass)->dispose = foothold_place_dialog_dispose;

  signals[SIGNAL_SAVED] = g_signal_new ("saved", FOOTHOLD_TYPE_PLACE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_STRING, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-place-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdPlaceDialog, what_box);
  gtk_widget_class_bind_template_child (widget_class, FootholdPlaceDialog, rhythm_box);
  gtk_widget_class_bind_template_child (widget_class, FootholdPlaceDialog, notes_box);
  gtk_widget_class_bind_template_child (widget_class, FootholdPlaceDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, FootholdPlaceDialog, rhythm);
  gtk_widget_class_bind_template_child (widget_class, FootholdPlaceDialog, every_row);
  gtk_widget_class_bind_template_child (widget_class, FootholdPlaceDialog, every);
  gtk_widget_class_bind_template_child (widget_class, FootholdPlaceDialog, save);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, rhythm_cb);
  gtk_widget_class_install_action (widget_class, "place.save", NULL, save_cb);
}

static void
foothold_place_dialog_init (FootholdPlaceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  foothold_choice_setup (self->kind, &foothold_place_kinds, NULL, FALSE);
  for (guint i = 0; i < N_ENTRIES; i++)
    {
      GtkWidget *row = foothold_field_row_new (entries[i].field, entries[i].kind);
      GtkListBox *box = i <= WORDS ? self->what_box : i == LOOKED_ON ? self->rhythm_box : self->notes_box;

      self->rows[i] = FOOTHOLD_FIELD_ROW (row);
      foothold_field_row_hide_knowledge (self->rows[i], FALSE);
      load_text (self, i, NULL);
      /* the name first, the kind after it */
      gtk_list_box_insert (box, row, i == NAME ? 0 : -1);
    }
}
