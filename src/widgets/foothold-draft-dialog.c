// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-widgets"

#include "foothold-draft-dialog.h"

#include "widgets/foothold-first-focus.h"
#include "widgets/foothold-text.h"
#include "widgets/foothold-toast-title.h"
#include "widgets/foothold-toaster.h"
#include "widgets/foothold-waiting.h"

#include <glib/gi18n.h>

typedef struct
{
  AdwToastOverlay *toast_overlay;
  GtkStack *stack;
  AdwPreferencesPage *page;
  AdwPreferencesGroup *group;
  GtkTextView *text;
  AdwStatusPage *status_page;
  AdwWrapBox *buttons;

  char *heading;
  char *hint;
  char *label;
  int text_height;
  char *shown; /* the draft as it was shown last */
} FootholdDraftDialogPrivate;

static void foothold_draft_dialog_buildable_init (GtkBuildableIface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (FootholdDraftDialog,
                                  foothold_draft_dialog,
                                  ADW_TYPE_DIALOG,
                                  G_ADD_PRIVATE (FootholdDraftDialog)
                                    G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, foothold_draft_dialog_buildable_init))

enum
{
  PROP_HEADING = 1,
  PROP_HINT,
  PROP_LABEL,
  PROP_TEXT_HEIGHT,
  N_PROPS
};

static GParamSpec *props[N_PROPS];
static GtkBuildableIface *parent_buildable;

static FootholdDraftDialogPrivate *
get_private (gpointer self)
{
  return foothold_draft_dialog_get_instance_private (FOOTHOLD_DRAFT_DIALOG (self));
}

/* ---- what is shown ---- */

/* Any text can be taken along, whoever wrote it. */
static void
update_actions (FootholdDraftDialog *self)
{
  FootholdDraftDialogPrivate *priv = get_private (self);
  g_autofree char *text = g_strstrip (foothold_text_view_dup_text (priv->text));
  const gboolean any = *text != '\0' && g_strcmp0 (gtk_stack_get_visible_child_name (priv->stack), "draft") == 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "draft.copy", any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "draft.mail", any);
}

static void
show_page (FootholdDraftDialog *self, const char *name)
{
  FootholdDraftDialogPrivate *priv = get_private (self);

  gtk_stack_set_visible_child_name (priv->stack, name);
  gtk_widget_set_visible (GTK_WIDGET (priv->buttons), g_str_equal (name, "draft"));
  update_actions (self);
}

void
foothold_draft_dialog_show (FootholdDraftDialog *self, const char *draft)
{
  FootholdDraftDialogPrivate *priv = get_private (self);

  g_return_if_fail (draft != NULL);

  g_set_str (&priv->shown, draft);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (priv->text), draft, -1);
  show_page (self, "draft");
}

void
foothold_draft_dialog_focus_text (FootholdDraftDialog *self)
{
  GtkWidget *text = GTK_WIDGET (get_private (self)->text);

  foothold_first_focus (text);
  foothold_first_focus_stays_at_top (text);
}

void
foothold_draft_dialog_show_status (FootholdDraftDialog *self,
                                   const char *icon_name,
                                   const char *title,
                                   const char *description)
{
  FootholdDraftDialogPrivate *priv = get_private (self);

  adw_status_page_set_icon_name (priv->status_page, icon_name);
  adw_status_page_set_title (priv->status_page, title);
  adw_status_page_set_description (priv->status_page, description);
  show_page (self, "status");
}

void
foothold_draft_dialog_fail (FootholdDraftDialog *self, const char *why)
{
  foothold_draft_dialog_show_status (self, "foothold-warning-sign-symbolic", _ ("The Draft Cannot Be Written"), why);
}

char *
foothold_draft_dialog_dup_text (FootholdDraftDialog *self)
{
  return foothold_text_view_dup_text (get_private (self)->text);
}

void
foothold_draft_dialog_append (FootholdDraftDialog *self, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (get_private (self)->text);
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert (buffer, &end, text, -1);
}

gboolean
foothold_draft_dialog_is_changed (FootholdDraftDialog *self)
{
  FootholdDraftDialogPrivate *priv = get_private (self);
  g_autofree char *text = foothold_text_view_dup_text (priv->text);

  return priv->shown != NULL && !g_str_equal (text, priv->shown);
}

void
foothold_draft_dialog_say (FootholdDraftDialog *self, const char *text)
{
  adw_toast_overlay_add_toast (get_private (self)->toast_overlay, foothold_toast_new (text));
}

/* ---- what is done with it ---- */

static void
copy_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdDraftDialog *self = FOOTHOLD_DRAFT_DIALOG (widget);
  g_autofree char *text = foothold_draft_dialog_dup_text (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  foothold_draft_dialog_say (self, _ ("Text copied"));
}

