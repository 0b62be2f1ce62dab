// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-tracker"

#include "foothold-story-dialog.h"

#include "store/foothold-id.h"
#include "widgets/foothold-help.h"
#include "widgets/foothold-text.h"
#include "widgets/foothold-toaster.h"
#include "widgets/foothold-unsaved.h"
#include "widgets/foothold-wrapped-entry.h"

#include <glib/gi18n.h>

static const struct
{
  const char *column, *title, *hint;
} parts[] = {
  { "situation", N_ ("Situation"), N_ ("Where and when it was, in a sentence or two.") },
  { "task", N_ ("Task"), N_ ("What was yours to do, and why it mattered.") },
  { "action", N_ ("Action"), N_ ("What you did, step by step; “I”, not “we”.") },
  { "result", N_ ("Result"), N_ ("What came of it, with a number if there is one; what you learned.") },
};

struct _FootholdStoryDialog
{
  AdwDialog parent_instance;

  AdwToastOverlay *toast_overlay;
  GtkLabel *question_label;
  GtkListBox *name_list;
  GtkBox *parts_box;
  GtkButton *remove;

  FootholdWrappedEntry *name;
  FootholdWrappedEntry *entries[G_N_ELEMENTS (parts)];
  FootholdStore *store;
  gint64 application;
  char *key, *question;
  FootholdRow *before; /* FootholdStoryRow; without an id where it is new */
  gboolean busy;
};

enum
{
  SIGNAL_SAVED,
  SIGNAL_DELETED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FootholdStoryDialog, foothold_story_dialog, ADW_TYPE_DIALOG)

static gboolean
is_new (FootholdStoryDialog *self)
{
  return self->before->id == 0;
}

/* What stands in @entry without space around it; NULL for nothing. */
static char *
dup_words (FootholdWrappedEntry *entry)
{
  g_autofree char *text = g_strstrip (foothold_wrapped_entry_dup_text (entry));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/* (transfer full) */
static FootholdRow *
collect (FootholdStoryDialog *self)
{
  FootholdRow *after = foothold_row_copy (self->before);
  g_autofree char *title = dup_words (self->name);

  g_set_str (&((FootholdStoryRow *) after)->title, title);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *words = dup_words (self->entries[i]);

      foothold_row_set_text (after, foothold_row_type_find (after->type, parts[i].column), words);
    }
  return after;
}

static gboolean
is_unsaved (gpointer dialog)
{
  FootholdStoryDialog *self = dialog;
  g_autoptr (FootholdRow) after = collect (self);

  return !foothold_row_equal (self->before, after);
}

static gboolean
can_keep (gpointer dialog)
{
  return !foothold_store_get_read_only (FOOTHOLD_STORY_DIALOG (dialog)->store);
}

static const FootholdUnsaved unsaved = {
  .is_unsaved = is_unsaved,
  .can_keep = can_keep,
  .title = N_ ("Save the Story?"),
  .text = N_ ("What you wrote is not saved yet."),
  .keep_label = N_ ("_Save"),
  .keep_action = "story.save",
};

static void
finish (FootholdStoryDialog *self, guint signal)
{
  g_signal_emit (self, signal, 0);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdStoryDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  self->busy = FALSE;
  if (foothold_store_write_finish (FOOTHOLD_STORE (source), result, &error) != 0)
    finish (self, signals[SIGNAL_SAVED]);
  else
    foothold_toast_error (GTK_WIDGET (self->toast_overlay), error);
}

static void
save_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdStoryDialog *self = FOOTHOLD_STORY_DIALOG (widget);
  g_autoptr (FootholdRow) after = collect (self);

  if (self->busy || foothold_store_get_read_only (self->store))
    return;
  if (((FootholdStoryRow *) after)->title == NULL)
    {
      foothold_toast (GTK_WIDGET (self->toast_overlay),
                      _ ("What is it called? A few words are enough to find it again."), FALSE);
      gtk_widget_grab_focus (GTK_WIDGET (self->name));
      return;
    }

  self->busy = TRUE;
  if (is_new (self))
    ((FootholdStoryRow *) after)->created_at = foothold_now_ms ();
  foothold_story_save_async (self->store, self->application, self->key, self->question,
                             is_new (self) ? NULL : self->before, after, NULL, saved_cb, g_object_ref (self));
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdStoryDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  self->busy = FALSE;
  foothold_store_write_finish (FOOTHOLD_STORE (source), result, &error);
  if (error == NULL)
    finish (self, signals[SIGNAL_DELETED]);
  else
    foothold_toast_error (GTK_WIDGET (self->toast_overlay), error);
}

static void
delete_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdStoryDialog *self = FOOTHOLD_STORY_DIALOG (widget);

  if (self->busy || is_new (self) || foothold_store_get_read_only (self->store))
    return;

  self->busy = TRUE;
  foothold_store_delete_row_async (self->store, _ ("Delete Story"), self->before, NULL, deleted_cb,
                                   g_object_ref (self));
}

