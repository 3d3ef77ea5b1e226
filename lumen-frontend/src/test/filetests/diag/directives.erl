%! test diag otp=25
-module(directives).
-define(A, 1).
-define(A, 2).
-define(F(X), X).
-define(F(X, X), X).
-define(F(X, 1), X).
-define(F(Y), Y).
-define(G(X) X).
-define(H, x.
-define(1, x).
-define.
-define(LINE, 1).
-define(MODULE, x).
-define(C, ?D).
-define(D, {?C}).
-undef(1).
-undef(A, B).
-ifdef(1).
-endif.
-ifndef("x").
-endif.
-if(f).
-endif.
-if(1 +).
-endif.
-if(list_to_atom("a")).
-endif.
-if(defined(1)).
-endif.
-if(a, b).
-endif.
-if.
-endif.
-endif.
-else.
-elif(true).
-ifdef(A).
-else.
-else.
-endif.
-ifdef(NO).
-else.
-elif(true).
-endif.
-endif(x).
-else(x).
-include("no such file.hrl").
-include_lib("kernel/include/nothing.hrl").
-include_lib("nothing/include/nothing.hrl").
-include(x).
-include.
-include("a", "b").
-error("stop").
-error({an, [error], "text"}).
-error(f()).
-error.
-warning("careful").
-warning(1, 2).
-feature(maybe_expr).
a() -> ?UNDEFINED.
b() -> ?UNDEFINED(1, 2).
c() -> ?F().
d() -> ?F(1, 2, 3).
e() -> ?F(1.
f() -> ?F(1, ).
g() -> ?C.
h() -> ?1.
i() -> ?"x".
j() -> ? .
jj() -> ? "".
jjj() -> ? $a.
k() -> ?F.
-wild(?FUNCTION_NAME).
?FUNCTION_NAME() -> ok.
l() -> ?(x).
m() -> ??A.
-file(x, 1).
-ifdef(A).
-ifdef(NO).
