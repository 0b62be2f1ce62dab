// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-own-words.h"

#include "store/foothold-rows.h"
#include "views/board/foothold-field-choice.h"
#include "widgets/foothold-default-key.h"
#include "widgets/foothold-text.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Read once a store, when the first row wants them, and kept as the database has them. */

#define FOOTHOLD_TYPE_OWN_WORDS (foothold_own_words_get_type ())
G_DECLARE_FINAL_TYPE (FootholdOwnWords, foothold_own_words, FOOTHOLD, OWN_WORDS, GObject)

struct _FootholdOwnWords
{
  GObject parent_instance;
  GPtrArray *terms; /* FootholdTermRow, by name; NULL until they are read */
  GPtrArray *places; /* FootholdPlaceRow, likewise: their names are words too */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FootholdOwnWords, foothold_own_words, G_TYPE_OBJECT)

static gboolean
is_place (FootholdFieldRow *row)
{
  return g_str_equal (foothold_field_row_get_field (row), "place");
}

static int
compare_terms (gconstpointer a, gconstpointer b)
{
  const FootholdTermRow *const *left = a, *const *right = b;

  return g_utf8_collate ((*left)->name, (*right)->name);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const FootholdPlaceRow *const *left = a, *const *right = b;

  return g_utf8_collate ((*left)->name, (*right)->name);
}

static void
take_rows (FootholdOwnWords *self, GPtrArray **rows, FootholdStore *store, GAsyncResult *result, GCompareFunc compare)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *loaded = foothold_store_load_rows_finish (store, result, &error);

  if (loaded == NULL)
    {
      /* What they were for is shown under its slug; whoever changes something is told what is wrong. */
      g_debug ("Own words cannot be read: %s", error->message);
      return;
    }
  g_ptr_array_sort (loaded, compare);
  g_clear_pointer (rows, g_ptr_array_unref);
  *rows = loaded;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
terms_loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdOwnWords) self = user_data;

  take_rows (self, &self->terms, FOOTHOLD_STORE (object), result, compare_terms);
}

static void
places_loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdOwnWords) self = user_data;

  take_rows (self, &self->places, FOOTHOLD_STORE (object), result, compare_places);
}

static void
load_terms (FootholdOwnWords *self, FootholdStore *store)
{
  foothold_store_load_rows_async (store, &foothold_term_row_type, NULL, terms_loaded_cb, g_object_ref (self));
}

static void
load_places (FootholdOwnWords *self, FootholdStore *store)
{
  foothold_store_load_rows_async (store, &foothold_place_row_type, NULL, places_loaded_cb, g_object_ref (self));
}

static void
store_changed_cb (FootholdOwnWords *self, const FootholdChanges *changes, FootholdStore *store)
{
  if (foothold_changes_has_table (changes, "term"))
    load_terms (self, store);
  if (foothold_changes_has_table (changes, "place"))
    load_places (self, store);
}

static FootholdOwnWords *
of_store (FootholdStore *store)
{
  static const char key[] = "foothold-own-words";
  FootholdOwnWords *self = g_object_get_data (G_OBJECT (store), key);

  if (self == NULL)
    {
      self = g_object_new (FOOTHOLD_TYPE_OWN_WORDS, NULL);
      g_object_set_data_full (G_OBJECT (store), key, self, g_object_unref);
      g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
      load_terms (self, store);
      load_places (self, store);
    }
  return self;
}

/* Each row knows the words of its own list. */
static void
offer (FootholdFieldRow *row, FootholdOwnWords *self)
{
  g_autoptr (GPtrArray) slugs = g_ptr_array_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const gboolean places = is_place (row);

  if (places ? self->places == NULL : self->terms == NULL)
    return;

  for (guint i = 0; !places && i < self->terms->len; i++)
    {
      const FootholdTermRow *term = g_ptr_array_index (self->terms, i);

      if (!g_str_equal (term->list, foothold_field_row_get_field (row)))
        continue;
      g_ptr_array_add (slugs, term->slug);
      g_ptr_array_add (names, term->name);
    }
  for (guint i = 0; places && i < self->places->len; i++)
    {
      const FootholdPlaceRow *place = g_ptr_array_index (self->places, i);

      g_ptr_array_add (slugs, place->name);
      g_ptr_array_add (names, place->name);
    }
  g_ptr_array_add (slugs, NULL);
  g_ptr_array_add (names, NULL);
  foothold_field_row_set_own_words (row, (const char *const *) slugs->pdata, (const char *const *) names->pdata);
}

/* Asking for a word */

static char *
dup_word (AdwAlertDialog *dialog)
{
  GtkEditable *entry = GTK_EDITABLE (adw_alert_dialog_get_extra_child (dialog));

  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

static void
word_typed_cb (AdwAlertDialog *dialog)
{
  g_autofree char *word = dup_word (dialog);

  adw_alert_dialog_set_response_enabled (dialog, "add", *word != '\0');
}

static void
answered_cb (FootholdFieldRow *row, const char *response, AdwAlertDialog *dialog)
{
  g_autofree char *word = dup_word (dialog);

  if (g_str_equal (response, "add") && *word != '\0')
    foothold_field_row_put_word (row, word);
}

static AdwAlertDialog *
ask_for (FootholdFieldRow *row)
{
  if (is_place (row))
    return ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Add a Place to Look"),
                                                   _ ("It joins the places to look, where you can say more of it.")));
  if (g_str_equal (foothold_field_row_get_field (row), "area"))
    return ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Add an Area of Work"), _ ("It joins the areas that you can "
                                                                                 "choose from, also in your goals.")));
  return ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Add an Industry"), _ ("It joins the industries that you can "
                                                                           "choose from, also in your goals.")));
}

static void
asked_cb (FootholdFieldRow *row)
{
  AdwAlertDialog *dialog = ask_for (row);
  GtkWidget *entry = gtk_entry_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_alert_dialog_get_heading (dialog), -1);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  foothold_default_key_add (entry);
  adw_alert_dialog_set_extra_child (dialog, entry);
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "add", _ ("_Add"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "add", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_response_enabled (dialog, "add", FALSE);
  adw_alert_dialog_set_default_response (dialog, "add");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (entry, "changed", G_CALLBACK (word_typed_cb), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), row, G_CONNECT_SWAPPED);
  adw_dialog_set_focus (ADW_DIALOG (dialog), entry);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (row));
}

void
foothold_own_words_follow (FootholdStore *store, FootholdFieldRow *row)
{
  FootholdOwnWords *self;

  g_return_if_fail (FOOTHOLD_IS_FIELD_ROW (row));

  if (store == NULL || foothold_field_row_get_kind (row) != FOOTHOLD_ENTRY_CHOICE
      || !foothold_field_choice_is_open (foothold_field_row_get_field (row)))
    return;

  self = of_store (store);
  g_signal_connect_object (self, "changed", G_CALLBACK (offer), row, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "word-asked", G_CALLBACK (asked_cb), row, 0);
  offer (row, self);
}

static void
foothold_own_words_finalize (GObject *object)
{
  g_clear_pointer (&FOOTHOLD_OWN_WORDS (object)->terms, g_ptr_array_unref);
  g_clear_pointer (&FOOTHOLD_OWN_WORDS (object)->places, g_ptr_array_unref);
  G_OBJECT_CLASS (foothold_own_words_parent_class)->finalize (object);
}

static void
foothold_own_words_class_init (FootholdOwnWordsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foothold_own_words_finalize;
  signals[CHANGED] =
    g_signal_new ("changed", FOOTHOLD_TYPE_OWN_WORDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
foothold_own_words_init (FootholdOwnWords *self)
{
}
