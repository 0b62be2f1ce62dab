-- SPDX-FileCopyrightText: 2026 The Foothold authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The schema, version 2: what lists are filtered and ordered by.

-- In the order of the ids, with all that a filter asks about: one walk through one of these answers it, and no row is
-- read. They are always right, because SQLite keeps them.
CREATE INDEX opportunity_facets ON opportunity (id, area, industry, kind, work_mode, pay_kind, source, state, country,
  apply_window, apply_by, posted_on, start_on, minutes_min, minutes_max, starred, unread, archived_at, created_at);
-- What pay an hour is computed from.
CREATE INDEX opportunity_pay ON opportunity (id, pay_kind, pay_period, currency, pay_gross_min, pay_gross_max, pay_net,
  pay_guaranteed, pay_cap, minutes_min, minutes_max, cost_fees, cost_travel, cost_equipment, cost_software);
CREATE INDEX opportunity_hours ON opportunity (minutes_min, minutes_max, id);