/* Enter in the name, and Ctrl+Enter anywhere, saves. */
static gboolean
key_cb (FootholdStoryDialog *self, guint key, guint code, GdkModifierType modifiers)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  const gboolean enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter;

  if (!enter || (!(modifiers & GDK_CONTROL_MASK) && focus != GTK_WIDGET (self->name)))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_action (GTK_WIDGET (self), "story.save", NULL);
  return GDK_EVENT_STOP;
}

/* ---- the object ---- */

/* A heading, a frame to write in, and the quiet hint under it. */
static GtkWidget *
part_new (const char *title, const char *hint, GtkWidget **entry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_label_new (title);
  GtkWidget *frame = gtk_frame_new (NULL);
  GtkWidget *words = gtk_label_new (hint);

  *entry = foothold_wrapped_entry_new (TRUE);
  gtk_widget_add_css_class (heading, "heading");
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (*entry), 9);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (*entry), 9);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (*entry), 9);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (*entry), 9);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (*entry), FALSE);
  gtk_widget_set_size_request (*entry, -1, 58);
  gtk_accessible_update_property (GTK_ACCESSIBLE (*entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hint, -1);
  gtk_frame_set_child (GTK_FRAME (frame), *entry);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_widget_add_css_class (words, "caption");
  gtk_widget_add_css_class (words, "dim-label");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), frame);
  gtk_box_append (GTK_BOX (box), words);
  return box;
}

static void
load (FootholdStoryDialog *self)
{
  const FootholdStoryRow *row = (const FootholdStoryRow *) self->before;

  foothold_wrapped_entry_set_text (self->name, row->title != NULL ? row->title : "");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const char *words = foothold_row_get_text (row, foothold_row_type_find (self->before->type, parts[i].column));

      foothold_wrapped_entry_set_text (self->entries[i], words != NULL ? words : "");
    }
}

AdwDialog *
foothold_story_dialog_new (FootholdStore *store,
                           gint64 application,
                           const FootholdLikelyQuestion *question,
                           const FootholdStoryRow *story)
{
  FootholdStoryDialog *self = g_object_new (FOOTHOLD_TYPE_STORY_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->application = application;
  self->key = g_strdup (question->key);
  self->question = g_strdup (question->text);
  self->before = story != NULL ? foothold_row_ref ((gpointer) story) : foothold_row_new (&foothold_story_row_type);
  if (story == NULL)
    g_set_str (&((FootholdStoryRow *) self->before)->skill, question->skill);
  foothold_label_set_text (self->question_label, question->text);
  adw_dialog_set_title (ADW_DIALOG (self), story != NULL ? _ ("Edit Story") : _ ("Write Story"));
  gtk_widget_set_visible (GTK_WIDGET (self->remove), story != NULL);
  load (self);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (story != NULL ? self->entries[0] : self->name));
  return ADW_DIALOG (self);
}

static void
foothold_story_dialog_dispose (GObject *object)
{
  FootholdStoryDialog *self = FOOTHOLD_STORY_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_STORY_DIALOG);
  g_clear_object (&self->store);
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->question, g_free);
  g_clear_pointer (&self->before, foothold_row_unref);

  G_OBJECT_CLASS (foothold_story_dialog_parent_class)->dispose (object);
}

static void
foothold_story_dialog_class_init (FootholdStoryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  foothold_help_install (widget_class, "preparing");
  G_OBJECT_CLASS (klass)->dispose = foothold_story_dialog_dispose;

  signals[SIGNAL_SAVED] =
    g_signal_new ("saved", FOOTHOLD_TYPE_STORY_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_DELETED] =
    g_signal_new ("deleted", FOOTHOLD_TYPE_STORY_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-story-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdStoryDialog, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, FootholdStoryDialog, question_label);
  gtk_widget_class_bind_template_child (widget_class, FootholdStoryDialog, name_list);
  gtk_widget_class_bind_template_child (widget_class, FootholdStoryDialog, parts_box);
  gtk_widget_class_bind_template_child (widget_class, FootholdStoryDialog, remove);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_install_action (widget_class, "story.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "story.delete", NULL, delete_cb);
}

static void
foothold_story_dialog_init (FootholdStoryDialog *self)
{
  GtkWidget *entry;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_append (self->name_list, foothold_wrapped_row_new (_ ("Name of the story"), &entry));
  self->name = FOOTHOLD_WRAPPED_ENTRY (entry);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      gtk_box_append (self->parts_box, part_new (_ (parts[i].title), _ (parts[i].hint), &entry));
      self->entries[i] = FOOTHOLD_WRAPPED_ENTRY (entry);
    }
  foothold_toaster_let_escape (self->toast_overlay);
  foothold_unsaved_guard (ADW_DIALOG (self), &unsaved);
}
