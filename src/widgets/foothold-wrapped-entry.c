// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-wrapped-entry"

#include "foothold-wrapped-entry.h"

/*
 * A text view without a frame. Line ends are caught where the text comes in and not
 * at the key, so that an input method may use Enter for itself.
 */

struct _FootholdWrappedEntry
{
  GtkTextView parent_instance;

  char *placeholder;
  gboolean lines;
  gboolean setting;
  int told_height; /* what it asked for at last */
  int asked_width; /* for which another height was asked for already */
  guint asking;
};

enum
{
  PROP_LINES = 1,
  PROP_PLACEHOLDER,
  N_PROPS
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_ACTIVATE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FootholdWrappedEntry, foothold_wrapped_entry, GTK_TYPE_TEXT_VIEW)

static GtkTextBuffer *
get_buffer (FootholdWrappedEntry *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

char *
foothold_wrapped_entry_dup_text (FootholdWrappedEntry *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (FOOTHOLD_IS_WRAPPED_ENTRY (self), NULL);

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  return gtk_text_buffer_get_text (get_buffer (self), &start, &end, TRUE);
}

void
foothold_wrapped_entry_set_text (FootholdWrappedEntry *self, const char *text)
{
  g_autofree char *shown = NULL;

  g_return_if_fail (FOOTHOLD_IS_WRAPPED_ENTRY (self));

  shown = foothold_wrapped_entry_dup_text (self);
  if (g_str_equal (shown, text != NULL ? text : ""))
    return;
  self->setting = TRUE;
  gtk_text_buffer_set_text (get_buffer (self), text != NULL ? text : "", -1);
  self->setting = FALSE;
}

void
foothold_wrapped_entry_set_placeholder (FootholdWrappedEntry *self, const char *words)
{
  g_return_if_fail (FOOTHOLD_IS_WRAPPED_ENTRY (self));

  if (!g_set_str (&self->placeholder, words))
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER,
                                  words != NULL ? words : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACEHOLDER]);
}

gboolean
foothold_wrapped_entry_is_line (FootholdWrappedEntry *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_WRAPPED_ENTRY (self), FALSE);

  return !self->lines;
}

GtkWidget *
foothold_wrapped_entry_new (gboolean lines)
{
  return g_object_new (FOOTHOLD_TYPE_WRAPPED_ENTRY, "lines", lines, NULL);
}

static void
row_pressed_cb (GtkWidget *entry)
{
  gtk_widget_grab_focus (entry);
}

GtkWidget *
foothold_wrapped_row_new (const char *title, GtkWidget **entry)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (title);
  GtkGesture *click = gtk_gesture_click_new ();

  *entry = foothold_wrapped_entry_new (FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (*entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "field-title");
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), *entry);
  g_signal_connect_object (click, "released", G_CALLBACK (row_pressed_cb), *entry, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (click));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

/* The first letter says it; these are the blocks that Unicode keeps for scripts from right to left. */
static GtkTextDirection
direction_of (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      if (g_unichar_isalpha (c))
        return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFF)
                   || (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF)
                 ? GTK_TEXT_DIR_RTL
                 : GTK_TEXT_DIR_LTR;
    }

  return GTK_TEXT_DIR_LTR;
}

/*
 * A line, and a text of one paragraph, stands at the side where its title begins,
 * whatever its own direction is. A text view goes by the direction of the text alone,
 * and takes one without letters (a number, a date) for left to right. Paragraphs keep
 * their own side, as a posting has them.
 */
