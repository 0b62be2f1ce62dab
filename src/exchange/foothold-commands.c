/* SPDX-FileCopyrightText: 2026 The Foothold authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foothold-commands"

#include "exchange/foothold-commands.h"

#include "exchange/foothold-import-answers.h"

#define CHUNK 256

static const char interface_xml[] =
  "<node>"
  "  <interface name='" FOOTHOLD_COMMANDS_INTERFACE "'>"
  "    <method name='Import'>"
  "      <arg type='a(sh)' name='files' direction='in'/>"
  "      <arg type='" FOOTHOLD_IMPORT_ANSWERS_TYPE "' name='answers' direction='in'/>"
  "      <arg type='b' name='yes' direction='in'/>"
  "      <arg type='" FOOTHOLD_COMMANDS_PREVIEW_TYPE "' name='preview' direction='out'/>"
  "      <arg type='x' name='imported' direction='out'/>"
  "    </method>"
  "    <method name='Restore'>"
  "      <arg type='s' name='name' direction='in'/>"
  "      <arg type='h' name='backup' direction='in'/>"
  "    </method>"
  "    <method name='Generate'>"
  "      <arg type='b' name='applications' direction='in'/>"
  "      <arg type='t' name='rows' direction='in'/>"
  "      <arg type='t' name='seed' direction='in'/>"
  "      <arg type='x' name='written' direction='out'/>"
  "    </method>"
  "    <signal name='Progress'>"
  "      <arg type='d' name='fraction'/>"
  "    </signal>"
  "  </interface>"
  "</node>";

GDBusInterfaceInfo *
foothold_commands_get_interface (void)
{
  static GDBusNodeInfo *node;

  if (g_once_init_enter_pointer (&node))
    {
      GDBusNodeInfo *parsed = g_dbus_node_info_new_for_xml (interface_xml, NULL);

      g_assert (parsed != NULL);
      g_once_init_leave_pointer (&node, parsed);
    }

  return node->interfaces[0];
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static void
add_entry (GVariantBuilder *entries, const FootholdStagedEntry *entry)
{
  g_variant_builder_add (entries, "(ussssss)", (guint32) entry->verdict, or_empty (entry->where),
                         or_empty (entry->title), or_empty (entry->organisation), or_empty (entry->application),
                         or_empty (entry->field), or_empty (entry->reason));
}

/* It is no opportunity: what becomes of it is always said. */
static gboolean
stays_out (const FootholdStagedEntry *entry)
{
  return entry->verdict == FOOTHOLD_VERDICT_PROBLEM || entry->verdict == FOOTHOLD_VERDICT_LEFT_OUT
         || entry->verdict == FOOTHOLD_VERDICT_READ;
}

/* Beyond the listed ones only what stays out is read: of 100,000 entries the rest stays where it is. */
GVariant *
foothold_commands_preview (FootholdStaging *staging, GError **error)
{
  const FootholdStagedCounts counts = foothold_staging_get_counts (staging);
  g_auto (GVariantBuilder) entries = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(ussssss)"));
  gboolean more = TRUE;
  guint n_listed = 0;
  guint next = 0;

  while (more && n_listed < FOOTHOLD_COMMANDS_PREVIEW_ENTRIES)
    {
      g_autoptr (GPtrArray) some = foothold_staging_list (staging, next, CHUNK, error);

      if (some == NULL)
        return NULL;
      for (guint i = 0; i < some->len && n_listed < FOOTHOLD_COMMANDS_PREVIEW_ENTRIES; i++, next++)
        {
          const FootholdStagedEntry *entry = g_ptr_array_index (some, i);

          n_listed += !stays_out (entry);
          add_entry (&entries, entry);
        }
      more = n_listed == FOOTHOLD_COMMANDS_PREVIEW_ENTRIES || some->len == CHUNK;
    }
  while (more)
    {
      g_autoptr (GPtrArray) some = foothold_staging_list_noted (staging, &next, CHUNK, error);

      if (some == NULL)
        return NULL;
      for (guint i = 0; i < some->len; i++)
        {
          const FootholdStagedEntry *entry = g_ptr_array_index (some, i);

          if (stays_out (entry))
            add_entry (&entries, entry);
        }
      more = some->len == CHUNK;
    }

  return g_variant_new ("(@(uuuuuuuuu)@au@a(ussssss))",
                        g_variant_new ("(uuuuuuuuu)", counts.n_new, counts.n_same, counts.n_fills, counts.n_problems,
                                       counts.n_fields_left_out, counts.n_files_left_out, counts.others.n_same,
                                       counts.n_asks, counts.n_applications),
                        g_variant_new_fixed_array (G_VARIANT_TYPE_UINT32, counts.others.n, FOOTHOLD_N_OTHERS,
                                                   sizeof counts.others.n[0]),
                        g_variant_builder_end (&entries));
}
