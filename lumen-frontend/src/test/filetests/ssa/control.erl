%! test ssa
%% case, if, and, or, andalso, orelse, records, maps, begin.
-module(control).
-export([sign/1, both/2, rec/1, map/1, strict/2, deep/1]).
-record(r, {a, b = 2}).

%% run: sign [5] == positive
%% run: sign [0] == zero
%% run: sign [-5] == negative
sign(X) ->
    if
        X > 0 -> positive;
        X =:= 0 -> zero;
        true -> negative
    end.

%% run: both [1, b] == true
%% run: both [a, b] == false
both(A, B) -> is_integer(A) andalso is_atom(B).

%% run: rec [x] == {x,2,{r,y,2}}
%% run: rec [{r,1,2}] == {already,1}
rec(#r{a = A}) -> {already, A};
rec(X) ->
    R = #r{a = X},
    {R#r.a, R#r.b, R#r{a = y}}.

%% run: map [1] == #{k => 2,l => 1}
map(X) ->
    M = #{k => X},
    M#{k := 2, l => X}.

%% run: strict [true, false] == {false,true}
%% run: strict [a, false] raises error:badarg
strict(A, B) -> {A and B, A or B}.

%% run: deep [{ok,[{k,1}]}] == 1
%% run: deep [{error,x}] == {failed,x}
%% run: deep [z] raises error:{case_clause,z}
deep(X) ->
    case X of
        {ok, [{k, V} | _]} -> V;
        {error, R} -> {failed, R}
    end.
