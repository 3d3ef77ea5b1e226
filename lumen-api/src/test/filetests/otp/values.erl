%% rand, base64, calendar, binary, filename
-module(values).
-export([main/0]).

p(What, X) -> io:format("~s: ~0p~n", [What, X]).

raised(F) ->
    try F() of X -> {value, X}
    catch C:R:St -> {C, R, [{M, N, if is_list(A) -> length(A); true -> A end} || {M, N, A, _} <- lists:sublist(St, 1)]}
    end.

main() -> random(), base64_(), dates(), binaries(), files().

random() ->
    [begin
         rand:seed(Alg, {1, 2, 3}),
         p(Alg, [[rand:uniform(100) || _ <- lists:seq(1, 5)], rand:uniform() < 1, rand:uniform(1 bsl 70)])
     end || Alg <- [exsss, exrop, exro928ss, exs1024s, exsp, exs1024, exs64, exsplus]],
    rand:seed(default, 42),
    p("floats", [rand:uniform(), rand:uniform_real(), rand:normal(), rand:normal(10, 2)]),
    S0 = rand:seed_s(exsss, [1, 2]),
    {V, S1} = rand:uniform_s(10, S0),
    p("states", [V, element(1, rand:uniform_s(10, S1)), element(1, rand:uniform_s(10, rand:jump(S0))), element(1, rand:normal_s(S1))]),
    p("export", [rand:export_seed_s(rand:seed_s(exrop, 5)), element(1, rand:export_seed())]),
    p("again", begin rand:seed(rand:export_seed_s(S0)), rand:uniform(10) =:= V end),
    p("bytes", [begin rand:seed(exsss, 1), rand:bytes(10) end, byte_size(rand:bytes(100))]),
    p("jump", begin rand:seed(exro928ss, 7), rand:jump(), rand:uniform(1000) end),
    p("mwc59", [rand:mwc59(1), rand:mwc59_value(rand:mwc59(12345)), rand:mwc59_float(rand:mwc59(12345)), rand:exsp_next(rand:exsp_jump([1 | 2])), rand:splitmix64_next(1)]),
    p("no seed", is_float((fun() -> erase(), rand:uniform() end)())),
    p("failures", [raised(fun() -> rand:uniform(0) end), raised(fun() -> rand:seed(none, 1) end), raised(fun() -> rand:uniform(x) end), raised(fun() -> rand:bytes(-1) end)]).

base64_() ->
    All = list_to_binary(lists:seq(0, 255)),
    p("all", base64:encode(All)),
    p("back", base64:decode(base64:encode(All)) =:= All),
    p("lengths", [base64:encode(binary:part(<<"abcdef">>, 0, N)) || N <- lists:seq(0, 6)]),
    p("strings", [base64:encode_to_string("hello"), base64:decode_to_string("aGVsbG8="), base64:encode("hello"), base64:mime_decode_to_string("aGVs!bG8=")]),
    p("white space", [base64:decode(<<"aGV\nsbG 8=">>), base64:decode("\taGVsbG8=\r\n")]),
    p("mime", [base64:mime_decode(<<"aGVsbG8*=">>), base64:mime_decode(<<"#a#G#VsbG8=">>)]),
    p("large", erlang:md5(base64:encode(binary:copy(All, 100)))),
    p("bad", [case raised(fun() -> base64:decode(B) end) of {C, R, [{M, _, _} | _]} -> {C, R, M}; X -> X end || B <- [<<"a">>, <<"ab">>, <<"a-b=">>, <<"====">>, "a!b=", <<"YQ==x">>, <<"YWE=YWE=">>]]),
    p("no bytes", [element(1, raised(fun() -> base64:encode([256]) end)), element(1, raised(fun() -> base64:encode(x) end))]).

dates() ->
    p("days", [calendar:date_to_gregorian_days({Y, M, D}) || {Y, M, D} <- [{0, 1, 1}, {1970, 1, 1}, {2000, 2, 29}, {2024, 12, 31}, {9999, 1, 1}]]),
    p("dates", [calendar:gregorian_days_to_date(N) || N <- [0, 59, 60, 719528, 730544, 1000000]]),
    p("seconds", [calendar:datetime_to_gregorian_seconds({{2020, 2, 29}, {23, 59, 59}}), calendar:gregorian_seconds_to_datetime(63749980799)]),
    p("week", [[calendar:day_of_the_week(2024, 2, D) || D <- lists:seq(25, 29)], calendar:iso_week_number({2020, 12, 31}), calendar:iso_week_number({2021, 1, 3}), calendar:iso_week_number({2018, 12, 31})]),
    p("leap", [calendar:is_leap_year(Y) || Y <- [1900, 2000, 2023, 2024]]),
    p("last", [calendar:last_day_of_the_month(2023, M) || M <- lists:seq(1, 12)]),
    p("valid", [calendar:valid_date(D) || D <- [{2023, 2, 29}, {2024, 2, 29}, {2024, 13, 1}, {2024, 0, 1}, {-1, 1, 1}]] ++ [calendar:valid_date(2024, 4, 31)]),
    p("difference", calendar:time_difference({{2020, 1, 1}, {0, 0, 0}}, {{2021, 3, 4}, {5, 6, 7}})),
    p("time", [calendar:seconds_to_time(3661), calendar:time_to_seconds({23, 59, 59}), calendar:seconds_to_daystime(-1), calendar:seconds_to_daystime(100000)]),
    p("rfc3339", [calendar:system_time_to_rfc3339(0, [{offset, "Z"}]), calendar:system_time_to_rfc3339(1700000000123, [{unit, millisecond}, {offset, "+02:00"}]), calendar:system_time_to_rfc3339(1, [{offset, 3600}, {time_designator, $\s}])]),
    p("back", [calendar:rfc3339_to_system_time("1970-01-01T00:00:00Z"), calendar:rfc3339_to_system_time("2023-11-14T23:13:20.123456+01:00", [{unit, microsecond}]), calendar:rfc3339_to_system_time("2000-01-01 00:00:00z")]),
    p("system", [calendar:system_time_to_universal_time(1700000000, second), calendar:system_time_to_universal_time(1700000000123456789, nanosecond), calendar:now_to_datetime({1700, 0, 0}), calendar:now_to_universal_time({0, 0, 0})]),
    p("failures", [raised(F) || F <- [fun() -> calendar:date_to_gregorian_days({2023, 2, 29}) end, fun() -> calendar:rfc3339_to_system_time("nonsense") end, fun() -> calendar:day_of_the_week({2023, 13, 1}) end,
        fun() -> calendar:time_to_seconds({24, 0, 0}) end, fun() -> calendar:seconds_to_time(86400) end, fun() -> calendar:gregorian_days_to_date(-1) end, fun() -> calendar:last_day_of_the_month(2023, 13) end, fun() -> calendar:is_leap_year(-4) end]]).

