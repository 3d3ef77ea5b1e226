%% Preprocessor: macros with and without arguments, overloading, ??, conditionals, predefined macros.
-module(macros).
-export([main/0]).

-define(ONE, 1).
-define(ADD(A, B), (A + B)).
-define(ADD(A), (A + ?ONE)).
-define(STR(X), ??X).
-define(FUNC(Name, Body), Name() -> Body).
-define(EMPTY, ).
-define(NESTED, ?ADD(?ONE, ?ADD(2))).

-ifdef(ONE).
one() -> defined.
-else.
one() -> undefined.
-endif.

-ifndef(TWO).
two() -> not_defined.
-else.
two() -> defined.
-endif.

-if(?ONE =:= 1 andalso true).
three() -> yes.
-elif(true).
three() -> elif.
-else.
three() -> no.
-endif.

-if(?OTP_RELEASE > 1000).
four() -> future.
-elif(defined(ONE)).
four() -> has_one.
-else.
four() -> neither.
-endif.

-undef(ONE).
-ifdef(ONE).
five() -> still.
-else.
five() -> gone.
-endif.
-define(ONE, uno).

?FUNC(generated, [made, ?LINE > 0]).

main() ->
    erlang:display(?ADD(3, 4)),
    erlang:display(?STR(foo(bar, "x") + 1)),
    erlang:display(?ONE),
    erlang:display([one(), two(), three(), four(), five(), generated()]),
    erlang:display({?MODULE, ?MODULE_STRING, ?FUNCTION_NAME, ?FUNCTION_ARITY, ?LINE}),
    erlang:display("adjacent " "strings"),
    erlang:display(?EMPTY [x]),
    erlang:display(?MACHINE).
