// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-field-row.h"

#include "model/foothold-fields.h"
#include "model/foothold-format.h"
#include "views/board/foothold-field-entry.h"
#include "views/board/foothold-knowledge-menu.h"
#include "widgets/foothold-menu.h"
#include "widgets/foothold-text.h"

#include <glib/gi18n.h>

/* The frame around an entry: what it is, how it is known, what is wrong with it, and the calendar of a day. */

/* Of a round button with the gap beside it, in pixels. */
#define BUTTON_WIDTH 40

struct _FootholdFieldRow
{
  AdwPreferencesRow parent_instance;

  GtkBox *body;
  GtkWidget *title_line;
  GtkLabel *title_label;
  GtkWidget *source; /* a dot and where the fact comes from */
  GtkLabel *source_label;
  FootholdFieldEntry *entry; /* of the template, and asked once more while that goes: leaving it commits */
  GtkLabel *error_label;
  GtkMenuButton *calendar_button;
  GtkMenuButton *knowledge_button;

  const char *field;
  FootholdEntryKind kind;
  char *knowledge; /* "not-looked-at", "not-said", "none", or a source */
};

typedef enum
{
  PROP_KNOWLEDGE = 1,
} FootholdFieldRowProperty;

enum
{
  SIGNAL_TYPED,
  SIGNAL_COMMITTED,
  SIGNAL_KNOWLEDGE_CHOSEN,
  SIGNAL_WORD_ASKED,
  N_SIGNALS
};

static GParamSpec *properties[PROP_KNOWLEDGE + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FootholdFieldRow, foothold_field_row, ADW_TYPE_PREFERENCES_ROW)

char *
foothold_field_row_dup_text (FootholdFieldRow *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_FIELD_ROW (self), NULL);

  return foothold_field_entry_dup_text (self->entry);
}

gboolean
foothold_field_row_is_dirty (FootholdFieldRow *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_FIELD_ROW (self), FALSE);

  return foothold_field_entry_is_dirty (self->entry);
}

/* What stands where no value does. */
static const char *
words_for_nothing (const char *knowledge)
{
  if (g_strcmp0 (knowledge, "none") == 0)
    return _ ("There is none");
  return g_strcmp0 (knowledge, "not-said") == 0 ? _ ("Posting does not say") : FOOTHOLD_UNKNOWN_TEXT;
}

static const char *
icon_of (const char *knowledge, gboolean stated)
{
  if (stated || g_strcmp0 (knowledge, "none") == 0)
    return "foothold-stated-symbolic";
  return g_strcmp0 (knowledge, "not-said") == 0 ? "foothold-not-said-symbolic" : "foothold-unknown-symbolic";
}

/* Not under the caret, where it reads like something to delete. Where nothing is known or unknown, only an empty box
 * without a title says what it is for. */
static void
update_placeholder (FootholdFieldRow *self)
{
  const char *words = words_for_nothing (self->knowledge);

  if (!gtk_widget_get_visible (GTK_WIDGET (self->knowledge_button)))
    words = gtk_widget_get_visible (GTK_WIDGET (self->title_label)) ? NULL : _ ("Write Here");
  if (gtk_widget_has_focus (foothold_field_entry_get_inner (self->entry)))
    words = NULL;
  foothold_field_entry_set_placeholder (self->entry, words);
}

static void
typed_cb (FootholdFieldRow *self)
{
  foothold_field_row_set_error (self, NULL);
  g_signal_emit (self, signals[SIGNAL_TYPED], 0);
}

static void
committed_cb (FootholdFieldRow *self)
{
  g_signal_emit (self, signals[SIGNAL_COMMITTED], 0);
}

static void
word_asked_cb (FootholdFieldRow *self)
{
  g_signal_emit (self, signals[SIGNAL_WORD_ASKED], 0);
}

void
foothold_field_row_put_text (FootholdFieldRow *self, const char *text)
{
  g_return_if_fail (FOOTHOLD_IS_FIELD_ROW (self));

  foothold_field_entry_put_text (self->entry, text);
}

