// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-page"

#include "widgets/foothold-page.h"

G_DEFINE_INTERFACE (FootholdPage, foothold_page, GTK_TYPE_WIDGET)

static void
foothold_page_default_init (FootholdPageInterface *iface)
{
}

AdwHeaderBar *
foothold_page_get_header_bar (FootholdPage *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_PAGE (self), NULL);

  return FOOTHOLD_PAGE_GET_IFACE (self)->get_header_bar (self);
}

void
foothold_page_begin_day (FootholdPage *self)
{
  g_return_if_fail (FOOTHOLD_IS_PAGE (self));

  if (FOOTHOLD_PAGE_GET_IFACE (self)->begin_day != NULL)
    FOOTHOLD_PAGE_GET_IFACE (self)->begin_day (self);
}

gboolean
foothold_page_add (FootholdPage *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_PAGE (self), FALSE);

  if (FOOTHOLD_PAGE_GET_IFACE (self)->add == NULL)
    return FALSE;
  FOOTHOLD_PAGE_GET_IFACE (self)->add (self);
  return TRUE;
}

gboolean
foothold_page_search (FootholdPage *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_PAGE (self), FALSE);

  if (FOOTHOLD_PAGE_GET_IFACE (self)->search == NULL)
    return FALSE;
  FOOTHOLD_PAGE_GET_IFACE (self)->search (self);
  return TRUE;
}

void
foothold_page_open (FootholdPage *self, gint64 id)
{
  g_return_if_fail (FOOTHOLD_IS_PAGE (self));

  if (FOOTHOLD_PAGE_GET_IFACE (self)->open != NULL)
    FOOTHOLD_PAGE_GET_IFACE (self)->open (self, id);
}

void
foothold_page_flush (FootholdPage *self)
{
  g_return_if_fail (FOOTHOLD_IS_PAGE (self));

  if (FOOTHOLD_PAGE_GET_IFACE (self)->flush != NULL)
    FOOTHOLD_PAGE_GET_IFACE (self)->flush (self);
}

gboolean
foothold_page_set_table (FootholdPage *self, gboolean table)
{
  g_return_val_if_fail (FOOTHOLD_IS_PAGE (self), FALSE);

  if (FOOTHOLD_PAGE_GET_IFACE (self)->set_table == NULL)
    return FALSE;
  FOOTHOLD_PAGE_GET_IFACE (self)->set_table (self, table);
  return TRUE;
}

char *
foothold_page_dup_opened (FootholdPage *self)
{
  g_return_val_if_fail (FOOTHOLD_IS_PAGE (self), NULL);

  return FOOTHOLD_PAGE_GET_IFACE (self)->dup_opened != NULL ? FOOTHOLD_PAGE_GET_IFACE (self)->dup_opened (self) : NULL;
}

void
foothold_page_reopen (FootholdPage *self, const char *opened)
{
  g_return_if_fail (FOOTHOLD_IS_PAGE (self));
  g_return_if_fail (opened != NULL);

  if (FOOTHOLD_PAGE_GET_IFACE (self)->reopen != NULL)
    FOOTHOLD_PAGE_GET_IFACE (self)->reopen (self, opened);
}
