/* SPDX-FileCopyrightText: 2026 The Foothold authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "foothold-board"

#include "foothold-board-search.h"

#include "store/foothold-filter-vocabulary.h"
#include "views/board/foothold-filter-menu.h"
#include "widgets/foothold-chip.h"
#include "widgets/foothold-completions.h"
#include "widgets/foothold-menu.h"
#include "widgets/foothold-text.h"
#include "widgets/foothold-typing.h"

#include <glib/gi18n.h>

#define COMPLETIONS_MOST 8
/* A letter alone begins too much. */
#define COMPLETE_FROM 2

struct _FootholdBoardSearch
{
  AdwBin parent_instance;

  GtkEditable *entry;
  GtkMenuButton *menu_button;
  GMenuModel *filter_menu;
  FootholdMenuFunc menu_func; /* NULL: what the board has below the filters */
  gpointer menu_data;
  GMenu *filter_section;
  AdwWrapBox *chips;
  GtkLabel *problem;
  FootholdCompletions *completions; /* NULL from disposal on */

  FootholdStore *store;
  FootholdFilterVocabulary *vocabulary;
  FootholdFilterContext context; /* the vocabulary's, of what is looked for here */
  gboolean of_applications;
  FootholdFilter *filter;
  GPtrArray *found; /* FootholdFilterCompletion of the rows */
  GCancellable *cancellable;
  gboolean completing; /* a completion is being put in */
};

enum
{
  PROP_TEXT = 1,
  PROP_OF_APPLICATIONS,
  N_PROPS
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_ACTIVATE,
  SIGNAL_STOP,
  SIGNAL_DOWN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FootholdBoardSearch, foothold_board_search, ADW_TYPE_BIN)

static const FootholdFilterContext *
get_context (FootholdBoardSearch *self)
{
  self->context = *foothold_filter_vocabulary_get_context (self->vocabulary);
  self->context.of_applications = self->of_applications;
  return &self->context;
}

/* ---- chips and the sentence ---- */

static void
chip_removed_cb (FootholdBoardSearch *self, GtkWidget *chip)
{
  const guint n = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "term"));
  g_autofree char *text = NULL;

  if (n >= self->filter->terms->len)
    return;

  text = foothold_filter_without (gtk_editable_get_text (self->entry), g_ptr_array_index (self->filter->terms, n));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_text (self->entry, text);
  gtk_editable_set_position (self->entry, -1);
}

/* Chips that say what they should stay: a key that changes no filter costs no widget. */
static void
show_chips (FootholdBoardSearch *self)
{
  const FootholdFilterContext *context = get_context (self);
  GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips));
  GtkWidget *before = NULL;

  for (guint i = 0; i < self->filter->terms->len; i++)
    {
      g_autofree char *words = foothold_filter_term_words (g_ptr_array_index (self->filter->terms, i), context);

      if (chip == NULL || g_strcmp0 (g_object_get_data (G_OBJECT (chip), "words"), words) != 0)
        {
          g_autofree char *shown = foothold_text_visible (words, FALSE);
          /* Translators: the name of a button; %s is a filter. */
          g_autofree char *remove = g_strdup_printf (_ ("Remove Filter %s"), shown);
          GtkWidget *made = foothold_chip_new (words, remove, G_CALLBACK (chip_removed_cb), self);

          if (chip != NULL)
            adw_wrap_box_remove (self->chips, g_steal_pointer (&chip));
          g_object_set_data_full (G_OBJECT (made), "words", g_steal_pointer (&words), g_free);
          g_object_set_data (G_OBJECT (made), "term", GUINT_TO_POINTER (i));
          adw_wrap_box_insert_child_after (self->chips, made, before);
          chip = made;
        }
      before = chip;
      chip = gtk_widget_get_next_sibling (chip);
    }
  while (chip != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (chip);

      adw_wrap_box_remove (self->chips, chip);
      chip = next;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->chips), self->filter->terms->len > 0);
}