void
foothold_field_row_set_own_words (FootholdFieldRow *self, const char *const *slugs, const char *const *names)
{
  g_return_if_fail (FOOTHOLD_IS_FIELD_ROW (self));

  foothold_field_entry_set_own_words (self->entry, slugs, names);
}

void
foothold_field_row_put_word (FootholdFieldRow *self, const char *name)
{
  g_return_if_fail (FOOTHOLD_IS_FIELD_ROW (self));

  foothold_field_entry_put_word (self->entry, name);
}

gpointer
foothold_field_row_steal_word (FootholdFieldRow *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_FIELD_ROW (self), NULL);

  return foothold_field_entry_steal_word (self->entry);
}

static void
show_knowledge (FootholdFieldRow *self, const char *knowledge, const char *source)
{
  const gboolean stated = g_strcmp0 (knowledge, "stated") == 0;
  const char *known = stated ? (source != NULL ? source : "typed") : knowledge;
  const char *from = foothold_list_name (&foothold_fact_sources, source != NULL ? source : "typed");
  const char *words = stated                               ? from
                      : g_strcmp0 (knowledge, "none") == 0 ? words_for_nothing (knowledge)
                                                           : foothold_list_name (&foothold_knowledges, known);
  g_autofree char *name = NULL;

  /* What one typed oneself goes without saying; whatever else it is stands beside the title. */
  gtk_label_set_text (self->source_label, from);
  gtk_widget_set_visible (self->source, gtk_widget_get_visible (GTK_WIDGET (self->knowledge_button)) && source != NULL
                                          && !g_str_equal (source, "typed"));
  /* From one page to the next most of it stays. */
  if (!g_set_str (&self->knowledge, known))
    return;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KNOWLEDGE]);

  gtk_menu_button_set_icon_name (self->knowledge_button, icon_of (known, stated));
  /* Translators: the first %s is a field ("Location"), the second how it is known ("Mail", "Not looked at"). */
  name = g_strdup_printf (_ ("How %s is known: %s"), foothold_field_title (self->field), words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->knowledge_button), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->knowledge_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  foothold_field_entry_set_unknown (self->entry, words_for_nothing (known));
}

void
foothold_field_row_load (FootholdFieldRow *self, const char *text, const char *knowledge, const char *source)
{
  g_return_if_fail (FOOTHOLD_IS_FIELD_ROW (self));
  g_return_if_fail (text != NULL);

  show_knowledge (self, knowledge, source);
  if (foothold_field_entry_load (self->entry, text))
    foothold_field_row_set_error (self, NULL);
  update_placeholder (self);
}

/* Below the last field there is a bar: what is wrong must not hide behind it. It has a height after the next layout. */
static gboolean
show_error_cb (GtkWidget *label, GdkFrameClock *clock, gpointer user_data)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (label, GTK_TYPE_VIEWPORT);

  if (gtk_widget_get_visible (label) && gtk_widget_get_mapped (label) && gtk_widget_get_height (label) == 0)
    return G_SOURCE_CONTINUE;
  if (viewport != NULL && gtk_widget_get_mapped (label))
    gtk_viewport_scroll_to (GTK_VIEWPORT (viewport), label, NULL);
  return G_SOURCE_REMOVE;
}

void
foothold_field_row_set_error (FootholdFieldRow *self, const char *sentence)
{
  g_return_if_fail (FOOTHOLD_IS_FIELD_ROW (self));

  gtk_label_set_text (self->error_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), sentence != NULL);
  foothold_field_entry_set_invalid (self->entry, sentence != NULL);
  if (sentence != NULL)
    gtk_widget_add_tick_callback (GTK_WIDGET (self->error_label), show_error_cb, NULL, NULL);
  if (sentence != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), sentence, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

void
foothold_field_row_edit (FootholdFieldRow *self)
{
  g_return_if_fail (FOOTHOLD_IS_FIELD_ROW (self));

  gtk_widget_grab_focus (foothold_field_entry_get_inner (self->entry));
}

const char *
foothold_field_row_get_field (FootholdFieldRow *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_FIELD_ROW (self), NULL);

  return self->field;
}

