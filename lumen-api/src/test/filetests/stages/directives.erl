%% otp: 27
%% The preprocessor: definitions, conditions, files, messages.
-module(directives).
-feature(maybe_expr, enable).
-export([main/0]).
-include("parts.hrl").
-include_lib("parts.hrl").

-define(ONE, 1).
-define(ADD(A), ?ADD(A, ?ONE)).
-define(ADD(A, B), (A + B)).
-define(TEXT(X), ??X).
-define(NAMED(N), N() -> {?FUNCTION_NAME, ?FUNCTION_ARITY}).

-ifdef(PARTS).
-ifndef(MISSING).
-undef(PARTS).
chosen() -> first.
-else.
chosen() -> second.
-endif.
-else.
-error("parts.hrl was not included").
-endif.

-if(?OTP_RELEASE < 20).
-warning("very old").
age() -> old.
-elif(defined(ONE) andalso ?ONE =:= 1).
age() -> new.
-else.
age() -> unknown.
-endif.

?NAMED(named).

main() -> erlang:display({chosen(), age(), named(), ?ADD(2), ?ADD(2, 3), ?TEXT(a + "b"), #part{}, ?MODULE_STRING, ?FEATURE_AVAILABLE(maybe_expr)}).
