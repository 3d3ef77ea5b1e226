// Dates and times of day. Universal time is arithmetic (days are counted in eras of 400 years that begin on March 1st, so that a
// leap day comes last); local time is what the operating system says.
#include "bif/lm_bif.h"
#include "platform/lm_platform.h"
#include "term/lm_bignum.h"

enum { SECONDS_PER_DAY = 86400, FIRST_YEAR = 1600, FIRST_LOCAL_YEAR = 1902, LAST_YEAR = 1000000000, DAYS_PER_ERA = 146097, DAYS_TO_1970 = 719468 };

static int64_t floor_divide(int64_t a, int64_t b) { return a / b - (a % b < 0); }

static int64_t days_of(int64_t year, int month, int day) {
  year -= month <= 2;
  int64_t era = floor_divide(year, 400), of_era = year - era * 400;
  int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * DAYS_PER_ERA + of_era * 365 + of_era / 4 - of_era / 100 + of_year - DAYS_TO_1970;
}

static lm_calendar calendar_of(int64_t seconds) {
  int64_t days = floor_divide(seconds, SECONDS_PER_DAY), rest = seconds - days * SECONDS_PER_DAY;
  days += DAYS_TO_1970;
  int64_t era = floor_divide(days, DAYS_PER_ERA), day = days - era * DAYS_PER_ERA;
  int64_t year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
  int64_t of_year = day - (365 * year + year / 4 - year / 100);
  int64_t month = (5 * of_year + 2) / 153;
  lm_calendar c = {.day = (int32_t)(of_year - (153 * month + 2) / 5 + 1), .month = (int32_t)(month < 10 ? month + 3 : month - 9),
                   .hour = (int32_t)(rest / 3600), .minute = (int32_t)(rest / 60 % 60), .second = (int32_t)(rest % 60)};
  c.year = year + era * 400 + (c.month <= 2);
  return c;
}

static int64_t seconds_of(const lm_calendar *c) {
  return days_of(c->year, c->month, c->day) * SECONDS_PER_DAY + c->hour * 3600 + c->minute * 60 + c->second;
}

// ---- terms ------------------------------------------------------------------------------------------------------------

static lm_term date_term(lm_proc *p, const lm_calendar *c) {
  return lm_tuple3(p, lm_integer(p, c->year), lm_small(c->month), lm_small(c->day));
}
static lm_term time_term(lm_proc *p, const lm_calendar *c) {
  return lm_tuple3(p, lm_small(c->hour), lm_small(c->minute), lm_small(c->second));
}
static lm_term calendar_term(lm_proc *p, const lm_calendar *c) {
  lm_term date = date_term(p, c);
  return lm_tuple2(p, date, time_term(p, c));
}

// {N, N, N}, each within its bounds.
static bool three(lm_term t, const int64_t least[3], const int64_t most[3], int64_t n[3]) {
  if (!lm_is_tuple(t) || lm_tuple_size(t) != 3) return false;
  for (int i = 0; i < 3; i++) {
    if (!lm_is_small(lm_elements(t)[i])) return false;
    n[i] = lm_small_value(lm_elements(t)[i]);
    if (n[i] < least[i] || n[i] > most[i]) return false;
  }
  return true;
}

static int64_t days_in(int64_t year, int64_t month) {
  if (month == 2) return 28 + ((year % 4 == 0 && year % 100 != 0) || year % 400 == 0);
  return 30 + ((month + (month > 7)) & 1);
}

// {{Year, Month, Day}, {Hour, Minute, Second}}
static bool is_calendar(lm_term t, lm_calendar *c) {
  static const int64_t date_least[] = {FIRST_YEAR, 1, 1}, date_most[] = {LAST_YEAR, 12, 31}, time_least[3], time_most[] = {23, 59, 59};
  int64_t date[3], time[3];
  if (!lm_is_tuple(t) || lm_tuple_size(t) != 2 || !three(lm_elements(t)[0], date_least, date_most, date) ||
      !three(lm_elements(t)[1], time_least, time_most, time) || date[2] > days_in(date[0], date[1])) {
    return false;
  }
  *c = (lm_calendar){date[0], (int32_t)date[1], (int32_t)date[2], (int32_t)time[0], (int32_t)time[1], (int32_t)time[2]};
  return true;
}

// ---- now --------------------------------------------------------------------------------------------------------------

static int64_t now(void) { return floor_divide(lm_system_time(), 1000000000); }

static lm_calendar local_now(void) {
  lm_calendar c;
  if (!lm_local_time(now(), &c)) c = calendar_of(now());
  return c;
}

lm_term lumen_bif_erlang_universaltime_0(lm_proc *p) {
  lm_calendar c = calendar_of(now());
  return calendar_term(p, &c);
}
lm_term lumen_bif_erlang_localtime_0(lm_proc *p) {
  lm_calendar c = local_now();
  return calendar_term(p, &c);
}
lm_term lumen_bif_erlang_date_0(lm_proc *p) {
  lm_calendar c = local_now();
  return date_term(p, &c);
}
lm_term lumen_bif_erlang_time_0(lm_proc *p) {
  lm_calendar c = local_now();
  return time_term(p, &c);
}

// ---- from one to the other --------------------------------------------------------------------------------------------

lm_term lumen_bif_erlang_universaltime_to_posixtime_1(lm_proc *p, lm_term t) {
  lm_calendar c;
  return is_calendar(t, &c) ? lm_integer(p, seconds_of(&c)) : lm_badarg(p);
}

lm_term lumen_bif_erlang_posixtime_to_universaltime_1(lm_proc *p, lm_term t) {
  int64_t seconds;
  if (!lm_is_integer(t) || !lm_int_to_int64(t, &seconds)) return lm_badarg(p);
  lm_calendar c = calendar_of(seconds);
  return calendar_term(p, &c);
}

lm_term lumen_bif_erlang_universaltime_to_localtime_1(lm_proc *p, lm_term t) {
  lm_calendar c;
  return is_calendar(t, &c) && c.year >= FIRST_LOCAL_YEAR && lm_local_time(seconds_of(&c), &c) ? calendar_term(p, &c) : lm_badarg(p);
}

// `dst`: whether a time that may be meant twice, or not at all, is one of summer; undefined: as the system thinks.
lm_term lumen_bif_erlang_localtime_to_universaltime_2(lm_proc *p, lm_term t, lm_term dst) {
  lm_calendar c;
  int64_t seconds;
  if (!is_calendar(t, &c) || c.year < FIRST_LOCAL_YEAR || (!lm_is_boolean(dst) && dst != LM_ATOM_UNDEFINED)) return lm_badarg(p);
  if (!lm_local_to_posix(&c, dst == LM_ATOM_UNDEFINED ? -1 : dst == LM_ATOM_TRUE, &seconds)) return lm_badarg(p);
  c = calendar_of(seconds);
  return calendar_term(p, &c);
}
