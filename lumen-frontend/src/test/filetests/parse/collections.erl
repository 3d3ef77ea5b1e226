%! test parse otp=25
%% Records, maps, bit strings and comprehensions.
-module(collections).
-record(empty, {}).
-record(plain, {a, b = 1, c = {x, y}}).
-record(typed, {a :: integer(), b = 1 :: 1 | 2, c = [] :: [atom()], d}).
-record('quoted name', {'quoted field' = 'A'}).

records(R) ->
    #empty{}, #plain{a = 1, c = 2}, #plain{_ = '_'}, #plain{a = 1, _ = 2},
    R#plain.a, R#plain{a = 1}, R#plain{}, #plain.b, R#plain.c#typed.a, R#plain{a = 1}#plain.b,
    #plain{a = 1}#plain.a, (f(R))#typed{b = 2}, #'quoted name'{'quoted field' = 1}.

maps(M) ->
    #{}, #{a => 1}, #{a => 1, {b} => 2, "c" => #{}}, M#{a => 1, b := 2}, M#{}, #{a => 1}#{b => 2}#{c := 3},
    (f(M))#{1 + 2 => 3 + 4}, #{X => Y} = M.

bits(B) ->
    <<>>, <<1>>, <<1, 2, 3>>, <<"text">>, <<"text"/utf8, "x":16>>, <<1:2, 3:4/integer, 5/float>>,
    <<B/binary, B/bitstring, B:8/binary-unit:4, 1:N/little-signed-integer-unit:8>>,
    <<-1, +2, bnot 3, (X + Y):Size, $a, 'x', (f(B))/binary, X:(N + 1)>>,
    <<<<1>>/binary>>, << <<1:1>>/bitstring >>, <<B:all/binary>>, <<$a:8/utf16>>.

comprehensions(L) ->
    [X || X <- L], [{X, Y} || X <- L, Y <- L, X > Y, f(X)], [X || true], [X || {X, _} = Z <- L, begin Z, X end],
    [<<X>> || <<X:8>> <= L], << <<X>> || X <- L >>, << <<X:4, Y>> || X <- L, <<Y>> <= L, X > 1 >>,
    << (f(X)) || X <- L>>, <<X || X <- L>>, [[Y || Y <- X] || X <- L].
