%% phash2 of terms of every shape, made by a generator that gives the same everywhere: what stands next to what, leaves and terms
%% that hold others in every place, maps (small and large) as keys and values of maps.
-module(phash2_terms).
-export([main/0]).

main() ->
    {Hashes, _} = lists:mapfoldl(fun(I, Seed) -> {T, Next} = term(6, Seed), {{I, erlang:phash2(T)}, Next} end, 1, lists:seq(1, 400)),
    [erlang:display([I, H]) || {I, H} <- Hashes, I rem 40 =:= 0],
    erlang:display([erlang:phash2(Hashes)]),
    erlang:display([erlang:phash2([list_to_atom(integer_to_list(I * 7919)) || I <- lists:seq(1, 1000)])]),
    erlang:display([[erlang:phash2(list_to_atom(integer_to_list(I * 7919))) || I <- [1, 500, 1000]]]).

term(0, S) -> leaf(S);
term(Depth, S0) ->
    {Kind, S1} = pick(9, S0),
    case Kind of
        0 -> {Es, S} = terms(Depth, 4, S1), {list_to_tuple(Es), S};
        1 -> terms(Depth, 5, S1);
        2 -> {Es, S2} = terms(Depth, 3, S1), {Last, S} = leaf(S2), {Es ++ Last, S};
        3 -> {Ks, S2} = terms(Depth, 4, S1), {V, S} = term(Depth - 1, S2), {maps:from_list([{K, V} || K <- Ks]), S};
        4 -> {K, S2} = term(Depth - 1, S1), {V, S} = term(Depth - 1, S2), {maps:from_list([{K, V}, {V, K} | [{I, -I} || I <- lists:seq(1, 40)]]), S};
        5 -> {K, S2} = leaf(S1), {maps:from_list([{{K, I}, [I]} || I <- lists:seq(1, 35)]), S2};
        6 -> {T, S} = term(Depth - 1, S1), {[1, 2, 3, T, 255, 256 | "tail"], S};
        7 -> {T, S} = term(Depth - 1, S1), {{T, T}, S};
        8 -> leaf(S1)
    end.

terms(Depth, Most, S0) ->
    {N, S} = pick(Most + 1, S0),
    lists:mapfoldl(fun(_, Sx) -> term(Depth - 1, Sx) end, S, lists:seq(1, N)).

leaf(S0) ->
    {Kind, S1} = pick(14, S0),
    {N, S} = pick(1 bsl 20, S1),
    {case Kind of
         0 -> N rem 256;
         1 -> N;
         2 -> -N;
         3 -> N bsl 9;
         4 -> -(N bsl 45);
         5 -> N bsl 90;
         6 -> list_to_atom([$a + N rem 26]);
         7 -> [];
         8 -> N / 3;
         9 -> integer_to_binary(N);
         10 -> <<N:19>>;
         11 -> integer_to_list(N);
         12 -> #{};
         13 -> lists:nth(1 + N rem 4, [{}, fun lists:map/2, 'ü', '']) 
     end, S}.

pick(N, Seed) ->
    Next = (Seed * 1103515245 + 12345) band 16#7fffffff,
    {(Next bsr 8) rem N, Next}.
