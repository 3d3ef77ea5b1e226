%! test ssa
%% try, catch, after, old catch, raising again.
-module(exceptions).
-export([t/1, c/1, a/1, nested/1, trace/1]).

%% run: t [1] == {value,2}
%% run: t [a] == {caught,error,badarith}
t(X) ->
    try X + 1 of
        Y -> {value, Y}
    catch
        C:R -> {caught, C, R}
    end.

%% run: c [1] == 2
%% run: c [{throw,x}] == x
%% run: c [{exit,x}] == {'EXIT',x}
c(X) -> catch f(X).

f({throw, X}) -> throw(X);
f({exit, X}) -> exit(X);
f(X) -> X + 1.

%% run: a [1] == 2
%% run: a [a] raises error:badarith
a(X) ->
    try X + 1
    after put(done, X)
    end.

%% run: nested [a] == {outer,{inner,badarith}}
nested(X) ->
    try
        try X + 1
        catch error:R -> throw({inner, R})
        end
    catch throw:T -> {outer, T}
    end.

%% run: trace [a] == {f,1}
trace(X) ->
    try f(X)
    catch error:_:S ->
        [_, {_, F, A, _} | _] = S,
        {F, A}
    end.