static void
update_side (FootholdWrappedEntry *self)
{
  g_autofree char *text = foothold_wrapped_entry_dup_text (self);
  const gboolean against = gtk_text_buffer_get_line_count (get_buffer (self)) == 1
                           && direction_of (text) != gtk_widget_get_direction (GTK_WIDGET (self));
  gtk_text_view_set_justification (GTK_TEXT_VIEW (self), against ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
}

static void
foothold_wrapped_entry_direction_changed (GtkWidget *widget, GtkTextDirection before)
{
  GTK_WIDGET_CLASS (foothold_wrapped_entry_parent_class)->direction_changed (widget, before);
  update_side (FOOTHOLD_WRAPPED_ENTRY (widget));
}

static void
changed_cb (FootholdWrappedEntry *self)
{
  self->asked_width = 0;
  update_side (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Not while the buffer is in the middle of taking a text: who answers may give it another one. */
static gboolean
activate_cb (gpointer user_data)
{
  g_signal_emit (user_data, signals[SIGNAL_ACTIVATE], 0);
  return G_SOURCE_REMOVE;
}

static void
insert_cb (FootholdWrappedEntry *self, GtkTextIter *at, const char *text, int length, GtkTextBuffer *buffer)
{
  g_autofree char *line = NULL;

  if (self->lines || self->setting || length <= 0 || strpbrk (text, "\r\n") == NULL)
    return;
  line = g_strndup (text, (gsize) length);
  if (strpbrk (line, "\r\n") == NULL)
    return;

  g_signal_stop_emission_by_name (buffer, "insert-text");
  if (g_str_equal (line, "\n") || g_str_equal (line, "\r") || g_str_equal (line, "\r\n"))
    {
      g_idle_add_full (G_PRIORITY_DEFAULT, activate_cb, g_object_ref (self), g_object_unref);
      return;
    }
  g_strchomp (line);
  g_strdelimit (line, "\r\n", ' ');
  gtk_text_buffer_insert (buffer, at, line, -1);
}

static void
foothold_wrapped_entry_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FootholdWrappedEntry *self = FOOTHOLD_WRAPPED_ENTRY (widget);

  GTK_WIDGET_CLASS (foothold_wrapped_entry_parent_class)->snapshot (widget, snapshot);

  if (self->placeholder != NULL && gtk_text_buffer_get_char_count (get_buffer (self)) == 0)
    {
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, self->placeholder);
      GdkRGBA color;

      pango_layout_set_width (layout, gtk_widget_get_width (widget) * PANGO_SCALE);
      pango_layout_set_height (layout, -1);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_alignment (layout, gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? PANGO_ALIGN_RIGHT
                                                                                                : PANGO_ALIGN_LEFT);
      pango_layout_set_auto_dir (layout, FALSE);
      gtk_widget_get_color (widget, &color);
      color.alpha *= 0.55F;
      gtk_snapshot_append_layout (snapshot, layout, &color);
    }
}

static gboolean
ask_cb (gpointer user_data)
{
  FootholdWrappedEntry *self = user_data;

  self->asking = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static void
foothold_wrapped_entry_measure (GtkWidget *widget,
                                GtkOrientation orientation,
                                int for_size,
                                int *minimum,
                                int *natural,
                                int *minimum_baseline,
                                int *natural_baseline)
{
  GTK_WIDGET_CLASS (foothold_wrapped_entry_parent_class)
    ->measure (widget, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    FOOTHOLD_WRAPPED_ENTRY (widget)->told_height = *natural;
}

/*
 * A text view knows how high its text is only when it has a width, and what it asks for
 * meanwhile is lost: before that, as on a page not yet shown, it takes its text for a narrow column.
 */
static void
foothold_wrapped_entry_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FootholdWrappedEntry *self = FOOTHOLD_WRAPPED_ENTRY (widget);
  GtkTextIter end;
  GdkRectangle last;

  GTK_WIDGET_CLASS (foothold_wrapped_entry_parent_class)->size_allocate (widget, width, height, baseline);

  gtk_text_buffer_get_end_iter (get_buffer (self), &end);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &end, &last);
  if (last.y + last.height == self->told_height || width == self->asked_width || self->asking != 0)
    return;
  self->asked_width = width;
  self->asking = g_idle_add_full (G_PRIORITY_HIGH_IDLE, ask_cb, self, NULL);
}

static void
foothold_wrapped_entry_dispose (GObject *object)
{
  g_clear_handle_id (&FOOTHOLD_WRAPPED_ENTRY (object)->asking, g_source_remove);

  G_OBJECT_CLASS (foothold_wrapped_entry_parent_class)->dispose (object);
}

static void
foothold_wrapped_entry_constructed (GObject *object)
{
  FootholdWrappedEntry *self = FOOTHOLD_WRAPPED_ENTRY (object);

  G_OBJECT_CLASS (foothold_wrapped_entry_parent_class)->constructed (object);
  if (!self->lines)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_MULTI_LINE, FALSE, -1);
}

static void
foothold_wrapped_entry_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FootholdWrappedEntry *self = FOOTHOLD_WRAPPED_ENTRY (object);

  switch (prop_id)
    {
    case PROP_LINES:
      g_value_set_boolean (value, self->lines);
      break;
    case PROP_PLACEHOLDER:
      g_value_set_string (value, self->placeholder);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foothold_wrapped_entry_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FootholdWrappedEntry *self = FOOTHOLD_WRAPPED_ENTRY (object);

  switch (prop_id)
    {
    case PROP_LINES:
      self->lines = g_value_get_boolean (value);
      break;
    case PROP_PLACEHOLDER:
      foothold_wrapped_entry_set_placeholder (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foothold_wrapped_entry_finalize (GObject *object)
{
  g_free (FOOTHOLD_WRAPPED_ENTRY (object)->placeholder);

  G_OBJECT_CLASS (foothold_wrapped_entry_parent_class)->finalize (object);
}

static void
foothold_wrapped_entry_class_init (FootholdWrappedEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = foothold_wrapped_entry_constructed;
  object_class->get_property = foothold_wrapped_entry_get_property;
  object_class->set_property = foothold_wrapped_entry_set_property;
  object_class->dispose = foothold_wrapped_entry_dispose;
  object_class->finalize = foothold_wrapped_entry_finalize;
  GTK_WIDGET_CLASS (klass)->measure = foothold_wrapped_entry_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = foothold_wrapped_entry_size_allocate;
  GTK_WIDGET_CLASS (klass)->snapshot = foothold_wrapped_entry_snapshot;
  GTK_WIDGET_CLASS (klass)->direction_changed = foothold_wrapped_entry_direction_changed;

  properties[PROP_LINES] = g_param_spec_boolean ("lines", NULL, NULL, FALSE,
                                                 G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLACEHOLDER] =
    g_param_spec_string ("placeholder-text", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", FOOTHOLD_TYPE_WRAPPED_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ACTIVATE] =
    g_signal_new ("activate", FOOTHOLD_TYPE_WRAPPED_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
foothold_wrapped_entry_init (FootholdWrappedEntry *self)
{
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self), GTK_WRAP_WORD_CHAR);
  /* Tab goes on to the next field; a text of this kind has no use for it. */
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "field-text");
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (get_buffer (self), "insert-text", G_CALLBACK (insert_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_buffer (self), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}