binaries() ->
    B = <<"a,b;c,d">>,
    p("split", [binary:split(B, <<",">>), binary:split(B, [<<",">>, <<";">>], [global]), binary:split(B, <<"x">>), binary:split(<<",,">>, <<",">>, [global, trim]), binary:split(<<",a,">>, <<",">>, [global, trim_all]), binary:split(B, <<",">>, [{scope, {2, 5}}])]),
    p("match", [binary:match(B, <<";">>), binary:match(B, <<"z">>), binary:matches(B, <<",">>), binary:matches(B, [<<",">>, <<"b;">>]), binary:match(B, <<",">>, [{scope, {2, 4}}])]),
    C = binary:compile_pattern([<<"ab">>, <<"abc">>, <<"c">>]),
    p("compiled", [element(1, C), binary:matches(<<"xabcabx">>, C)]),
    p("replace", [binary:replace(B, <<",">>, <<"--">>), binary:replace(B, <<",">>, <<"[]">>, [global, {insert_replaced, 1}])]),
    p("parts", [binary:part(B, 2, 3), binary:part(B, {7, -3}), binary:first(B), binary:last(B), binary:at(B, 2), binary:bin_to_list(B, 1, 3), binary:bin_to_list(B), binary:list_to_bin([1, [2]])]),
    p("common", [binary:longest_common_prefix([<<"abc">>, <<"abd">>, <<"ab">>]), binary:longest_common_suffix([<<"xabc">>, <<"bc">>])]),
    p("numbers", [binary:encode_unsigned(16#616263), binary:encode_unsigned(16#616263, little), binary:decode_unsigned(<<1, 2, 3>>), binary:decode_unsigned(<<1, 2, 3>>, little)]),
    p("hex", [binary:encode_hex(<<0, 255, "az">>), binary:decode_hex(<<"00fFAB">>), [element(2, raised(fun() -> binary:decode_hex(H) end)) || H <- [<<"0">>, <<"0g">>]]]),
    p("copy", [binary:copy(<<"ab">>), binary:copy(<<"ab">>, 3), binary:referenced_byte_size(binary:copy(B))]),
    p("failures", [raised(F) || F <- [fun() -> binary:split(x, <<",">>) end, fun() -> binary:match(B, <<>>) end, fun() -> binary:part(B, 5, 9) end, fun() -> binary:at(B, 7) end, fun() -> binary:first(<<>>) end,
        fun() -> binary:copy(B, -1) end, fun() -> binary:encode_unsigned(-1) end, fun() -> binary:longest_common_prefix([]) end, fun() -> binary:split(B, <<",">>, [nonsense]) end, fun() -> binary:matches(B, [<<",">>], [{scope, {0, 99}}]) end]]).

files() ->
    p("join", [filename:join(["/usr", "local", "bin"]), filename:join("a", "/b"), filename:join(["a/", "b//", "./c"]), filename:join(<<"a">>, "b"), filename:join([a, b])]),
    p("basename", [filename:basename(F) || F <- ["/a/b.erl", "b", "/", "", <<"/x/y">>]] ++ [filename:basename("/a/b.erl", ".erl"), filename:basename("/a/b.erl", ".hrl")]),
    p("dirname", [filename:dirname(F) || F <- ["/a/b.erl", "b", "/", "/a", "a/b/", <<"/x/y">>]]),
    p("extension", [filename:extension(F) || F <- ["a.erl", "a.b.c", "a", "a.b/c", ".profile", <<"x.y">>]] ++ [filename:rootname("a.b/c.erl"), filename:rootname("a/b"), filename:rootname("a.erl", ".erl"), filename:rootname("a.erl", ".x")]),
    p("split", [filename:split(F) || F <- ["/a/b/c", "a/b", "/", "", <<"/a/b">>]]),
    p("type", [filename:pathtype(F) || F <- ["/a", "a", "../a", <<"/x">>]]),
    p("absname", [filename:absname("a", "/x/y"), filename:absname("/a", "/x"), filename:absname_join("/x", "../a")]),
    p("native", [filename:nativename("/a//b/./c"), filename:flatten(["a", [b, "c"]])]),
    p("failures", [raised(fun() -> filename:join(1, 2) end), raised(fun() -> filename:basename(1) end), raised(fun() -> filename:join([]) end)]).
