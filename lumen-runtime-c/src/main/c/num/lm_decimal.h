// lm_decimal.h: doubles to decimal text, exactly as Erlang/OTP 25 writes them, and decimal text to doubles.
//
// Pure functions, any thread, no allocation; they know nothing of terms. Texts have no terminating zero: each function
// returns the number of characters. Doubles must be finite; Erlang has no others.

#ifndef LM_DECIMAL_H
#define LM_DECIMAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// ---- the shortest text that reads back the same
// ----------------------------------------------------------------------

// digits * 10^exponent, digits < 10^17 and not a multiple of 10 (unless 0).
typedef struct {
    uint64_t digits;
    int exponent;
} lm_decimal;

// Of the decimals that round to |d| those with the fewest digits, and of these the nearest to |d|.
lm_decimal lm_decimal_shortest(double d);

// What io:format("~p"), io_lib:fwrite_g/1 and float_to_list(D, [short]) write: the shortest digits with a point and at
// least one digit on each side of it; with an exponent when that is shorter or |d| >= 2^53. "0.1", "1.0e22", "-0.0".
//   requires: `text` has LM_DECIMAL_SHORT_ROOM characters
size_t lm_decimal_short_text(char *text, double d);

#define LM_DECIMAL_SHORT_ROOM 25

// ---- a given number of digits -------------------------------------------------------------------------------------
// Both return 0 when the text would be longer than LM_DECIMAL_ROOM characters, where OTP fails with badarg, and require
// that `text` has that room.

#define LM_DECIMAL_ROOM 255

// What float_to_list(D, [{scientific, Decimals}]) writes, and float_to_list(D) with Decimals = 20: C's "%.*e".
//   requires: 0 <= decimals <= LM_DECIMAL_SCIENTIFIC_MAX (OTP: badarg beyond)
size_t lm_decimal_scientific_text(char *text, double d, int decimals);

#define LM_DECIMAL_SCIENTIFIC_MAX 249

// What float_to_list(D, [{decimals, Decimals}]) writes; `compact` removes zeros at the end. With fewer than 19 decimals
// and |d| <= 2^53 OTP rounds the fraction times 10^decimals, itself a rounded double, to the nearest integer and half
// away from zero; otherwise it is C's "%.*f". Its quirk is kept: {decimals, 0} with compact above 2^53 loses zeros
// before the point.
//   requires: 0 <= decimals <= LM_DECIMAL_FIXED_MAX (OTP: badarg beyond)
size_t lm_decimal_fixed_text(char *text, double d, int decimals, bool compact);

#define LM_DECIMAL_FIXED_MAX 253

// ---- text to double
// ----------------------------------------------------------------------------------------------------

typedef enum {
    LM_DECIMAL_OK,
    LM_DECIMAL_BAD_TEXT, // not [+-] digits (. or ,) digits [(e or E) [+-] digits]
    LM_DECIMAL_TOO_LARGE // rounds to 2^1024 or more
} lm_decimal_status;

// *d = the double nearest to what the whole text says, ties to even; too small is 0.0 or -0.0. As list_to_float/1 and
// binary_to_float/1, for which anything but LM_DECIMAL_OK is badarg. Any length, any number of digits.
lm_decimal_status lm_decimal_to_double(const char *text, size_t length, double *d);

#endif