static void
opened_cb (GtkWidget *from, FootholdMailOutcome outcome, gpointer user_data)
{
  FootholdDraftDialog *self = FOOTHOLD_DRAFT_DIALOG (from);
  FootholdDraftDialogClass *klass = FOOTHOLD_DRAFT_DIALOG_GET_CLASS (self);

  switch (outcome)
    {
    case FOOTHOLD_MAIL_OPENED:
      if (klass->mail_opened != NULL)
        klass->mail_opened (self);
      break;
    case FOOTHOLD_MAIL_COPIED:
      foothold_draft_dialog_say (self, _ ("No mail program opened, so the text was copied"));
      break;
    case FOOTHOLD_MAIL_DISMISSED:
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
mail_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FootholdDraftDialog *self = FOOTHOLD_DRAFT_DIALOG (widget);
  g_autofree char *text = foothold_draft_dialog_dup_text (self);
  g_autofree char *to = NULL;
  g_autofree char *subject = NULL;

  FOOTHOLD_DRAFT_DIALOG_GET_CLASS (self)->address (self, &to, &subject);
  if (!foothold_mail_open (widget, to, subject, text, opened_cb, NULL))
    foothold_draft_dialog_say (self, _ ("The text is long, so it was copied: paste it there"));
}

/* ---- the object ---- */

/* A page can only add at its end: the text goes there again. */
static void
add_group (FootholdDraftDialog *self, AdwPreferencesGroup *added)
{
  FootholdDraftDialogPrivate *priv = get_private (self);

  g_object_ref (priv->group);
  adw_preferences_page_remove (priv->page, priv->group);
  adw_preferences_page_add (priv->page, added);
  adw_preferences_page_add (priv->page, priv->group);
  g_object_unref (priv->group);
}

static void
foothold_draft_dialog_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  FootholdDraftDialog *self = FOOTHOLD_DRAFT_DIALOG (buildable);

  if (g_strcmp0 (type, "group") == 0)
    add_group (self, ADW_PREFERENCES_GROUP (child));
  else if (g_strcmp0 (type, "button") == 0)
    adw_wrap_box_append (get_private (self)->buttons, GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
foothold_draft_dialog_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = foothold_draft_dialog_add_child;
}

static void
foothold_draft_dialog_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FootholdDraftDialogPrivate *priv = get_private (object);

  switch (prop_id)
    {
    case PROP_HEADING:
      g_value_set_string (value, priv->heading);
      break;
    case PROP_HINT:
      g_value_set_string (value, priv->hint);
      break;
    case PROP_LABEL:
      g_value_set_string (value, priv->label);
      break;
    case PROP_TEXT_HEIGHT:
      g_value_set_int (value, priv->text_height);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foothold_draft_dialog_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FootholdDraftDialogPrivate *priv = get_private (object);

  switch (prop_id)
    {
    case PROP_HEADING:
      g_set_str (&priv->heading, g_value_get_string (value));
      break;
    case PROP_HINT:
      g_set_str (&priv->hint, g_value_get_string (value));
      break;
    case PROP_LABEL:
      g_set_str (&priv->label, g_value_get_string (value));
      gtk_accessible_update_property (GTK_ACCESSIBLE (priv->text), GTK_ACCESSIBLE_PROPERTY_LABEL, priv->label, -1);
      break;
    case PROP_TEXT_HEIGHT:
      priv->text_height = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foothold_draft_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FOOTHOLD_TYPE_DRAFT_DIALOG);
  G_OBJECT_CLASS (foothold_draft_dialog_parent_class)->dispose (object);
}

static void
foothold_draft_dialog_finalize (GObject *object)
{
  FootholdDraftDialogPrivate *priv = get_private (object);

  g_free (priv->heading);
  g_free (priv->hint);
  g_free (priv->label);
  g_free (priv->shown);
  G_OBJECT_CLASS (foothold_draft_dialog_parent_class)->finalize (object);
}

static void
foothold_draft_dialog_class_init (FootholdDraftDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = foothold_draft_dialog_get_property;
  object_class->set_property = foothold_draft_dialog_set_property;
  object_class->dispose = foothold_draft_dialog_dispose;
  object_class->finalize = foothold_draft_dialog_finalize;

  props[PROP_HEADING] = g_param_spec_string ("heading", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_TEXT_HEIGHT] =
    g_param_spec_int ("text-height", NULL, NULL, -1, G_MAXINT, -1, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (FOOTHOLD_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foothold_app/Foothold/ui/foothold-draft-dialog.ui");
  gtk_widget_class_bind_template_child_private (widget_class, FootholdDraftDialog, toast_overlay);
  gtk_widget_class_bind_template_child_private (widget_class, FootholdDraftDialog, stack);
  gtk_widget_class_bind_template_child_private (widget_class, FootholdDraftDialog, page);
  gtk_widget_class_bind_template_child_private (widget_class, FootholdDraftDialog, group);
  gtk_widget_class_bind_template_child_private (widget_class, FootholdDraftDialog, text);
  gtk_widget_class_bind_template_child_private (widget_class, FootholdDraftDialog, status_page);
  gtk_widget_class_bind_template_child_private (widget_class, FootholdDraftDialog, buttons);
  gtk_widget_class_install_action (widget_class, "draft.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "draft.mail", NULL, mail_cb);
}

static void
foothold_draft_dialog_init (FootholdDraftDialog *self)
{
  FootholdDraftDialogPrivate *priv = get_private (self);

  priv->text_height = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  show_page (self, "loading");
  g_signal_connect_object (gtk_text_view_get_buffer (priv->text), "changed", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  foothold_toaster_let_escape (priv->toast_overlay);
}
