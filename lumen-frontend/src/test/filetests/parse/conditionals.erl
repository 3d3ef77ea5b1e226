%! test parse otp=25
-module(conditionals).
-define(YES, true).
-define(TWO, 2).
-ifdef(YES).
a1() -> ?LINE.
-else.
a2() -> no.
-endif.
-ifndef(YES).
b1() -> "unterminated is fine in here.
-else.
b2() -> no.
-endif.
c1() -> ".
-endif.
-ifdef(NO).
-ifdef(YES).
d1() -> no.
-else.
d2() -> no.
-endif.
-if(?UNDEFINED).
-endif.
-else.
d3() -> yes.
-endif.
-if(?TWO > 1 andalso defined(YES)).
e1() -> yes.
-elif(true).
e2() -> no.
-else.
e3() -> no.
-endif.
-if(?TWO + a).
f1() -> no.
-elif(?TWO =:= 3).
f2() -> no.
-elif(is_integer(?TWO) and not defined(NO)).
f3() -> yes.
-elif(true).
f4() -> no.
-else.
f5() -> no.
-endif.
-if(?OTP_RELEASE >= 25).
g1() -> yes.
-endif.
-if(length([1, 2]) == 2 orelse foo(1)).
h1() -> yes.
-endif.
-ifdef(FILE). i1() -> yes. -endif.
-ifdef(FUNCTION_NAME). i2() -> no. -else. i3() -> yes. -endif.
-if(element(1, {a, b}) =:= a). j1() -> yes. -endif.
