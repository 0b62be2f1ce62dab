// SPDX-FileCopyrightText: 2026 The Foothold authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "foothold-exchange"

#include "foothold-text-names.h"

#include "exchange/foothold-csv-look.h"

/* What lines of a text and columns of tables call their facts; the Vietnamese names by themselves, for they tell how
 * dates are written. */

static const FootholdListEntry vietnamese_names[] = {
  { "title", "", "vị trí|vị trí tuyển dụng|vị trí ứng tuyển|chức danh|công việc|tên công việc|tên dự án|tiêu đề" },
  { "organisation", "", "công ty|tên công ty|doanh nghiệp|tổ chức|nhà tuyển dụng|đơn vị|đơn vị tuyển dụng" },
  { "location", "", "địa điểm|địa điểm làm việc|nơi làm việc" },
  { "pay", "", "thù lao|lương|mức lương|thu nhập|tiền công|phụ cấp|trợ cấp" },
  { "hours", "", "thời gian|thời lượng|thời gian thực hiện|số giờ|khối lượng|khối lượng công việc" },
  { "apply_by", "",
    "hạn nộp|hạn nộp hồ sơ|hạn nộp đơn|hạn nộp cv|hạn nhận hồ sơ|hạn ứng tuyển|hạn đăng ký|hạn chót|hạn cuối|thời "
    "hạn" },
  { "posted_on", "", "ngày đăng|ngày đăng tin" },
  { "start_on", "", "bắt đầu|ngày bắt đầu" },
  { "end_on", "", "kết thúc|ngày kết thúc" },
  { "work_mode", "", "hình thức|hình thức làm việc" },
};

static const FootholdList vietnamese = { "vietnamese", vietnamese_names, G_N_ELEMENTS (vietnamese_names) };

const FootholdListEntry *
foothold_text_names_lookup (const char *name, gboolean *day_first)
{
  const FootholdListEntry *entry = foothold_list_lookup (&foothold_csv_fields, name);

  *day_first = FALSE;
  if (entry != NULL)
    return entry;

  entry = foothold_list_lookup (&vietnamese, name);
  *day_first = entry != NULL;
  return entry != NULL ? foothold_list_find (&foothold_csv_fields, entry->slug) : NULL;
}
