%% otp: 29
%% Native records (EEP 79): definitions, construction, update, access, patterns, guards, order, errors, module records, the
%% external format. foreign.erl has records of another module.
-module(native_records).
-export([main/0, read_any/1]).
-record #pair{first, second = 2}.
-record #empty{}.
-record #hid{a = {x}, z = [1]}.
-record #exp{m = 1, b = <<"x">>}.
-export_record([pair, exp]).
-import_record(foreign, [thing]).
t(F) -> try F() catch C:R -> {C, R} end.
main() ->
  D = fun erlang:display/1,
  P = #pair{first = 1},
  D(P), D(#empty{}), D(#hid{}), D(#exp{m = #pair{first = x}}),
  D([P#pair.first, P#pair.second, P#native_records:pair.second, P#_.first]),
  D(P#pair{second = 5}), D(P#_{first = 6}), D(P#native_records:pair{first = 7}),
  H = #hid{},
  D({b,t(fun() -> H#native_records:hid.z end), t(fun() -> H#_.z end), t(fun() -> H#hid.z end)}),
  Q = foreign:make(),
  D(Q),
  D({c,t(fun() -> Q#_.a end), t(fun() -> Q#foreign:thing.a end), t(fun() -> Q#thing.a end), t(fun() -> (foreign:secret())#_.a end), t(fun() -> (foreign:secret())#foreign:secret.a end), t(fun() -> (foreign:pair())#pair.first end),t(fun() -> (foreign:pair())#_.first end),t(fun() -> (foreign:pair())#native_records:pair.first end) }),
  D({d,t(fun() -> #foreign:thing{a = 1} end), t(fun() -> #thing{b = 2} end), t(fun() -> #foreign:thing{c = 2} end), t(fun() -> #foreign:secret{a = 2} end), t(fun() -> #foreign:nothere{a = 2} end), t(fun() -> #nowhere:nothere{a = 2} end)}),
  D({e,t(fun() -> Q#_{zz = 1} end), t(fun() -> Q#foreign:thing{zz = 1} end), t(fun() -> Q#pair{first = 1} end), t(fun() -> (id(x))#pair{first = 1} end), t(fun() -> (id(x))#_{first = 1} end), t(fun() -> (id({pair,1,2}))#pair.first end), t(fun() -> Q#foreign:thing.zz end), t(fun() -> Q#_.zz end), t(fun() -> (foreign:secret())#_{a = 1} end)}),
  D([{f, m(X)} || X <- [P, P#pair{first = 1.0}, #empty{}, H, Q, Q#thing{a = 3}, foreign:secret(), foreign:pair(), x, {pair,1,2}, #exp{}]]),
  D([{g, g(X)} || X <- [P, #empty{}, H, Q, foreign:secret(), foreign:pair(), x, {pair,1,2}]]),
  D([{h, h(X)} || X <- [P, #empty{}, H, Q, foreign:secret(), foreign:pair(), x, {pair,1,2}]]),
  D({i, is_record(P), is_record(P, pair), is_record(P, native_records, pair), is_record({pair,1}, pair, 2), is_record(P, pair, 3), is_record(Q, thing), is_record(Q, foreign, thing), is_record({r,1}), is_tuple(P), is_map(P)}),
  D({j, t(fun() -> is_record(id(P), id(pair)) end), t(fun() -> is_record(id(P), id(native_records), id(pair)) end), t(fun() -> is_record(id({pair,1}), id(pair), id(2)) end), t(fun() -> is_record(id(P), id(1), id(pair)) end),t(fun() -> is_record(id({a}), id(b)) end)}),
  _S = [x, 1, 1.5, "s", [], {}, {a}, {a,b,c}, #{}, #{a => 1}, <<>>, self(), fun erlang:display/1, P, #empty{}, H, Q, foreign:pair(), P#pair{first = 0}, #exp{}, P#pair{first = 1.0}, make_ref()],
  D({l, P == P#pair{first = 1.0}, P =:= P#pair{first = 1.0}, P < P#pair{second = 3}, P =:= #pair{first = 1}, H < P, P < Q, foreign:pair() < P, foreign:pair() == P, #empty{} < P, P < #exp{}}),
  D({n, term_to_binary(P, [{minor_version, 2}])}), D(t(fun() -> binary_to_term(term_to_binary(P, [{minor_version, 2}])) =:= P end)), D(term_to_binary(#empty{}, [{minor_version, 2}])), D(term_to_binary(H, [{minor_version, 2}])),D(term_to_binary(Q, [{minor_version, 2}])),
  D({o, #{P => 1, H => 2}}),
  D({p, records:get(first, P), records:get_module(P), records:get_name(P), records:get_field_names(H), records:is_exported(H), records:is_exported(P)}),
  D({q, t(fun() -> records:get(zz, P) end), t(fun() -> records:get(1, P) end),t(fun() -> records:get(a, x) end), t(fun() -> records:get_module(x) end), t(fun() -> records:get_name(x) end), t(fun() -> records:get_field_names(x) end), t(fun() -> records:is_exported(x) end)}),
  D({r, records:create(foo, bar, [{a,2},{z,1}], #{is_exported => true}), t(fun() -> records:create(1, bar, [], #{is_exported => true}) end), t(fun() -> records:create(a, b, [{1,2}], #{is_exported => true}) end), t(fun() -> records:create(a, b, [{a,2},{a,1}], #{is_exported => true}) end), t(fun() -> records:create(a, b, [], x) end), t(fun() -> records:create(a, b, [], #{}) end), t(fun() -> records:create(a, b, [x], #{is_exported => true}) end), t(fun() -> records:create(a, b, x, #{is_exported => true}) end)}),
  D({s, records:update(P, native_records, pair, #{first => q}), t(fun() -> records:update(P, native_records, pai, #{first => q}) end), t(fun() -> records:update(P, native_records, pair, #{fir => q}) end), t(fun() -> records:update(x, native_records, pair, #{first => q}) end), t(fun() -> records:update(P, native_records, pair, x) end), t(fun() -> records:update(P, native_records, '_', #{second => 1}) end)}),
  D({u, records:create(native_records, pair, [{first,1},{second,2}], #{is_exported => true}) =:= P, records:create(native_records, pair, [{second,2},{first,1}], #{is_exported => true}) =:= P, records:create(native_records, pair, [{second,2},{first,1}], #{is_exported => true}) < P, records:create(native_records, pair, [{first,1},{second,2}], #{is_exported => false}) == P, records:create(native_records, pair, [{first,1},{second,2}], #{is_exported => false}) < P, records:create(native_records, pair, [{first,1}], #{is_exported => true}) < P, records:create(native_records, pair, [{first,1},{third,2}], #{is_exported => true}) < P,records:create(native_records, pair, [{first,2},{second,1}], #{is_exported => false}) < P}),
  D({v, [X || #pair{first = X} <- [P, x, #empty{}]], (fun(#pair{first = 1, second = S2}) -> S2 end)(P)}),
  D({z, [A || {A, _} <- foreign:module_info(attributes), A =/= vsn]}),
  D({y, top(fun() -> read(x) end), top(fun() -> write(x) end), top(fun make/0)}),
  D({w, t(fun() -> (fun(#pair{first = 2}) -> ok end)(P) end), t(fun() -> #empty{} = P end)}),
  D({x, (id(P))#pair{} =:= P, t(fun() -> (id(x))#pair{} end), t(fun() -> (id(H))#native_records:hid{} end),t(fun() -> (id(H))#_{} end), t(fun() -> (id(foreign:secret()))#_{} end)}).
id(X) -> X.
read_any(X) -> X#_.a.
top(F) -> try F() catch error:_:S -> [{M, N, A, L} | _] = S, {M, N, A, L} end.
read(X) -> {X#pair.first}.
write(X) -> {X#pair{first = 1}}.
make() -> {#foreign:secret{}}.
m(#pair{first = 1, second = S}) -> {one, S};
m(#_{a = 3}) -> any_a3;
m(#empty{}) -> empty;
m(#foreign:thing{a = A}) -> {thing, A};
m(#hid{a = {x}, z = Z}) -> {hid, Z};
m(#exp{}) -> exp;
m(#_{}) -> anyrec;
m(_) -> other.
g(R) when R#pair.first =:= 1 -> first_one;
g(R) when R#_.a =:= {x} -> a_x;
g(R) when is_record(R, foreign, thing), R#thing.a =:= 1 -> thing1;
g(R) when is_record(R, empty) -> empty;
g(R) when is_record(R) -> rec;
g(_) -> other.
h(#native_records:pair{}) -> extpair; h(#native_records:hid{}) -> exthid; h(#thing{}) -> thing; h(#foreign:secret{}) -> secret; h(#_{first=_}) -> first; h(_) -> other.
