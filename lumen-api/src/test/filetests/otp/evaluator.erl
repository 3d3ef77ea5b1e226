%% erl_scan, erl_parse, erl_pp, erl_eval: text to tokens to forms to values and back to text
-module(evaluator).
-export([main/0, twice/1]).

p(What, X) -> io:format("~s: ~0p~n", [What, X]).

main() -> scans(), parses(), prints(), evaluates(), fails(), bindings(), handlers().

scans() ->
    [p(T, erl_scan:string(T)) || T <- ["foo(X) -> X + 1.", "\"str\" $a 'quoted atom' 1.5e3 16#ff 2#101 1_000", "<<A:8>> => := || <- == =:= /= #{}", "% comment\nx", "case of end fun when",
        "", "\"open", "$", "16#", "'", "1.5e", "a.b"]],
    p("text", erl_scan:string("a B", {5, 3}, [text])),
    p("return", erl_scan:string("a % c\n b", 1, [return])),
    p("tokens", [erl_scan:tokens([], "a. b", 1), erl_scan:tokens([], "a.", 1) =/= x]),
    {more, C} = erl_scan:tokens([], "x +", 1),
    p("continued", erl_scan:tokens(C, " y. rest", 1)),
    p("eof", element(1, erl_scan:tokens(C, eof, 1))),
    {ok, [T1 | _], _} = erl_scan:string("hello", {2, 4}, []),
    p("parts", [erl_scan:category(T1), erl_scan:symbol(T1), erl_scan:line(T1), erl_scan:column(T1), erl_scan:text(T1), erl_scan:reserved_word('case'), erl_scan:reserved_word(x)]),
    {error, {_, M, W}, _} = erl_scan:string("\"open"),
    p("format_error", lists:flatten(M:format_error(W))).

tokens(T) -> {ok, Ts, _} = erl_scan:string(T), Ts.
exprs(T) -> {ok, Es} = erl_parse:parse_exprs(tokens(T)), Es.