/* What is being typed is not wrong yet: “pay:” waits for its number. */
static gboolean
is_being_typed (FootholdBoardSearch *self, const FootholdFilterProblem *problem)
{
  const char *text = gtk_editable_get_text (self->entry);
  const glong at = gtk_editable_get_position (self->entry);

  return gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (self->entry)))
         && at == g_utf8_pointer_to_offset (text, text + problem->end);
}

static void
show_problem (FootholdBoardSearch *self)
{
  const FootholdFilterProblem *problem =
    self->filter->problems->len > 0 ? g_ptr_array_index (self->filter->problems, 0) : NULL;
  const gboolean wrong = problem != NULL && !is_being_typed (self, problem);

  if (wrong && !gtk_widget_get_visible (GTK_WIDGET (self->problem)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self->entry), problem->sentence,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  if (wrong)
    foothold_label_set_text (self->problem, problem->sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), wrong);
}

static void
read_text (FootholdBoardSearch *self)
{
  g_clear_pointer (&self->filter, foothold_filter_free);
  self->filter = foothold_filter_parse (gtk_editable_get_text (self->entry), get_context (self));
  show_chips (self);
  show_problem (self);
}

/* ---- how the word can go on ---- */

/* Letters at the end of the text that is being typed. */
static gboolean
is_worth_completing (FootholdBoardSearch *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  const char *at = g_utf8_offset_to_pointer (text, gtk_editable_get_position (self->entry));
  const char *start = at;

  while (start > text && !g_ascii_isspace (start[-1]))
    start--;
  return at - start >= COMPLETE_FROM && (*at == '\0' || g_ascii_isspace (*at));
}

static void
complete (FootholdBoardSearch *self)
{
  if (self->completing || self->vocabulary == NULL || self->completions == NULL)
    return;

  show_problem (self);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  if (gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (self->entry))) && is_worth_completing (self))
    self->found = foothold_filter_complete (gtk_editable_get_text (self->entry),
                                            (guint) gtk_editable_get_position (self->entry), get_context (self),
                                            foothold_filter_vocabulary_get_names, self->vocabulary, COMPLETIONS_MOST);
  foothold_completions_clear (self->completions);
  for (guint i = 0; self->found != NULL && i < self->found->len; i++)
    {
      const FootholdFilterCompletion *completion = g_ptr_array_index (self->found, i);

      foothold_completions_add (self->completions, completion->piece, completion->words);
    }
  foothold_completions_open (self->completions);
}

static void
take_completion (FootholdBoardSearch *self, guint n)
{
  const FootholdFilterCompletion *completion = g_ptr_array_index (self->found, n);
  g_autofree char *text = g_strdup (completion->text);
  const int cursor = (int) completion->cursor;

  self->completing = TRUE;
  gtk_editable_set_text (self->entry, text);
  gtk_editable_set_position (self->entry, cursor);
  self->completing = FALSE;
  complete (self);
}

static gboolean
key_cb (FootholdBoardSearch *self, guint key, guint code, GdkModifierType modifiers)
{
  if ((modifiers & gtk_accelerator_get_default_mod_mask ()) != 0 || foothold_completions_is_open (self->completions))
    return GDK_EVENT_PROPAGATE;
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down && key != GDK_KEY_Page_Down)
    return GDK_EVENT_PROPAGATE;

  g_signal_emit (self, signals[SIGNAL_DOWN], 0);
  return GDK_EVENT_STOP;
}

static void
focus_left_cb (FootholdBoardSearch *self)
{
  show_problem (self);
}

/* ---- the entry ---- */

