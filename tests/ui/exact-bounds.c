// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* LD_PRELOAD helper for UI tests of GTK 4.18 programs.
 *
 * GTK reports each accessible's position relative to its parent's *content*
 * box, but adds them up as if they were relative to the parent's *border* box,
 * so AT-SPI window coordinates drift by every ancestor's padding and border,
 * and by the client-side shadow.  For widgets GTK has not realized it answers
 * with uninitialised numbers.  This replaces GtkWidget's get_bounds so that
 * Component.GetExtents(WINDOW) is exact in surface pixels.  Test use only.
 *
 * cc -shared -fPIC exact-bounds.c -o exact-bounds.so $(pkg-config --cflags --libs gtk4)
 */
#include <gtk/gtk.h>

static gboolean
exact_bounds (GtkAccessible *a, int *x, int *y, int *w, int *h)
{
  GtkWidget *widget = GTK_WIDGET (a);
  GtkWidget *parent = gtk_widget_get_parent (widget);
  graphene_rect_t b, pb;
  double sx = 0, sy = 0;

  *x = *y = *w = *h = 0;
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_NATIVE (widget) || parent == NULL)
    {
      GdkSurface *surface = GTK_IS_NATIVE (widget) ? gtk_native_get_surface (GTK_NATIVE (widget)) : NULL;
      if (surface)
        gtk_native_get_surface_transform (GTK_NATIVE (widget), &sx, &sy);
      if (!gtk_widget_compute_bounds (widget, widget, &b))
        return FALSE;
      if (GDK_IS_POPUP (surface) && parent)
        { /* popover: place it relative to its parent widget */
          GtkNative *outer = gtk_widget_get_native (parent);
          graphene_point_t in;
          double ox, oy;
          gtk_native_get_surface_transform (outer, &ox, &oy);
          if (!gtk_widget_compute_bounds (parent, parent, &pb)
              || !gtk_widget_compute_point (parent, GTK_WIDGET (outer), &pb.origin, &in))
            return FALSE;
          sx += gdk_popup_get_position_x (GDK_POPUP (surface)) - (in.x + ox);
          sy += gdk_popup_get_position_y (GDK_POPUP (surface)) - (in.y + oy);
        }
      *x = (int) (sx + b.origin.x);
      *y = (int) (sy + b.origin.y);
    }
  else
    {
      if (!gtk_widget_compute_bounds (widget, parent, &b) || !gtk_widget_compute_bounds (parent, parent, &pb))
        return FALSE;
      *x = (int) (b.origin.x - pb.origin.x);
      *y = (int) (b.origin.y - pb.origin.y);
    }
  *w = (int) b.size.width;
  *h = (int) b.size.height;
  return TRUE;
}

static gboolean (*stock_bounds) (GtkAccessible *, int *, int *, int *, int *);

/* Runs when GtkAccessible's vtable has been set up for a class. */
static void
on_iface (gpointer data, gpointer g_iface)
{
  GtkAccessibleInterface *i = g_iface;
  GType t = G_TYPE_FROM_INTERFACE (g_iface);
  if (t != GTK_TYPE_ACCESSIBLE)
    return;
  GType inst = ((GTypeInterface *) g_iface)->g_instance_type;
  if (inst == GTK_TYPE_WIDGET)
    stock_bounds = i->get_bounds;
  if (stock_bounds && i->get_bounds == stock_bounds)
    i->get_bounds = exact_bounds;
}

__attribute__ ((constructor)) static void
setup (void)
{
  g_type_add_interface_check (NULL, on_iface);
}
