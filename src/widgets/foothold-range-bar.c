// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-widgets"

#include "foothold-range-bar.h"

#include "model/foothold-format.h"

/*
 * The scale is a separator and the bar on it a widget without content, drawn by the
 * style sheet: accent, dark and high contrast follow by themselves. The ends of the bar are round,
 * and it lies so that their middles are at the two values; where these are one, that
 * is a circle, the dot.
 */

#define SPACING 6
/* As wide as two numbers, so that the scales of several bars end at one place. */
#define NUMBERS_CHARS 9
/* One length everywhere: two bars below each other are compared. */
#define SCALE_LENGTH 60

struct _FootholdRangeBar
{
  GtkWidget parent_instance;

  GtkWidget *scale;
  GtkWidget *fill;
  GtkWidget *numbers;
  char *title;
  double lo, hi;
};

G_DEFINE_FINAL_TYPE_WITH_CODE (FootholdRangeBar,
                               foothold_range_bar,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE_RANGE, NULL))

enum
{
  PROP_LO = 1,
  PROP_HI,
  PROP_TITLE,
  PROP_SHOW_NUMBERS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
update (FootholdRangeBar *self)
{
  static const char *hollow[] = { "hollow", NULL };
  static const char *full[] = { NULL };
  g_autofree char *numbers = foothold_format_range (self->lo, self->hi);
  g_autofree char *spoken = foothold_format_range_spoken (self->lo, self->hi);
  g_autofree char *label = self->title != NULL ? g_strdup_printf ("%s: %s", self->title, spoken) : g_strdup (spoken);

  gtk_label_set_text (GTK_LABEL (self->numbers), numbers);
  gtk_widget_set_css_classes (self->fill, self->lo <= 0 && self->hi >= 1 ? hollow : full);
  /* A line inside the hollow bar would look like a value. */
  gtk_widget_set_opacity (self->scale, self->lo <= 0 && self->hi >= 1 ? 0 : 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, spoken, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                  self->lo, -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
foothold_range_bar_set_range (FootholdRangeBar *self, double lo, double hi)
{
  g_return_if_fail (FOOTHOLD_IS_RANGE_BAR (self));

  lo = CLAMP (lo, 0, 1);
  hi = CLAMP (hi, lo, 1);
  if (lo == self->lo && hi == self->hi)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  if (lo != self->lo)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LO]);
  if (hi != self->hi)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HI]);
  self->lo = lo;
  self->hi = hi;
  update (self);
  g_object_thaw_notify (G_OBJECT (self));
}

void
foothold_range_bar_set_title (FootholdRangeBar *self, const char *title)
{
  g_return_if_fail (FOOTHOLD_IS_RANGE_BAR (self));

  if (!g_set_str (&self->title, title))
    return;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

void
foothold_range_bar_set_show_numbers (FootholdRangeBar *self, gboolean show_numbers)
{
  g_return_if_fail (FOOTHOLD_IS_RANGE_BAR (self));

  if (gtk_widget_get_visible (self->numbers) == show_numbers)
    return;
  gtk_widget_set_visible (self->numbers, show_numbers);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_NUMBERS]);
}

static void
foothold_range_bar_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  FootholdRangeBar *self = FOOTHOLD_RANGE_BAR (widget);
  GtkWidget *const children[] = { self->scale, self->fill, self->numbers };

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int numbers = 0;

      if (gtk_widget_should_layout (self->numbers))
        {
          gtk_widget_measure (self->numbers, orientation, -1, &numbers, NULL, NULL, NULL);
          numbers += SPACING;
        }
      *minimum = *natural = SCALE_LENGTH + numbers;
      return;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (children); i++)
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (children[i]))
        continue;
      gtk_widget_measure (children[i], orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

/* Places @child of its own height in the middle, @at from the beginning of the line. */
static void
place (FootholdRangeBar *self, GtkWidget *child, int at, int child_width, int width, int height)
{
  const gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int minimum, own;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  child_width = MAX (child_width, minimum);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, child_width, NULL, &own, NULL, NULL);
  own = MIN (own, height);
  gtk_widget_size_allocate (child,
                            &(GtkAllocation) { mirrored ? width - at - child_width : at, (height - own) / 2,
                                               child_width, own },
                            -1);
}