parses() ->
    [p(T, erl_parse:parse_exprs(tokens(T))) || T <- ["1 + 2 * 3.", "f(X, Y), [H | T] = X.", "#{a => 1, b := 2}.", "<<X:8/integer, Y/binary>>.", "fun(X) when X > 1 -> X; (_) -> 0 end.", "try f() catch E:R:S -> E after ok end.",
        "[X || X <- L, X > 1].", "#r{a = 1}.", "R#r.a.", "-1.", "if true -> ok end.", "receive X -> X after 0 -> none end.", "fun m:f/1.", "catch x.", "case X of 1 -> a end."]],
    [p(T, erl_parse:parse_form(tokens(T))) || T <- ["f(X) when is_atom(X) -> X; f(_) -> 0.", "-module(m).", "-spec f(integer()) -> ok | {error, term()}.", "-record(r, {a = 1, b :: atom()}).", "-type t(A) :: [A].", "-export([f/1])."]],
    [p(T, case erl_parse:parse_exprs(tokens(T)) of {error, {L, M, W}} -> {L, lists:flatten(M:format_error(W))}; X -> X end) || T <- ["1 +.", "f(.", "a b.", "[1, 2.", "end.", "case x of.", "X"]],
    [p(T, erl_parse:parse_term(tokens(T))) || T <- ["{a, [1, 2], \"x\", #{k => v}}.", "<<1, 2>>.", "-5.", "f().", "X.", "fun erlang:abs/1."]],
    p("normalise", [erl_parse:normalise(erl_parse:abstract(V)) =:= V || V <- [1, a, 1.5, "str", [a | b], {x}, #{1 => 2}, <<1, 2, 3:4>>, [], fun lists:map/2]]),
    p("abstract", [erl_parse:abstract({a, "b", [1 | 2]}), erl_parse:abstract([1, 2], [{line, 7}])]),
    p("anno", erl_parse:map_anno(fun(_) -> 0 end, hd(exprs("f(1, {a}).")))),
    p("fold", erl_parse:fold_anno(fun(A, Acc) -> [erl_anno:line(A) | Acc] end, [], hd(exprs("f(\n1,\n2).")))).

prints() ->
    [io:format("~s~n", [erl_pp:exprs(exprs(T))]) || T <- ["1+2*3.", "(1+2)*3, - (-1).", "case X of {a,B} when B>1;B<0 -> [B|T]; _ -> ok end.", "fun(X)->X+1 end.", "[{X,Y}||X<-L,Y<-M,X=/=Y].", "<<X:8/little,\"abc\",Y/binary>>.",
        "try a() of b->c catch error:E:S->E after d() end.", "M#{a=>1,b:=2}.", "if X->1;true->2 end.", "receive {a,X}->X after 10->b end.", "begin a,b end.", "R#r{a=1}.", "fun foo/1, fun m:f/2.", "'Q a'(\"s\\n\", $a, 1.0e10).",
        "f(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb, ccccccccccccccccccccccccccccc, ddddddddddd).", "A ! B = C.", "not A andalso B orelse C.", "catch a:b(c)."]],
    [io:format("~s~n", [erl_pp:form(element(2, erl_parse:parse_form(tokens(T))))]) || T <- ["f(X,Y) when X>1,Y<2 -> Z=X+Y,{Z,Z};\nf(_,_) -> ok.", "-record(r,{a=1,b::integer(),c}).", "-spec f(X) -> Y when X::atom(),Y::[X].", "-type t()::a|{b,integer()}|#{k=>v}.", "-module(m).", "-attr({x,y})."]],
    io:format("~s~n", [erl_pp:expr(hd(exprs("{a, [b]}.")), 0, none)]).

evaluates() ->
    [p(T, value(T)) || T <- ["1 + 2 * 3.", "X = 5, X * X.", "[X * 2 || X <- [1,2,3], X > 1].", "F = fun(X) -> X + 1 end, F(41).", "lists:map(fun(X) -> X * X end, [1,2,3]).", "case {a, 1} of {a, N} -> N + 1 end.",
        "if 1 > 2 -> a; true -> b end.", "try error(x) catch error:R -> {caught, R} end.", "catch throw(ball).", "(catch 1 + a) =/= ok.", "<<A:8, B/binary>> = <<1,2,3>>, {A, B}.", "M = #{a => 1}, M#{a := 2, b => 3}.", "#{a := V} = #{a => 7}, V.",
        "fun lists:reverse/1.", "(fun erlang:abs/1)(-3).", "<< <<(X + 1)>> || <<X>> <= <<1,2,3>> >>.", "begin A = 1, B = A + 1, A + B end.",
        "G = fun Fact(0) -> 1; Fact(N) -> N * Fact(N - 1) end, G(20).", "evaluator:twice(4).", "apply(lists, sum, [[1,2,3]]).", "\"abc\" ++ \"def\" -- \"c\".", "1 bsl 70 bor 3.", "{X, Y} = {1, 2}, X + Y.", "true andalso false orelse true.",
        "lists:foldl(fun(X, A) when X rem 2 =:= 0 -> A + X; (_, A) -> A end, 0, lists:seq(1, 10)).", "#{K => V || K <- [a]}."], T =/= "#{K => V || K <- [a]}."].

twice(X) -> X * 2.

value(T) -> {value, V, _} = erl_eval:exprs(exprs(T), erl_eval:new_bindings()), V.

fails() ->
    [p(T, try value(T) of V -> {value, V}
          catch C:R:St -> {C, reason(R), case St of [{M, F, A, _} | _] -> {M, F, if is_list(A) -> length(A); true -> A end}; [] -> none end}
          end) || T <- ["1 = 2.", "case 1 of 2 -> a end.", "if false -> a end.", "(fun(1) -> a end)(2).", "(fun(1) -> a end)(2, 3).", "1 / 0.", "lists:no_such(1).", "no_such_function(1).", "error(x).", "throw(x).", "exit(x).", "hd([]).",
        "X = 1, X = 2.", "Y.", "try ok of 1 -> a catch _:_ -> b end.", "#{a := 1} = #{}.", "x#{a => 1}.", "(x)#{a := 1}.", "[X || X <- y].", "a(1)(2).", "1 + a.", "not 1.", "1 andalso true.", "<<(x)/integer>>.", "foo:bar()."]].

reason({badfun, _}) -> badfun;
reason({badarity, _}) -> badarity;
reason(R) -> R.

bindings() ->
    B = erl_eval:add_binding('Y', 2, erl_eval:add_binding('X', 1, erl_eval:new_bindings())),
    {value, V, B2} = erl_eval:exprs(exprs("Z = X + Y, Z * 10."), B),
    p("bindings", [V, lists:sort(erl_eval:bindings(B2)), erl_eval:binding('Z', B2), erl_eval:binding('Q', B2), erl_eval:bindings(erl_eval:del_binding('X', B))]),
    p("list", element(1, erl_eval:expr_list(exprs("1 + 1, X, [Y]."), B)) =:= value),
    p("expr_list", element(1, erl_eval:expr_list(exprs("1 + 1, X, [Y]."), B))),
    {value, F, _} = erl_eval:expr(hd(exprs("fun(A) -> A + X end.")), B),
    p("fun", [F(10), is_function(F, 1)]).

handlers() ->
    Local = {value, fun(Name, Args) -> {local, Name, Args} end},
    NonLocal = {value, fun({M, F}, Args) -> {remote, M, F, Args}; (F, Args) -> apply(F, Args) end},
    p("local", element(2, erl_eval:exprs(exprs("foo(1, 2), bar(3)."), [], Local))),
    p("remote", element(2, erl_eval:exprs(exprs("lists:foo(1 + 1)."), [], Local, NonLocal))),
    p("both", element(2, erl_eval:exprs(exprs("foo(m:f(1))."), [], Local, NonLocal))).
