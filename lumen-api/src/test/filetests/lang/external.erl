%% The external term format: closures there and back; what is no term; mutations of terms.
-module(external).
-export([main/0]).

main() ->
    closures(),
    [erlang:display({binary:part(Bytes, 0, min(15, byte_size(Bytes))), read(<<131, Bytes/binary>>)}) || Bytes <- damaged()],
    erlang:display(mutations(4000)).

read(Binary) ->
    try {ok, binary_to_term(Binary)} catch error:Reason -> Reason end.

again(Term) -> binary_to_term(term_to_binary(Term)).

closures() ->
    N = id(3),
    L = id([a, {b}, <<"c">>]),
    Add = fun(X) -> X + N end,
    None = fun() -> none end,
    Named = fun Count(0) -> [N]; Count(K) -> [K | Count(K - 1)] end,
    Nested = fun(X) -> fun(Y) -> {X, Y, L, Add} end end,
    erlang:display([(again(Add))(4), (again(None))(), (again(Named))(2), (again(fun id/1))(x), (again(fun lists:reverse/1))(L)]),
    erlang:display([again(F) =:= F || F <- [Add, None, Named, Nested, fun id/1]]),
    {1, 2, L, Add2} = ((again(Nested))(1))(2),
    erlang:display(Add2 =:= Add),
    [#{f := {Add3, Nested3}}] = again([#{f => {Add, Nested}}]),
    {3, _, _, _} = ((again(Nested3))(3))(Add3),
    erlang:display([Add3(7), erlang:fun_info(Add3, arity), erlang:fun_info(Add3, env), erlang:fun_info(Add3, module)]),
    Binary = term_to_binary(Nested),
    erlang:display(lists:usort([read(binary:part(Binary, 0, K)) || K <- lists:seq(0, byte_size(Binary) - 1)])).

%% Opaque to any optimiser.
id(X) -> put(id, X), get(id).

damaged() ->
    [<<>>, <<0>>, <<97>>, <<97, 1, 2>>, <<98, 1, 2, 3>>, <<98, 0, 0, 0, 1>>,
     %% integers in a longer form than they need, and signs
     <<110, 0, 0>>, <<110, 0, 1>>, <<110, 1, 1, 0>>, <<110, 1, 0, 7>>, <<110, 9, 0, 1, 0:64>>, <<110, 8, 1, 0:56, 128>>,
     <<110, 2, 2, 1, 1>>, <<111, 0:32, 0>>, <<111, 1:32, 0, 5>>, <<111, 16#FFFFFFFF:32, 0>>, <<110, 8, 0, 255:8, 255:8, 255:8, 255:8, 255:8, 255:8, 255:8, 7>>,
     %% floats
     <<70, 127, 240, 0:48>>, <<70, 127, 248, 0:48>>, <<70, 128, 0:56>>, <<99, "1.50000000000000000000e+00", 0:40>>, <<99, "x", 0:240>>,
     <<99, "1.50000000000000000000e+999", 0:32>>, <<99, " 1.5", 0:216>>, <<99, "1.5 ", 0:216>>, <<99, "15", 0:232>>,
     %% atoms
     <<100, 2:16, "ok">>, <<100, 0:16>>, <<115, 2, "ok">>, <<119, 2, "ok">>, <<118, 2:16, "ok">>, <<119, 2, 195, 40>>, <<119, 1, 195>>,
     <<119, 3, 237, 160, 128>>, <<119, 2, 192, 128>>, <<119, 4, 244, 144, 128, 128>>, <<100, 3:16, "ok">>,
     <<100, 256:16, 0:2048>>, <<118, 256:16, 0:2048>>,
     %% tuples, lists, strings
     <<104, 0>>, <<104, 1>>, <<105, 0:32>>, <<105, 1:32, 106>>, <<105, 2:32, 106>>, <<105, 16#FFFFFFFF:32, 106>>, <<106>>,
     <<108, 0:32, 106>>, <<108, 0:32, 97, 1>>, <<108, 1:32, 97, 1, 106>>, <<108, 1:32, 97, 1, 97, 2>>, <<108, 1:32, 97, 1>>,
     <<108, 16#FFFFFFFF:32, 97, 1>>, <<107, 0:16>>, <<107, 2:16, "ab">>, <<107, 3:16, "ab">>,
     %% bit strings
     <<109, 0:32>>, <<109, 2:32, "ab">>, <<109, 3:32, "ab">>, <<109, 16#FFFFFFFF:32>>, <<77, 1:32, 3, 255>>, <<77, 1:32, 0, 255>>,
     <<77, 1:32, 8, 255>>, <<77, 1:32, 9, 255>>, <<77, 0:32, 0>>, <<77, 0:32, 3>>, <<77, 2:32, 1, 255, 255>>,
     %% maps
     <<116, 0:32>>, <<116, 1:32, 97, 1, 97, 2>>, <<116, 2:32, 97, 1, 97, 2, 97, 1, 97, 2>>, <<116, 2:32, 97, 2, 97, 2, 97, 1, 97, 2>>,
     <<116, 2:32, 97, 1, 97, 2, 70, 63, 240, 0:48, 97, 2>>, <<116, 1:32, 97, 1>>, <<116, 16#FFFFFFFF:32>>, <<116, 16#80000000:32, 97, 1, 97, 1>>,
     <<116, 1:32, 104, 2, 97, 1, 97, 2, 106>>,
     %% external funs
     <<113, 119, 1, "m", 119, 1, "f", 97, 3>>, <<113, 119, 1, "m", 119, 1, "f", 97, 255>>, <<113, 119, 1, "m", 119, 1, "f", 98, 3:32>>,
     <<113, 119, 1, "m", 97, 1, 97, 3>>, <<113, 97, 1, 119, 1, "f", 97, 3>>, <<113, 119, 1, "m", 119, 1, "f">>,
     %% pids, ports, references
     <<88, 97, 1, 1:32, 2:32, 0:32>>, <<88, 119, 1, "n", 1:32, 2:32>>, <<90, 6:16, 119, 3, "a@b", 1:32, 0:192>>,
     <<90, 1:16, 97, 1, 1:32, 0:32>>, <<89, 97, 1, 1:32, 0:32>>, <<120, 119, 3, "a@b", 1:64>>,
     %% headers within headers that announce more than there is
     << <<105, 200:32>> || _ <- lists:seq(1, 100)>>, << <<108, 200:32>> || _ <- lists:seq(1, 100)>>, << <<116, 100:32>> || _ <- lists:seq(1, 100)>>,
     << <<104, 255>> || _ <- lists:seq(1, 400)>>,
     %% tags that are none
     <<69>>, <<78>>, <<80>>, <<82, 0>>, <<121>>, <<255, 97, 1>>, <<131, 97, 1>>].

%% A hash of what is made of mutated terms: one number for all.
mutations(Count) ->
    Terms = [{1, -1, 255, 256, 1 bsl 40, -(1 bsl 70), 1 bsl 600}, [1.5, -0.0, 1.0e300], [ok, '', 'caf\x{e9}', '\x{20ac}'], "a string", [1, 2 | ok],
             <<"binary">>, <<5:3>>, <<1, 2, 3:7>>, #{a => 1, {b} => [], 1 => 1.0}, maps:from_list([{K, [K]} || K <- lists:seq(1, 40)]),
             {[], {}, [[]], {{ok}}}, [fun lists:map/2, fun erlang:self/0]],
    Binaries = [term_to_binary(T) || T <- Terms],
    mutations(Count, 7, 0, 0, list_to_tuple(Binaries)).

mutations(0, _, Hash, Good, _) -> {Good, Hash};
mutations(Count, Seed, Hash, Good, Binaries) ->
    Seed1 = next(Seed),
    Binary = element(1 + Seed1 rem tuple_size(Binaries), Binaries),
    At = 1 + next(Seed1) rem (byte_size(Binary) - 1),
    <<Before:At/binary, Byte, After/binary>> = <<Binary/binary, 0>>,
    Seed2 = next(next(Seed1)),
    Mutated = case Seed2 rem 5 of
        0 -> <<Before/binary, (other(Byte bxor (1 bsl (Seed2 rem 8)))), After/binary>>;
        1 -> <<Before/binary, (other((Seed2 div 7) band 255)), After/binary>>;
        2 -> <<Before/binary, After/binary>>;
        3 -> <<Before/binary, Byte, Byte, After/binary>>;
        4 -> Before
    end,
    case read(Mutated) of
        {ok, Term} -> mutations(Count - 1, next(Seed2), erlang:phash2({Hash, Term}), Good + 1, Binaries);
        Reason -> mutations(Count - 1, next(Seed2), erlang:phash2({Hash, Reason}), Good, Binaries)
    end.

%% OTP uses the tags 73 to 76 inside itself, and reads them.
other(Tag) when Tag >= 73, Tag =< 76 -> 0;
other(Byte) -> Byte.

next(Seed) -> (Seed * 1103515245 + 12345) band 16#7FFFFFFF.
