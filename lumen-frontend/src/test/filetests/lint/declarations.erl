%! test lint otp=25
%% Every kind of declaration, used rightly: nothing is said of it. What comes of it when it is used wrongly, generated
%% programs ask.
-module(declarations).
-vsn("1.0").
-author({name, "A", [b, 2.5, <<"c">>, #{d => $e}]}).
-export([main/0, area/1, old/1, gone/2, loaded/0, handle/2]).
-export_type([shape/0, pair/2, tree/1]).
-import(lists, [map/2, foldl/3]).
-import(ordsets, []).
-compile([inline, {inline, [helper/1, {other, 2}]}, nowarn_unused_record]).
-compile({no_auto_import, [halt/3]}).
-compile({nowarn_unused_function, [{spare, 0}]}).
-dialyzer({nowarn_function, [main/0, area/1]}).
-dialyzer([no_return, {no_match, old/1}]).
-deprecated([{old, 1, "use area/1"}, {gone, 2, next_version}, {handle, '_', eventually}]).
-removed([{ancient, 3, "never"}, {older, '_'}]).
-on_load(loaded/0).
-callback start(Args :: [term()]) -> {ok, State :: term()} | {error, Reason :: atom()}.
-callback stop(State) -> ok when State :: term().
-optional_callbacks([stop/1]).
-record(point, {x = 0 :: integer(), y = 0 :: number() | undefined}).
-record(line, {from = #point{} :: #point{}, to, label = "none" :: string()}).
-record(empty, {}).
-record(options, {size = length([1, 2]), name = atom_to_list(node()), next = fun helper/1, tags = [T || T <- [a, b]]}).
-type shape() :: #point{} | #line{} | {circle, Centre :: #point{x :: integer()}, Radius :: pos_integer()}.
-type pair(A, B) :: {A, B} | #{first := A, second => B}.
-opaque tree(T) :: leaf | {node, tree(T), T, tree(T)}.
-type bits() :: <<_:8, _:_*16>> | <<>> | binary() | <<_:_*8>>.
-type handler() :: fun((integer(), term()) -> any()).
-type numbers() :: 1..10 | -5..-1 | 1 bsl 3 | $a..$z | 2 * 3 + 1.
-type named() :: maybe_improper_list(bits(), numbers()) | nonempty_list(function2()) | [named, ...] | lists:list().
-type function2() :: fun() | fun((...) -> ok) | fun((Name :: integer()) -> ok).

-spec main() -> ok.
main() -> map(fun area/1, [#point{}]), foldl(fun(_, A) -> A end, 0, [#empty{}, #options{}]), helper(1), other(1, 2), ok.

-spec area(shape()) -> number(); (tree(integer())) -> false.
area(#point{}) -> 0;
area(#line{from = #point{x = X}, to = #point{x = Y}, _ = _}) -> Y - X;
area({circle, _, R}) when R > 0, is_integer(R) -> 3 * R * R;
area(_) -> false.

-spec old(A) -> [A, ...] when A :: term(), is_subtype(A, term()).
old(A) -> [A].

-spec gone(pair(integer(), B), named()) -> B | no_return().
gone(#{second := B}, _) -> B;
gone({_, B}, _) -> B.

-spec handle(Event :: #options{name :: atom()}, fun((integer()) -> bits())) -> handler().
handle(#options{next = F}, _) -> F.

helper(X) when is_list(X); X > 1 -> [X];
helper(X) -> X.

other(A, B) -> {A, B}.

loaded() -> ok.

spare() -> ok.
