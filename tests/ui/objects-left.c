// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Preloaded: which objects of the program, and which dialogs, are there still when it ends. LeakSanitizer does not see
 * them: a widget that nobody lets go of is known to the style of its display, to settings it listens to, to the
 * accessibility bus, and so is reachable for ever.
 */

#include <adwaita.h>
#include <dlfcn.h>
#include <stdio.h>

typedef GObject *(*NewWithProperties) (GType type, guint n, const char *names[], const GValue values[]);

static GHashTable *alive;
G_LOCK_DEFINE_STATIC (alive);

static void
gone_cb (gpointer data, GObject *object)
{
  G_LOCK (alive);
  g_hash_table_remove (alive, object);
  G_UNLOCK (alive);
}

static gpointer
made (gpointer object)
{
  const char *name = G_OBJECT_TYPE_NAME (object);
  gboolean is_new;

  if (!g_str_has_prefix (name, "Foothold") && !ADW_IS_DIALOG (object))
    return object;

  G_LOCK (alive);
  if (alive == NULL)
    alive = g_hash_table_new (NULL, NULL);
  is_new = g_hash_table_insert (alive, object, (gpointer) name);
  G_UNLOCK (alive);
  if (is_new)
    g_object_weak_ref (object, gone_cb, NULL);
  return object;
}

gpointer
g_object_new (GType type, const char *first, ...)
{
  va_list args;
  GObject *object;

  va_start (args, first);
  object = g_object_new_valist (type, first, args);
  va_end (args);
  return made (object);
}

/* How templates and builders make what they name. */
GObject *
g_object_new_with_properties (GType type, guint n, const char *names[], const GValue values[])
{
  NewWithProperties next = (NewWithProperties) dlsym (RTLD_NEXT, "g_object_new_with_properties");

  return made (next (type, n, names, values));
}

__attribute__ ((destructor)) static void
tell (void)
{
  GHashTableIter iter;
  gpointer name;

  if (alive == NULL)
    return;
  g_hash_table_iter_init (&iter, alive);
  while (g_hash_table_iter_next (&iter, NULL, &name))
    fprintf (stderr, "object left: %s\n", (const char *) name);
}
