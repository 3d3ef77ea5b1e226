%% otp: 27
%% One bit string matched with several patterns at once: in heads, `case`, `=`, tuples, maps, lists, `receive`, comprehensions.
-module(parallel_bits).
-export([main/0]).

main() ->
    Data = <<1, 2, 3>>,
    <<A, _/bits>> = <<B:16, _/bits>> = Data,
    erlang:display({A, B}),
    [erlang:display(head(X)) || X <- [<<1, 2, 3>>, <<1, 2>>, <<1>>, <<>>, <<7:3>>, x]],
    [erlang:display(deep(X)) ||
        X <- [{<<4, 5>>, #{k => <<6, 7>>}}, {<<4, 5>>, #{k => <<6>>}}, {<<4>>, #{k => <<6>>}}, {<<4, 5>>, #{}}, none]],
    [erlang:display(three(X)) || X <- [<<2, 0, 255>>, <<2, 1, 255>>, <<3, 0, 0, 0>>, <<>>]],
    [erlang:display(same(X)) || X <- [<<1, 1>>, <<0, 1>>, <<0, 0>>]],
    [erlang:display(sized(X)) || X <- [<<8, 1, 2>>, <<16, 1, 2>>, <<200, 1, 2>>]],
    [erlang:display(never(X)) || X <- [<<>>, <<1>>, <<1, 2>>, {1}, [1]]],
    erlang:display([{H, L} || (<<H:4, _:4>> = <<_:4, L:4>>) <- [<<16#12>>, <<16#345:12>>, x, <<16#67>>]]),
    self() ! {msg, <<"ab">>},
    self() ! {msg, <<"cde">>},
    receive {msg, <<X1, _/bits>> = <<_, _, X3>>} -> erlang:display({X1, X3}) end,
    receive Other -> erlang:display(Other) end,
    F = fun(<<N:8/signed, _/bits>> = <<M:16/little, _/bits>> = All) -> {N, M, All} end,
    erlang:display(F(<<255, 1>>)),
    try F(<<255>>) catch error:Reason -> erlang:display(Reason) end.

head(<<A, _/bits>> = <<B:16, _/bits>>) when A < 2, B > 257 -> {both, A, B};
head(<<A>> = <<H:4, L:4>>) -> {byte, A, H, L};
head(<<>> = Whole) -> {empty, Whole};
head(<<_:2, X:1>> = <<Y:1, _:2>>) -> {bits, X, Y};
head(_) -> other.

deep({<<A, _/bits>>, _} = {<<B:16, _/bits>>, #{k := <<C>>}}) -> {one, A, B, C};
deep({<<A, _/bits>>, _} = {<<B:16, _/bits>>, #{k := <<C:16>> = <<D:4, _/bits>>}}) -> {two, A, B, C, D};
deep({<<A>>, #{k := V}}) -> {three, A, V};
deep(_) -> other.

three(<<2, _/bits>> = <<_, 0, _/bits>> = <<_:16, X>>) -> {first, X};
three(<<2, _/bits>> = <<_, Y, _/bits>>) -> {second, Y};
three(<<3, _/bits>> = <<X:32>>) -> {third, X};
three(<<>>) -> empty.

same(<<A, _>> = <<_, A>>) -> {same, A};
same(<<_:15, 1:1>> = <<0, Y>>) -> {odd, Y}.

sized(<<N, _/bits>> = <<_, Rest/binary>>) ->
    case Rest of
        <<X:N, _/bits>> = <<_, Y, _/bits>> -> {X, Y};
        _ -> short
    end.

never(<<>> = <<A, _/bits>>) -> A;
never(<<A>> = <<B, C>>) -> {A, B, C};
never({A} = [B]) -> {A, B};
never({A, B} = {A, B, C}) -> {A, B, C};
never(_) -> none.
