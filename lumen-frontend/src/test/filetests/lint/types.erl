%! test lint otp=25
-module(types).
-export([f/1, g/0, h/2]).
-export_type([t/0, t/0, missing/0, o/0]).
-type t() :: undefined_type() | list(undefined_list) | u(integer()).
-type t() :: again.
-type u(A) :: {A, B}.
-type v(A, A, _B) :: x.
-type integer() :: redefined.
-type my_unused() :: my_unused2().
-type my_unused2() :: 1.
-type range() :: 5..1 | 1..1 | 1..a | a..b.
-type bits() :: <<_:(-1)>> | <<_:_*a>>.
-type rec() :: #nope{} | bool() | #r{x :: atom()} | #r{a :: atom(), a :: atom()}.
-record(r, {a}).
-opaque o() :: term().
-opaque p() :: any().
-opaque q(A) :: A.
-type remote() :: types:t() | types:nothing() | other:thing(undefined_arg()).
-type op() :: 1 + 2 | a + 1 | (1 div 0).
-type recursive() :: [recursive()] | other_recursive().
-type other_recursive() :: recursive().
-spec f(integer()) -> A.
-spec f(integer()) -> again.
-spec g() -> ok; (a) -> ok.
-spec h(A, B) -> {A, B} when A :: B, C :: atom().
-spec missing_function() -> ok.
-spec other:f() -> ok.
-spec types:h2() -> ok.
-callback c(A) -> ok.
-callback c(a) -> ok.
-callback other:d() -> ok.
-optional_callbacks([c/1, e/0, c/1]).
-spec i(fun((X) -> Y), [Z | _W]) -> #{X => Y}.
-dialyzer({nowarn_function, nothing/0}).
-dialyzer([no_return, bad_option, {no_match, f/1}, {bad_option2, f/1}, 1]).
-dialyzer({nowarn_function, [f/1, nothing2/3]}).
f(_) -> ok.
g() -> ok.
h(_, _) -> ok.
h2() -> ok.
i(_, _) -> ok.
