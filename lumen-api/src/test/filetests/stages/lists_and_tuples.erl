%% Constructors and their patterns.
-module(lists_and_tuples).
-export([main/0]).

main() -> erlang:display({swap({1, 2}), build(x, [y]), take([1, 2, 3]), take([1]), take("ab"), take([])}).

swap({A, B}) -> {B, A}.

build(H, T) -> [{}, {H}, [H | T], [H, H | T], [[]]].

take([A, B | Rest]) -> {A, B, Rest};
take([Only]) -> Only;
take([]) -> none.