FootholdEntryKind
foothold_field_row_get_kind (FootholdFieldRow *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_FIELD_ROW (self), FOOTHOLD_ENTRY_LINE);

  return self->kind;
}

GtkWidget *
foothold_field_row_get_entry (FootholdFieldRow *self)
{
  return foothold_field_entry_get_inner (self->entry);
}

void
foothold_field_row_set_title (FootholdFieldRow *self, const char *title)
{
  g_return_if_fail (FOOTHOLD_IS_FIELD_ROW (self));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  gtk_label_set_text (self->title_label, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  foothold_field_entry_set_label (self->entry, self->title_label);
}

/* Few rows have one: the others have no layout for it to go through. */
void
foothold_field_row_set_aside (FootholdFieldRow *self, GtkWidget *aside)
{
  GtkWidget *line;

  g_return_if_fail (FOOTHOLD_IS_FIELD_ROW (self));

  line = adw_wrap_box_new ();
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (line), 12);
  gtk_box_insert_child_after (self->body, line, NULL);
  g_object_ref (self->title_line);
  gtk_box_remove (self->body, self->title_line);
  gtk_widget_set_hexpand (self->title_line, TRUE);
  adw_wrap_box_append (ADW_WRAP_BOX (line), self->title_line);
  g_object_unref (self->title_line);
  gtk_widget_set_halign (aside, GTK_ALIGN_END);
  adw_wrap_box_append (ADW_WRAP_BOX (line), aside);
}

void
foothold_field_row_hide_title (FootholdFieldRow *self)
{
  g_return_if_fail (FOOTHOLD_IS_FIELD_ROW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->title_label), FALSE);
  update_placeholder (self);
}

void
foothold_field_row_hide_knowledge (FootholdFieldRow *self, gboolean keep_room)
{
  g_return_if_fail (FOOTHOLD_IS_FIELD_ROW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->knowledge_button), FALSE);
  gtk_widget_set_visible (self->source, FALSE);
  update_placeholder (self);
  if (keep_room)
    gtk_widget_set_margin_end (GTK_WIDGET (self->calendar_button), BUTTON_WIDTH);
}

static void
day_selected_cb (FootholdFieldRow *self, GtkCalendar *calendar)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (calendar);
  g_autofree char *iso = g_date_time_format (day, "%Y-%m-%d");
  g_autofree char *shown = foothold_format_date_full (iso);

  foothold_field_entry_put_text (self->entry, shown);
  gtk_menu_button_popdown (self->calendar_button);
  foothold_field_entry_commit (self->entry);
}

/* The calendar opens where the field stands; that is no choice of a day. */
static void
show_day (FootholdFieldRow *self, GtkWidget *popover)
{
  GtkCalendar *calendar = GTK_CALENDAR (gtk_popover_get_child (GTK_POPOVER (popover)));
  g_autofree char *text = foothold_field_row_dup_text (self);
  g_autofree char *iso = NULL;
  g_autofree char *noon = NULL;
  g_autoptr (GDateTime) day = NULL;

  if (!foothold_parse_date (text, NULL, &iso, NULL) || iso == NULL)
    return;
  noon = g_strconcat (iso, "T12:00:00Z", NULL);
  day = g_date_time_new_from_iso8601 (noon, NULL);
  if (day == NULL)
    return;
  g_signal_handlers_block_by_func (calendar, day_selected_cb, self);
  gtk_calendar_select_day (calendar, day);
  g_signal_handlers_unblock_by_func (calendar, day_selected_cb, self);
}

