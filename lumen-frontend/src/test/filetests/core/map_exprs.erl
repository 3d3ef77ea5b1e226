%! test core otp=25
-module(map_exprs).
-export([main/0]).

main() ->
    M = #{a => 1, {b, 2} => [3], "c" => #{}},
    erlang:display(M),
    erlang:display(M#{a := 2, new => id(x), a := 3}),
    erlang:display([match(X, b) || X <- [#{a => 1, b => 2}, #{b => 1}, #{a => {1, 2}}, #{}, []]]),
    erlang:display([computed(3, X) || X <- [#{4 => four}, #{{k, 3} => tuple}, #{}]]),
    erlang:display(catch (id(#{}))#{a := 1}),
    erlang:display(catch (id(x))#{a => 1}),
    erlang:display(twice(#{a => 1, b => #{c => 2}})),
    erlang:display((id(#{id(k) => id(v)}))#{id(k) := id(w), 1.0 => x, 1 => y}),
    #{a := A, {b, 2} := [B]} = M,
    erlang:display({A, B, #{}, #{1 => 1, 1 => 2}}).

match(#{a := {X, _}}, _) -> {tuple, X};
match(#{a := X} = M, K) when is_map_key(K, M) -> #{K := Y} = M, {both, X, Y};
match(#{b := X}, _) -> {b, X};
match(#{}, _) -> map;
match(_, _) -> none.

%% A key that is an expression, and one that fails.
computed(K, M) ->
    case M of
        #{(hd(K)) := X} -> {never, X};
        #{K + 1 := X} -> X;
        #{{k, K} := X} -> {k, X};
        _ -> none
    end.

twice(#{a := X, b := #{c := Y}, a := Z}) -> {X, Y, Z}.

id(X) -> X.