static void
changed_cb (FootholdBoardSearch *self)
{
  if (self->vocabulary == NULL)
    return;

  read_text (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
activate_cb (FootholdBoardSearch *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0);
}

static void
stop_cb (FootholdBoardSearch *self)
{
  gtk_editable_set_text (self->entry, "");
  g_signal_emit (self, signals[SIGNAL_STOP], 0);
}

/* A filter from the menu: put in, or taken out where it stands there already. */
static void
filter_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdBoardSearch *self = FOOTHOLD_BOARD_SEARCH (widget);
  const char *text = gtk_editable_get_text (self->entry);
  const char *piece = g_variant_get_string (parameter, NULL);
  g_autofree char *changed = NULL;

  for (guint i = 0; i < self->filter->terms->len; i++)
    {
      const FootholdFilterTerm *term = g_ptr_array_index (self->filter->terms, i);
      g_autofree char *stands = g_strndup (text + term->start, term->end - term->start);

      if (g_str_equal (stands, piece))
        changed = foothold_filter_without (text, term);
    }
  if (changed == NULL)
    {
      g_autofree char *before = g_strchomp (g_strdup (text));

      changed = g_strconcat (before, *before != '\0' ? " " : "", piece, " ", NULL);
    }

  gtk_editable_set_text (self->entry, changed);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_position (self->entry, -1);
}

/* ---- what there is to filter by ---- */

/* The filters, and what somebody else has below them. */
static GMenuModel *
make_other_menu (FootholdBoardSearch *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuModel) rest = self->menu_func (self->menu_data);

  g_menu_append_section (menu, _ ("Filter"), G_MENU_MODEL (self->filter_section));
  for (int i = 0; i < g_menu_model_get_n_items (rest); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new_from_model (rest, i);

      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static GMenuModel *
make_menu (gpointer user_data)
{
  FootholdBoardSearch *self = FOOTHOLD_BOARD_SEARCH (user_data);
  g_autoptr (GMenuModel) filters = foothold_filter_menu_new ("search.filter", get_context (self)->own_terms);

  g_menu_remove_all (self->filter_section);
  for (int i = 0; i < g_menu_model_get_n_items (filters); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new_from_model (filters, i);

      g_menu_append_item (self->filter_section, item);
    }

  return self->menu_func != NULL ? make_other_menu (self) : g_object_ref (self->filter_menu);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FootholdBoardSearch) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FootholdFilterVocabulary) vocabulary =
    foothold_filter_vocabulary_load_finish (FOOTHOLD_STORE (source), result, &error);

  if (vocabulary == NULL || g_cancellable_is_cancelled (self->cancellable))
    {
      if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_message ("what there is to filter by could not be read: %s", error->message);
      return;
    }

  foothold_filter_vocabulary_free (self->vocabulary);
  self->vocabulary = g_steal_pointer (&vocabulary);
  read_text (self);
}

static void
load (FootholdBoardSearch *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  foothold_filter_vocabulary_load_async (self->store, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
store_changed_cb (FootholdBoardSearch *self, FootholdChanges *changes)
{
  if (foothold_filter_vocabulary_concerns (changes))
    load (self);
}

void
foothold_board_search_set_store (FootholdBoardSearch *self, FootholdStore *store)
{
  g_return_if_fail (FOOTHOLD_IS_BOARD_SEARCH (self));
  g_return_if_fail (FOOTHOLD_IS_STORE (store));
  g_return_if_fail (self->store == NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  load (self);
}

const char *
foothold_board_search_get_text (FootholdBoardSearch *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_BOARD_SEARCH (self), NULL);

  return gtk_editable_get_text (self->entry);
}

void
foothold_board_search_set_text (FootholdBoardSearch *self, const char *text)
{
  g_return_if_fail (FOOTHOLD_IS_BOARD_SEARCH (self));

  gtk_editable_set_text (self->entry, text);
}

char *
foothold_board_search_dup_words (FootholdBoardSearch *self)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (FOOTHOLD_IS_BOARD_SEARCH (self), NULL);

  for (guint i = 0; i < self->filter->terms->len; i++)
    g_strv_builder_take (parts,
                         foothold_filter_term_words (g_ptr_array_index (self->filter->terms, i), get_context (self)));
  if (*self->filter->text != '\0')
    g_strv_builder_add (parts, self->filter->text);
  words = g_strv_builder_end (parts);
  return g_strjoinv (", ", words);
}

void
foothold_board_search_begin (FootholdBoardSearch *self)
{
  g_return_if_fail (FOOTHOLD_IS_BOARD_SEARCH (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}

void
foothold_board_search_set_menu_func (FootholdBoardSearch *self, FootholdMenuFunc func, gpointer user_data)
{
  g_return_if_fail (FOOTHOLD_IS_BOARD_SEARCH (self));

  self->menu_func = func;
  self->menu_data = user_data;
}

void
foothold_board_search_set_narrowed (FootholdBoardSearch *self, gboolean narrowed)
{
  g_return_if_fail (FOOTHOLD_IS_BOARD_SEARCH (self));

  if (narrowed)
    gtk_widget_add_css_class (GTK_WIDGET (self->menu_button), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->menu_button), "accent");
}

static gboolean
foothold_board_search_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FOOTHOLD_BOARD_SEARCH (widget)->entry));
}

