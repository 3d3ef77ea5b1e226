%! test parse otp=25
-module(macros).
-include("macros.hrl").
-define(CONSTANT, 42).
-define(EMPTY, ).
-define(NOTHING(), nothing).
-define(PAIR(X, Y), {X, Y}).
-define(PAIR(X), ?PAIR(X, X)).
-define(SHOW(X), {??X, X}).
-define(SWAP(X, Y), Y + X + 1).
-define(lower, lower).
-define(CALL(F, A), F(A)).
-define(LIST, 1, 2, 3).
-define(PARTIAL, case X of).
-define(NAME, in_body).
-define(OVER, over).
-define(OVER(), {over}).
-define(OVER(A), {over, A}).
-define(QUOTED, 'quoted atom', "string\"", $a).

plain() -> ?CONSTANT + ?CONSTANT, ?NOTHING(), ?lower, [?LIST], ?EMPTY x ?EMPTY.
arguments() -> ?PAIR(1, 2), ?PAIR({a, b}), ?PAIR([1, 2], f(1, 2)), ?PAIR(begin a, b end, fun(X, Y) -> X, Y end),
    ?PAIR(<<1, 2>>, case a of {b, c} -> d, e end), ?CALL(?PAIR, 1), ?CALL(f, ?CALL(g, x)), ?SWAP(a, b), ?SWAP(a *
    b, c).
shown() -> ?SHOW(f(X, "y", $z, 'A b', 1.5)), ?SHOW({ok, [_ | #{a => b}]}), ?SHOW(X =:= 16#ff).
partial(X) -> ?PARTIAL a -> b end.
overloads() -> ?OVER, ?OVER(), ?OVER(a), ?FROM_HEADER(x), ?QUOTED.
predefined(_) -> ?MODULE, ?MODULE_STRING, ?FILE, ?LINE,
    ?LINE, ?MACHINE, ?OTP_RELEASE, ?FUNCTION_NAME, ?FUNCTION_ARITY, ?FEATURE_ENABLED(nothing), ?FEATURE_AVAILABLE(x).
?NAME() -> ?FUNCTION_NAME.
two({A, B}, [C]) -> ?FUNCTION_ARITY.
-define(U32(X), X:32/unsigned-big-integer).
-define(TEXT(X), ?U32((size(X))), (X)/binary).
-define(BINARY(X), (if is_binary(X) -> X; true -> f(X) end)).
places(A, B) -> <<?TEXT(?BINARY(A#r.b)), ?TEXT(B)>>, [f(?BINARY(A)), size(?BINARY(A#r.c)) = ?BINARY(B)],
    case f(?BINARY(A#r.b)) of g(?BINARY(B)) -> ok end.
-undef(CONSTANT).
-define(CONSTANT, 43).
redefined() -> ?CONSTANT.
-file("elsewhere.erl", 100).
claimed() -> {?LINE, ?FILE}.
-include("macros2.hrl").
after_include() -> {?LINE, ?FILE}.