static void
make_calendar (GtkMenuButton *button, gpointer user_data)
{
  FootholdFieldRow *self = user_data;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *calendar = gtk_calendar_new ();

  g_signal_connect_object (calendar, "day-selected", G_CALLBACK (day_selected_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  g_signal_connect_object (popover, "show", G_CALLBACK (show_day), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, popover);
  gtk_menu_button_set_create_popup_func (button, NULL, NULL, NULL);
}

GtkWidget *
foothold_field_row_new (const char *field, FootholdEntryKind kind)
{
  FootholdFieldRow *self = g_object_new (FOOTHOLD_TYPE_FIELD_ROW, NULL);

  self->field = field;
  self->kind = kind;
  foothold_field_entry_setup (self->entry, field, kind);
  g_signal_connect_object (foothold_field_entry_get_inner (self->entry), "notify::has-focus",
                           G_CALLBACK (update_placeholder), self, G_CONNECT_SWAPPED);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  foothold_field_row_set_title (self, foothold_field_title (field));

  gtk_widget_set_visible (GTK_WIDGET (self->calendar_button), kind == FOOTHOLD_ENTRY_DATE);
  if (kind == FOOTHOLD_ENTRY_DATE)
    gtk_menu_button_set_create_popup_func (self->calendar_button, make_calendar, self, NULL);
  foothold_menu_button_set_func (self->knowledge_button, foothold_knowledge_menu_new, (gpointer) field);

  return GTK_WIDGET (self);
}

static void
pressed_cb (FootholdFieldRow *self)
{
  foothold_field_row_edit (self);
}

static void
foothold_field_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FootholdFieldRow *self = FOOTHOLD_FIELD_ROW (object);

  switch ((FootholdFieldRowProperty) prop_id)
    {
    case PROP_KNOWLEDGE:
      g_value_set_string (value, self->knowledge);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* The menu asks; what is shown changes when the database says so. */
static void
foothold_field_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FootholdFieldRow *self = FOOTHOLD_FIELD_ROW (object);

  switch ((FootholdFieldRowProperty) prop_id)
    {
    case PROP_KNOWLEDGE:
      g_signal_emit (self, signals[SIGNAL_KNOWLEDGE_CHOSEN], 0, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foothold_field_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_FIELD_ROW);

  G_OBJECT_CLASS (foothold_field_row_parent_class)->dispose (object);
}

static void
foothold_field_row_finalize (GObject *object)
{
  g_clear_pointer (&FOOTHOLD_FIELD_ROW (object)->knowledge, g_free);

  G_OBJECT_CLASS (foothold_field_row_parent_class)->finalize (object);
}

static void
foothold_field_row_class_init (FootholdFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (FOOTHOLD_TYPE_FIELD_ENTRY);
  object_class->get_property = foothold_field_row_get_property;
  object_class->set_property = foothold_field_row_set_property;
  object_class->dispose = foothold_field_row_dispose;
  object_class->finalize = foothold_field_row_finalize;

  properties[PROP_KNOWLEDGE] =
    g_param_spec_string ("knowledge", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_TYPED] =
    g_signal_new ("typed", FOOTHOLD_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_COMMITTED] =
    g_signal_new ("committed", FOOTHOLD_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_WORD_ASKED] =
    g_signal_new ("word-asked", FOOTHOLD_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_KNOWLEDGE_CHOSEN] = g_signal_new ("knowledge-chosen", FOOTHOLD_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0,
                                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-field-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdFieldRow, body);
  gtk_widget_class_bind_template_child (widget_class, FootholdFieldRow, title_line);
  gtk_widget_class_bind_template_child (widget_class, FootholdFieldRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, FootholdFieldRow, source);
  gtk_widget_class_bind_template_child (widget_class, FootholdFieldRow, source_label);
  gtk_widget_class_bind_template_child_full (widget_class, "entry", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, FootholdFieldRow, error_label);
  gtk_widget_class_bind_template_child (widget_class, FootholdFieldRow, calendar_button);
  gtk_widget_class_bind_template_child (widget_class, FootholdFieldRow, knowledge_button);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, committed_cb);
  gtk_widget_class_bind_template_callback (widget_class, word_asked_cb);
  gtk_widget_class_install_property_action (widget_class, "field.knowledge", "knowledge");
}

static void
foothold_field_row_init (FootholdFieldRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->entry =
    FOOTHOLD_FIELD_ENTRY (gtk_widget_get_template_child (GTK_WIDGET (self), FOOTHOLD_TYPE_FIELD_ROW, "entry"));
}