static void
foothold_board_search_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_TEXT)
    g_value_set_string (value, foothold_board_search_get_text (FOOTHOLD_BOARD_SEARCH (object)));
  else if (prop_id == PROP_OF_APPLICATIONS)
    g_value_set_boolean (value, FOOTHOLD_BOARD_SEARCH (object)->of_applications);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
foothold_board_search_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_TEXT)
    foothold_board_search_set_text (FOOTHOLD_BOARD_SEARCH (object), g_value_get_string (value));
  else if (prop_id == PROP_OF_APPLICATIONS)
    FOOTHOLD_BOARD_SEARCH (object)->of_applications = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
foothold_board_search_dispose (GObject *object)
{
  FootholdBoardSearch *self = FOOTHOLD_BOARD_SEARCH (object);

  g_cancellable_cancel (self->cancellable);
  self->completions = NULL; /* goes with us */
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_BOARD_SEARCH);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (foothold_board_search_parent_class)->dispose (object);
}

static void
foothold_board_search_finalize (GObject *object)
{
  FootholdBoardSearch *self = FOOTHOLD_BOARD_SEARCH (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->filter, foothold_filter_free);
  g_clear_pointer (&self->vocabulary, foothold_filter_vocabulary_free);

  G_OBJECT_CLASS (foothold_board_search_parent_class)->finalize (object);
}

static void
foothold_board_search_class_init (FootholdBoardSearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const char *const names[] = { "changed", "activate", "stop", "down" };

  object_class->get_property = foothold_board_search_get_property;
  object_class->set_property = foothold_board_search_set_property;
  object_class->dispose = foothold_board_search_dispose;
  object_class->finalize = foothold_board_search_finalize;
  widget_class->grab_focus = foothold_board_search_grab_focus;

  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_OF_APPLICATIONS] =
    g_param_spec_boolean ("of-applications", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] =
      g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-board-search.ui");
  gtk_widget_class_bind_template_child (widget_class, FootholdBoardSearch, entry);
  gtk_widget_class_bind_template_child (widget_class, FootholdBoardSearch, menu_button);
  gtk_widget_class_bind_template_child (widget_class, FootholdBoardSearch, filter_menu);
  gtk_widget_class_bind_template_child (widget_class, FootholdBoardSearch, filter_section);
  gtk_widget_class_bind_template_child (widget_class, FootholdBoardSearch, chips);
  gtk_widget_class_bind_template_child (widget_class, FootholdBoardSearch, problem);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, complete);
  gtk_widget_class_install_action (widget_class, "search.filter", "s", filter_cb);
}

static void
foothold_board_search_init (FootholdBoardSearch *self)
{
  self->vocabulary = foothold_filter_vocabulary_new ();
  self->filter = foothold_filter_parse ("", get_context (self));
  gtk_widget_init_template (GTK_WIDGET (self));
  self->completions = foothold_completions_new (GTK_WIDGET (self), GTK_WIDGET (self->entry));
  g_signal_connect_object (self->completions, "taken", G_CALLBACK (take_completion), self, G_CONNECT_SWAPPED);
  foothold_menu_button_set_func (self->menu_button, make_menu, self);
  foothold_typing_pass_undo (GTK_WIDGET (self->entry));
}