static void
foothold_range_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FootholdRangeBar *self = FOOTHOLD_RANGE_BAR (widget);
  int numbers = 0, dot, length, from, to;

  if (gtk_widget_should_layout (self->numbers))
    {
      gtk_widget_measure (self->numbers, GTK_ORIENTATION_HORIZONTAL, -1, &numbers, NULL, NULL, NULL);
      place (self, self->numbers, width - numbers, numbers, width, height);
      numbers += SPACING;
    }
  gtk_widget_measure (self->fill, GTK_ORIENTATION_VERTICAL, -1, &dot, NULL, NULL, NULL);
  length = MAX (width - numbers, dot);
  from = (int) (self->lo * (length - dot) + 0.5);
  to = foothold_format_range_is_one (self->lo, self->hi) ? from : (int) (self->hi * (length - dot) + 0.5);
  place (self, self->scale, 0, length, width, height);
  place (self, self->fill, from, to - from + dot, width, height);
}

static void
foothold_range_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FootholdRangeBar *self = FOOTHOLD_RANGE_BAR (object);

  switch (id)
    {
    case PROP_LO:
      g_value_set_double (value, self->lo);
      break;
    case PROP_HI:
      g_value_set_double (value, self->hi);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SHOW_NUMBERS:
      g_value_set_boolean (value, gtk_widget_get_visible (self->numbers));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
foothold_range_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FootholdRangeBar *self = FOOTHOLD_RANGE_BAR (object);

  switch (id)
    {
    case PROP_LO:
      foothold_range_bar_set_range (self, g_value_get_double (value), MAX (self->hi, g_value_get_double (value)));
      break;
    case PROP_HI:
      foothold_range_bar_set_range (self, MIN (self->lo, g_value_get_double (value)), g_value_get_double (value));
      break;
    case PROP_TITLE:
      foothold_range_bar_set_title (self, g_value_get_string (value));
      break;
    case PROP_SHOW_NUMBERS:
      foothold_range_bar_set_show_numbers (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

GtkWidget *
foothold_range_bar_new (const char *title)
{
  return g_object_new (FOOTHOLD_TYPE_RANGE_BAR, "title", title, NULL);
}

static void
foothold_range_bar_dispose (GObject *object)
{
  FootholdRangeBar *self = FOOTHOLD_RANGE_BAR (object);

  g_clear_pointer (&self->scale, gtk_widget_unparent);
  g_clear_pointer (&self->fill, gtk_widget_unparent);
  g_clear_pointer (&self->numbers, gtk_widget_unparent);

  G_OBJECT_CLASS (foothold_range_bar_parent_class)->dispose (object);
}

static void
foothold_range_bar_finalize (GObject *object)
{
  g_free (FOOTHOLD_RANGE_BAR (object)->title);

  G_OBJECT_CLASS (foothold_range_bar_parent_class)->finalize (object);
}

static void
foothold_range_bar_class_init (FootholdRangeBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = foothold_range_bar_dispose;
  object_class->finalize = foothold_range_bar_finalize;
  object_class->get_property = foothold_range_bar_get_property;
  object_class->set_property = foothold_range_bar_set_property;
  widget_class->measure = foothold_range_bar_measure;
  widget_class->size_allocate = foothold_range_bar_size_allocate;

  properties[PROP_LO] = g_param_spec_double ("lo", NULL, NULL, 0, 1, 0, flags);
  properties[PROP_HI] = g_param_spec_double ("hi", NULL, NULL, 0, 1, 1, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SHOW_NUMBERS] = g_param_spec_boolean ("show-numbers", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "rangebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

static void
foothold_range_bar_init (FootholdRangeBar *self)
{
  self->hi = 1;
  self->scale = g_object_new (GTK_TYPE_SEPARATOR, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->fill =
    g_object_new (GTK_TYPE_BOX, "css-name", "fill", "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  /* The bar says its numbers itself. */
  self->numbers = g_object_new (GTK_TYPE_LABEL, "width-chars", NUMBERS_CHARS, "xalign", 0.0, "single-line-mode", TRUE,
                                "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (self->numbers, "numeric");
  gtk_widget_set_parent (self->scale, GTK_WIDGET (self));
  gtk_widget_set_parent (self->fill, GTK_WIDGET (self));
  gtk_widget_set_parent (self->numbers, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 1.0, -1);
  update (self);
}
