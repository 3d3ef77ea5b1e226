%% otp: 29
%% Types and specs: nothing here changes what the program does.
-module(types).
-export([main/0, half/1, any/2]).
-export_type([tree/1, colour/0, id/0, shape/0]).

-record(point, {x :: integer(), y = 0 :: 0..10}).
-record(pair, {left, right}).

-type tree(T) :: leaf | {node, tree(T), T, tree(T)}.
-opaque colour() :: red | green | 16#ff | $c | -1 | 1 bsl 3 | bnot 0.
-nominal id() :: non_neg_integer().
-type shape() :: #point{} | #pair{left :: tuple(), right :: map()} | [] | [any()] | [atom(), ...] | nonempty_string().
-type text() :: <<>> | <<_:8>> | <<_:_*8>> | <<_:8, _:_*4>> | binary().
-type functions() :: fun() | fun((...) -> term()) | fun((integer(), Named :: atom()) -> pid()) | fun(() -> ok).
-type tables() :: #{} | #{atom() := integer(), string() => _} | {} | {a, b} | map() | tuple().
-type others() :: {text(), functions(), tables(), others:t(), other:list(integer())}.
-export_type([others/0]).

-callback init(Args :: list()) -> {ok, State :: term()} | no_return().
-optional_callbacks([init/1]).

-spec half(integer()) -> integer(); (float()) -> float().
half(X) when is_integer(X) -> X div 2;
half(X) -> X / 2.

-spec any(A, B) -> {A, B} when A :: term(), B :: is_subtype | tree(A).
any(A, B) -> {A, B}.

-spec main() -> true.
main() -> erlang:display({half(7), half(1.0), any(1, leaf), #point{x = 1}}).
