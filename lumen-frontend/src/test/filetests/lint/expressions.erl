%! test lint otp=25
%% Variables, guards and patterns of every kind, used rightly: nothing is said of them.
-module(expressions).
-export([main/1, guards/4, records/2, bits/3, maps/2, control/2, funs/2, comprehensions/2, matches/2, tries/2, formats/1]).
-record(r, {a, b = 1, c = [] :: list()}).
-record(s, {r = #r{} :: #r{}, d}).

guards(X, Y, Z, W) when is_integer(X), X > 0, not (Y =:= Z); is_map(W), map_size(W) > 2, is_map_key(k, W) ->
    if
        X rem 2 =:= 0 andalso Y > 1 orelse Z -> {even, element(2, W)};
        is_record(W, r), W#r.a =:= 1 -> tuple_size(W);
        length(Z) + byte_size(Y) >= abs(X) bsl 2; hd(Z) == tl(Z) -> self();
        is_function(Y, 2) or is_function(Z), node() =/= node(W) -> -X;
        {X, [Y | Z]} =:= {#r{a = X}, [#r.a | "text"]}; <<X:8, Y/binary>> > <<>>; #{k => X} =:= W#{k := 1} -> map_get(k, W);
        erlang:is_tuple(X), erlang:element(1, X) =:= a, erlang:'+'(X, 1) > 2.5 -> float(trunc(X));
        true -> round(X)
    end;
guards(X, Y, _, _) when X xor Y; bnot X < 1; X band 3 =/= Y bor 1; float(X) >= Y -> ok.

records(R = #r{a = A, _ = _}, #s{r = #r{b = B} = Inner}) when R#r.b > 1, (R#r.a) =:= A ->
    New = R#r{a = B, c = [A]},
    #s{r = New#r{b = 2}, d = {#r.c, Inner#r.a, is_record(New, r), record_info(size, r), record_info(fields, s)}};
records(S, _) -> ((S#s.r)#r.c)#r{a = S#s{d = 1}}.

bits(<<Size:8, Data:Size/binary, Rest/bitstring>>, N, Total) ->
    <<A:N, B:(Total - N)/integer-signed-little, C/float, "text", D:4/unit:2, $e, F/utf8>> = Rest,
    <<A:16/big, (byte_size(Data)):N, Data/binary, B/little-signed-integer, C:64/float, F/utf16-little, D:3/bitstring, "x"/utf32>>;
bits(<<"GET ", _/binary>> = All, _, _) -> <<All:4/binary, 1:1>>;
bits(<<X, Y:X, Z:(X + Y)/binary-unit:4, _:2>>, _, _) -> {X, Y, Z}.

maps(#{a := A, {k, 1} := #{b := B}} = M, K) ->
    #{K := V, (A + 1) := _} = M,
    M#{a := B, new => V, K => #{x => [y]}, "s" => <<1>>};
maps(M, _) when M =:= #{} -> #{1 => a, 2.0 => b, [] => M}.

control(X, Y) ->
    A = case X of
            {ok, V} when V > 1 -> W = V, V;
            [H | T] = L -> W = {H, T, L}, length(T);
            _ -> W = none, 0
        end,
    B = receive
            {msg, M} when M =:= Y -> M;
            A -> stop
        after A + 1 -> begin Z = A, Z end
        end,
    C = if A > B -> P = 1, P; true -> P = 2, P + 1 end,
    {W, C, P, X andalso Y, X orelse (Y xor true), catch throw(C), X ! Y, - A, not B, [A, B | W], {} =:= W}.

funs(X, F) ->
    G = fun(X1, [Y | _]) when X1 > Y -> X1 + X; (_, []) -> F(X); (A, B) -> {A, B} end,
    H = fun Loop(0) -> done; Loop(N) -> Loop(N - 1) end,
    M = lists,
    {G(1, [2]), H(3), fun matches/2, fun lists:map/2, fun M:F/1, M:reverse([X]), (fun() -> ok end)(), F(G, H)}.

comprehensions(L, B) ->
    As = [{X, Y} || X <- L, is_integer(X), Y <- [X, X + 1], Y > 2 orelse X =:= Y, {ok, _} <- [X]],
    Bs = << <<X:4, Y/binary>> || <<X, Y:2/binary>> <= B, X band 1 =:= 1, Z <- As, Z =/= Y>>,
    [[E || E <- Inner, E =/= Bs] || Inner <- [As | L], begin C = Inner, length(C) end > 1].

matches(A, {B, [C | D]} = E) ->
    {A, F} = G = {B, C},
    [F, _, {D, "abc" ++ H} | _] = [E, G | A],
    _ = H, _Ignored = F,
    <<1, 2>> = <<(1 + 0), 2>>,
    1.5 = -(-1.5), $a = 97, 3 = 1 + 2,
    B.

tries(F, X) ->
    try A = F(X), {ok, A} of
        {ok, B} when B > 1 -> {A, B};
        _ -> none
    catch
        throw:T -> T;
        error:{badmatch, R} when R =:= X -> R;
        exit:_:Stack -> {Stack, X};
        C:R:_ -> erlang:raise(C, R, [])
    after
        Y = F(1), put(k, Y)
    end.

formats(X) ->
    io:format("~p ~s~n", [X, "s"]), io:format("none~n"), io_lib:format("~w~*p", [X, 3, X]), io:fwrite(standard_error, "~tp", [X]).

main(Args) ->
    A = ?MODULE, B = ?LINE,
    spawn(fun() -> exit(A) end), apply(lists, reverse, [Args]), {A, B, ?FUNCTION_NAME, ?FUNCTION_ARITY}.
