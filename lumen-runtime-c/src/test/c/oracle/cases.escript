#!/usr/bin/env escript
%% cases.escript FILE COUNT SEED [M:F/A ...]: calls of built-in functions with random arguments, and what this erl answers.
%% For each function COUNT calls, in the form that oracle.c reads. Some arguments are of a wrong type on purpose.
%%
%% cases.escript list: the functions, one a line, as module name arity.
-mode(compile).

main(["list"]) ->
    [io:format("~w ~ts ~w~n", [M, N, A]) || {M, N, A} <- lists:usort([{M, N, length(T)} || {M, N, T} <- specs()]), M =/= bits];
main([File, Count, Seed | Only]) ->
    rand:seed(exsss, list_to_integer(Seed)),
    {ok, F} = file:open(File, [write, raw, binary, delayed_write]),
    [one(F, M, N, Types) || {M, N, Types} <- specs(), wanted(M, N, length(Types), Only),
                            _ <- lists:seq(1, list_to_integer(Count))],
    ok = file:close(F).

wanted(_, _, _, []) -> true;
wanted(M, N, A, Only) -> lists:member(lists:flatten(io_lib:format("~w:~s/~w", [M, N, A])), Only).

one(F, M, N, Types) ->
    Args = sane(M, N, args(Types)),
    Outcome = try {ok, call(M, N, Args)} catch C:R -> {C, R} end,
    B = term_to_binary({M, N, Args, Outcome}),
    ok = file:write(F, [<<(byte_size(B)):32>>, B]).

%% The primitives of bit strings have no name in erl; what they do is written here in its own syntax.
call(bits, N, Args) -> bits(N, Args);
call(M, N, Args) -> apply(M, N, Args).

bits(integer, [B, At, S, 0]) -> <<_:At/bitstring, X:S/big-unsigned, _/bits>> = B, X;
bits(integer, [B, At, S, 1]) -> <<_:At/bitstring, X:S/little-unsigned, _/bits>> = B, X;
bits(integer, [B, At, S, 2]) -> <<_:At/bitstring, X:S/big-signed, _/bits>> = B, X;
bits(integer, [B, At, S, 3]) -> <<_:At/bitstring, X:S/little-signed, _/bits>> = B, X;
bits(float, [B, At, S, 0]) -> case B of <<_:At/bitstring, X:S/float-big, _/bits>> -> X; _ -> nomatch end;
bits(float, [B, At, S, 1]) -> case B of <<_:At/bitstring, X:S/float-little, _/bits>> -> X; _ -> nomatch end;
bits(slice, [B, At, S]) -> <<_:At/bitstring, X:S/bitstring, _/bits>> = B, X;
bits(utf8, [B, At]) -> case B of <<_:At/bitstring, X/utf8, _/bits>> -> X; _ -> nomatch end;
bits(utf16, [B, At, 0]) -> case B of <<_:At/bitstring, X/utf16, _/bits>> -> X; _ -> nomatch end;
bits(utf16, [B, At, 1]) -> case B of <<_:At/bitstring, X/utf16-little, _/bits>> -> X; _ -> nomatch end;
%% OTP 25.2 crashes on some of <<_:At/bitstring, X/utf32, _/bits>>; this is what it means.
bits(utf32, [B, At, F]) ->
    N = case {B, F} of
            {<<_:At/bitstring, X:32/big, _/bits>>, 0} -> X;
            {<<_:At/bitstring, X:32/little, _/bits>>, 1} -> X;
            _ -> 16#110000
        end,
    case code_point(N) of true -> N; false -> nomatch end;
bits(build, [_Hint, Segments]) -> built(<<>>, Segments);
bits(append, [First, Unit, _Hint, Lists]) ->
    {_, Results} = lists:foldl(fun(Segments, {B, Rs}) when is_bitstring(B), bit_size(B) rem Unit =:= 0 ->
                                       C = built(B, Segments), {C, [C, C | Rs]};
                                  (_, _) -> error(badarg)
                               end, {First, []}, Lists),
    Results.

built(B, Segments) -> lists:foldl(fun(S, A) -> X = segment(S), <<A/bitstring, X/bitstring>> end, B, Segments).

segment({0, V, S, 1, 0}) -> <<V:S>>;
segment({0, V, S, 8, 0}) -> <<V:S/unit:8>>;
segment({0, V, S, 1, 1}) -> <<V:S/little>>;
segment({0, V, S, 8, 1}) -> <<V:S/little-unit:8>>;
segment({1, V, S, 1, 0}) -> <<V:S/float>>;
segment({1, V, S, 1, 1}) -> <<V:S/float-little>>;
segment({2, V, all, 1, _}) -> <<V/bitstring>>;
segment({2, V, all, 8, _}) -> <<V/binary>>;
segment({2, V, S, 1, _}) -> <<V:S/bitstring>>;
segment({2, V, S, 8, _}) -> <<V:S/binary>>;
segment({3, V, _, _, _}) -> <<V/utf8>>;
segment({4, V, _, _, 0}) -> <<V/utf16>>;
segment({4, V, _, _, 1}) -> <<V/utf16-little>>;
segment({5, V, _, _, 0}) -> <<V/utf32>>;
segment({5, V, _, _, 1}) -> <<V/utf32-little>>.

%% Since OTP 29 a question about native records.
sane(erlang, is_record, [T, Tag, A]) when is_atom(Tag), is_atom(A) -> [T, Tag, 2];
%% Nothing that takes all the memory there is.
sane(binary, copy, [B, N]) when is_integer(N), N > 1000 -> [B, 7];
sane(_, make_tuple, [N | Rest]) when is_integer(N), N > 1000, N < 1 bsl 24 -> [99 | Rest];
%% Of negative years OTP gets the day wrong.
sane(erlang, posixtime_to_universaltime, [N]) when is_integer(N), N < -(1 bsl 36) -> [-N];
sane(_, _, Args) -> Args.

%% Mostly what fits, sometimes one that does not.
args([similar, similar]) -> similar();
args([{bits, N}]) -> bit_args(N);
args([{only, T}]) -> [gen(T)]; % nothing of a wrong type
args(Types) ->
    Args = [gen(T) || T <- Types],
    case Args =/= [] andalso rand:uniform(8) =:= 1 of
        true -> I = rand:uniform(length(Args)), lists:sublist(Args, I - 1) ++ [gen(term)] ++ lists:nthtail(I, Args);
        false -> Args
    end.

%% ---- what to call --------------------------------------------------------------------------------------------------

specs() ->
    [{bits, N, [{bits, N}]} || N <- [integer, float, slice, utf8, utf16, utf32, build, append]] ++
    [{erlang, Op, [number, number]} || Op <- ['+', '-', '*', '/']] ++
    [{erlang, Op, [integer, integer]} || Op <- ['div', 'rem', 'band', 'bor', 'bxor']] ++
    [{erlang, Op, [integer, shift]} || Op <- ['bsl', 'bsr']] ++
    [{erlang, Op, [number]} || Op <- ['+', '-', abs, float, trunc, round, floor, ceil]] ++
    [{erlang, 'bnot', [integer]}] ++
    [{erlang, Op, [similar, similar]} || Op <- ['==', '/=', '=:=', '=/=', '<', '=<', '>', '>=', min, max]] ++
    [{erts_internal, cmp_term, [similar, similar]}] ++
    [{erlang, Op, [boolean, boolean]} || Op <- ['and', 'or', 'xor']] ++
    [{erlang, 'not', [boolean]}] ++
    [{erlang, T, [term]} || T <- [is_atom, is_binary, is_bitstring, is_boolean, is_float, is_function, is_integer, is_list,
                                  is_map, is_number, is_pid, is_port, is_reference, is_tuple]] ++
    [{erlang, is_function, [term, small]}, {erlang, is_record, [term, atom]}, {erlang, is_record, [term, atom, small]}] ++
    [{math, T, [number]} || T <- [sin, cos, tan, asin, acos, atan, sinh, cosh, tanh, asinh, acosh, atanh, exp, log, log2,
                                  log10, sqrt, floor, ceil, erf, erfc], exact(T)] ++
    [{math, T, [number, number]} || T <- [fmod]] ++
    [{erlang, T, [list]} || T <- [hd, tl, length, list_to_tuple]] ++
    [{erlang, '++', [list, list]}, {erlang, '--', [short_list, short_list]}, {erlang, '--', [letters, letters]},
     {lists, reverse, [list, term]}, {lists, member, [letter, letters]}, {lists, member, [term, list]},
     {lists, keyfind, [letter, position, key_list]}, {lists, keymember, [letter, position, key_list]},
     {lists, keysearch, [letter, position, key_list]}] ++
    [{erlang, element, [position, tuple]}, {erlang, setelement, [position, tuple, term]}, {erlang, tuple_size, [tuple]},
     {erlang, size, [tuple]}, {erlang, size, [bits]}, {erlang, make_tuple, [small, term]},
     {erlang, make_tuple, [small, term, key_list]}, {erlang, append_element, [tuple, term]},
     {erlang, insert_element, [position, tuple, term]}, {erlang, delete_element, [position, tuple]},
     {erlang, tuple_to_list, [tuple]}] ++
    [{erlang, map_size, [map]}, {erlang, map_get, [key, map]}, {erlang, is_map_key, [key, map]}, {maps, find, [key, map]},
     {maps, get, [key, map]}, {maps, is_key, [key, map]}, {maps, put, [key, term, map]}, {maps, update, [key, term, map]},
     {maps, remove, [key, map]}, {maps, take, [key, map]}, {maps, keys, [flat_map]}, {maps, values, [flat_map]},
     {maps, merge, [map, map]}, {maps, from_list, [pairs]}, {maps, from_keys, [keys, term]},
     {erts_internal, map_next, [{is, 0}, flat_map, {is, iterator}]}, {erts_internal, map_next, [{is, 0}, flat_map, {is, []}]}] ++
    [{erlang, T, [bits]} || T <- [bit_size, byte_size, bitstring_to_list]] ++
    [{erlang, binary_part, [binary, small, small]}, {erlang, binary_part, [binary, range]},
     {erlang, split_binary, [bits, small]}, {erlang, binary_to_list, [binary]}, {erlang, binary_to_list, [binary, small, small]},
     {erlang, list_to_binary, [iolist]}, {erlang, list_to_bitstring, [bitlist]}, {erlang, iolist_to_binary, [iolist]},
     {erlang, iolist_size, [iolist]}, {binary, list_to_bin, [iolist]},
     {binary, part, [binary, small, small]}, {binary, part, [binary, range]}] ++
    [{erlang, T, [atom]} || T <- [atom_to_list, atom_to_binary]] ++
    [{erlang, atom_to_binary, [atom, encoding]}, {erlang, list_to_atom, [text]}, {erlang, binary_to_atom, [text_binary]},
     {erlang, binary_to_atom, [text_binary, encoding]}, {erlang, list_to_existing_atom, [atom_text]},
     {erlang, integer_to_list, [integer]}, {erlang, integer_to_list, [integer, base]},
     {erlang, integer_to_binary, [integer]}, {erlang, integer_to_binary, [integer, base]},
     {erlang, list_to_integer, [integer_text]}, {erlang, list_to_integer, [integer_text, base]},
     {erlang, binary_to_integer, [integer_binary]}, {erlang, binary_to_integer, [integer_binary, base]},
     {string, list_to_integer, [integer_text]}, {string, list_to_float, [float_text]}, {string, list_to_integer, [float_text]},
     {string, list_to_float, [float_text_and_more]},
     {erlang, float_to_list, [float]}, {erlang, float_to_list, [float, float_options]},
     {erlang, float_to_binary, [float]}, {erlang, float_to_binary, [float, float_options]},
     {binary, at, [binary, small]}, {binary, first, [binary]}, {binary, last, [binary]}, {binary, copy, [binary]},
     {binary, copy, [binary, small]}, {binary, decode_unsigned, [binary]}, {binary, decode_unsigned, [binary, order]},
     {binary, encode_unsigned, [integer]}, {binary, encode_unsigned, [integer, order]},
     {binary, longest_common_prefix, [dna_list]}, {binary, longest_common_suffix, [dna_list]},
     {binary, match, [dna, needle]}, {binary, match, [dna, needle, scope]}, {binary, matches, [dna, needle]},
     {binary, matches, [dna, needle, scope]}, {binary, split, [dna, needle]}, {binary, split, [dna, needle, split_options]},
     {unicode, characters_to_binary, [chardata, char_encoding]}, {unicode, characters_to_list, [chardata, char_encoding]},
     {unicode, characters_to_binary, [wide_chardata, wide_encoding]}, {unicode, characters_to_list, [wide_chardata, wide_encoding]},
     {unicode, bin_is_7bit, [text_binary]}, {erts_debug, flat_size, [{only, measured}]},
     {erlang, append, [list, list]}, {erlang, subtract, [letters, letters]}, {erlang, external_size, [flat_term, version_options]},
     {erlang, phash2, [term]}, {erlang, phash2, [map]}, {erlang, phash2, [term, range_of_hash]},
     {erlang, crc32, [iolist]}, {erlang, crc32, [word, iolist]}, {erlang, adler32, [iolist]}, {erlang, adler32, [word, iolist]},
     {erlang, crc32_combine, [word, word, small]}, {erlang, adler32_combine, [word, word, small]}, {erlang, md5, [iolist]},
     {erlang, term_to_binary, [flat_term]}, {erlang, term_to_binary, [flat_term, {is, [{minor_version, 2}]}]},
     {erlang, term_to_binary, [flat_term, {is, [{minor_version, 0}]}]}, {erlang, external_size, [flat_term]},
     {erlang, binary_to_term, [encoded]}, {erlang, binary_to_term, [encoded, {is, [used]}]},
     {erlang, list_to_pid, [identity_text]}, {erlang, list_to_ref, [identity_text]}, {erlang, list_to_port, [identity_text]},
     {erlang, fun_to_list, [external_fun]}, {erlang, fun_info, [external_fun, fun_item]},
     {erlang, posixtime_to_universaltime, [posix]}, {erlang, universaltime_to_posixtime, [datetime]},
     {erlang, universaltime_to_localtime, [datetime]}, {erlang, localtime_to_universaltime, [datetime, summer]},
     {erlang, nodes, [node_kind]}, {erlang, nodes, [node_kind, node_options]}, {erlang, monitor_node, [node, boolean]},
     {erlang, monitor_node, [node, boolean, node_monitor_options]}, {erlang, nodes, []}, {erts_internal, get_creation, []},
     {erlang, port_get_data, [term]}, {erlang, port_set_data, [term, term]},
     {erlang, seq_trace_info, [trace_item]}, {erlang, seq_trace_print, [term]}, {erlang, seq_trace_print, [term, term]},
     {erlang, dt_spread_tag, [boolean]}, {erlang, dt_restore_tag, [boolean]}, {erlang, dt_get_tag, []}, {erlang, dt_get_tag_data, []},
     {erlang, dt_put_tag, [term]}, {erlang, dt_append_vm_tag_data, [term]}, {erlang, dt_prepend_vm_tag_data, [term]},
     {erlang, list_to_float, [float_text]}, {erlang, binary_to_float, [float_binary]},
     {erlang, phash, [term, range_of_hash]}, {erlang, phash, [map, range_of_hash]}].

%% Functions of the C library may differ in the last bit from library to library.
exact(T) -> lists:member(T, [sqrt, floor, ceil]).

%% Positions and sizes that lie in the bit string: compiled code has checked that.
bit_args(N) when N =:= utf8; N =:= utf16; N =:= utf32 ->
    C = gen(code_point),
    Text = case {N, code_point(C)} of
               {utf8, true} -> <<C/utf8>>; {utf16, true} -> <<C/utf16>>; {utf32, true} -> <<C/utf32>>;
               {_, false} -> pick([<<C:16>>, <<C:32>>, rand:bytes(4)])
           end,
    Before = rand:uniform(20) - 1,
    After = gen(bits),
    B = <<0:Before, Text/binary, After/bitstring>>,
    [B, pick([Before, Before, min(Before + 8, bit_size(B))])] ++ [rand:uniform(2) - 1 || N =/= utf8];
bit_args(build) -> [pick([0, 8, 100, 1000, 5000]), segments(6)];
bit_args(append) ->
    Unit = pick([1, 8]),
    First = case Unit of 8 -> gen(binary); 1 -> gen(bits) end,
    [First, Unit, pick([0, 8, 100, 1000]), [segments(3) || _ <- lists:seq(1, rand:uniform(4))]];
bit_args(N) ->
    B = <<(gen(bits))/bitstring, (gen(bits))/bitstring>>,
    S = case N of float -> pick([0, 16, 32, 64]); _ -> pick([rand:uniform(130) - 1, rand:uniform(70), rand:uniform(bit_size(B) + 1) - 1]) end,
    case bit_size(B) >= S of
        true -> [B, rand:uniform(bit_size(B) - S + 1) - 1, S] ++
                    case N of slice -> []; float -> [rand:uniform(2) - 1]; integer -> [rand:uniform(4) - 1] end;
        false -> bit_args(N)
    end.

code_point(C) -> C < 16#d800 orelse (C > 16#dfff andalso C =< 16#10ffff).

segments(N) -> [a_segment() || _ <- lists:seq(1, rand:uniform(N))].

a_segment() ->
    F = rand:uniform(2) - 1,
    case rand:uniform(12) of
        1 -> {0, gen(integer), pick([gen(small), rand:uniform(10)]), pick([1, 8]), F};
        2 -> {0, gen(integer), rand:uniform(200) - 1, 1, F};
        3 -> {0, gen(byte), 8, 1, F};
        4 -> {0, gen(byte), 1, 8, F};
        5 -> {1, gen(number), pick([16, 32, 64, 64, 24]), 1, F};
        6 -> {2, gen(bits), all, 1, F};
        7 -> {2, gen(pick([binary, bits])), all, 8, F};
        8 -> {2, gen(bits), gen(small), pick([1, 8]), F};
        9 -> {3, gen(code_point), all, 1, F};
        10 -> {4, gen(code_point), all, 1, F};
        11 -> {5, gen(code_point), all, 1, F};
        12 -> {0, gen(pick([integer, term])), pick([8, 16, a, 1.0, 1 bsl 70, -(1 bsl 70)]), 1, F}
    end.

%% ---- arguments -----------------------------------------------------------------------------------------------------

pick(L) -> lists:nth(rand:uniform(length(L)), L).
some(N, T) -> [gen(T) || _ <- lists:seq(1, rand:uniform(N + 1) - 1)].

gen({is, T}) -> T;
gen(small) -> rand:uniform(20) - 3;
gen(position) -> rand:uniform(6);
gen(shift) -> pick([gen(small), rand:uniform(200) - 100, rand:uniform(70) * pick([1, -1]), 0]);
gen(base) -> pick([2, 8, 10, 16, 36, rand:uniform(40)]);
gen(integer) ->
    case rand:uniform(6) of
        1 -> gen(small);
        2 -> pick([0, 1, -1]) + pick([1, -1]) * (1 bsl (rand:uniform(70) - 1));
        3 -> pick([1, -1]) * rand:uniform(1 bsl 40);
        4 -> pick([1, -1]) * rand:uniform(1 bsl 64);
        5 -> pick([0, 1, -1]) + pick([1, -1]) * (1 bsl (64 * rand:uniform(8)));
        6 -> pick([1, -1]) * rand:uniform(1 bsl rand:uniform(1100))
    end;
gen(float) ->
    case rand:uniform(7) of
        1 -> pick([0.0, -0.0, 1.0, -1.0, 0.5, 1.5, 2.5, -0.5, 1.0e308, 5.0e-324, 2.2250738585072014e-308, 1.0e22, 1.0e23,
                   9007199254740992.0, 9007199254740993.0, 1.7976931348623157e308]);
        2 -> float(gen(small));
        3 -> rand:uniform() * 10;
        4 -> rand:uniform() * pick([1.0e10, 1.0e-10, 1.0e100, -1.0e5]);
        5 -> try float(gen(integer)) catch _:_ -> 1.0 end;
        6 -> (rand:uniform(100000) - 50000) / 100;
        7 -> <<F:64/float>> = <<(rand:uniform(2) - 1):1, (rand:uniform(2047) - 1):11, (rand:uniform(1 bsl 52) - 1):52>>, F
    end;
gen(number) -> pick([gen(integer), gen(float)]);
gen(external) -> external();
gen(dna) -> list_to_binary([pick("abc") || _ <- lists:seq(1, rand:uniform(40) - 1)]);
gen(dna_list) -> [gen(dna) || _ <- lists:seq(1, rand:uniform(3))];
gen(short_dna) -> list_to_binary([pick("abc") || _ <- lists:seq(1, rand:uniform(4))]);
gen(needle) -> pick([gen(short_dna), [gen(short_dna) || _ <- lists:seq(1, rand:uniform(4) - 1)], <<>>, [<<"a">>, <<>>], <<"ab">>]);
gen(scope) -> pick([[], [{scope, {gen(small), gen(small)}}], [{scope, {0, 5}}], [foo], [{scope, {0, 5}} | foo], foo]);
gen(split_options) -> [pick([global, global, trim, trim_all, {scope, {gen(small), gen(small)}}, {scope, {2, 3}}]) || _ <- lists:seq(1, rand:uniform(4) - 1)];
gen(order) -> pick([big, little, middle]);
gen(word) -> pick([0, 1, rand:uniform(1 bsl 32), 1 bsl 32 - 1, rand:uniform(1 bsl 32) - 1, -1]);
gen(range_of_hash) -> pick([1, 10, rand:uniform(1 bsl 32), 1 bsl 32, 0, -1, 1 bsl 33]);
gen(char_encoding) -> pick([latin1, unicode, unicode, utf8, foo, wide_encoding()]);
gen(wide_encoding) -> wide_encoding();
gen(chardata) -> case rand:uniform(8) of 1 -> [chardata(2), <<"a", 226, 130>>]; _ -> chardata(3) end;
gen(wide_chardata) -> wide_chardata(3);
gen(measured) -> pick([gen(letters), gen(flat_map), {gen(external), gen(external_fun), {}}, [gen(number), {gen(letters)}], gen(number)]);
gen(version_options) -> pick([[], [{minor_version, gen(small)}], [deterministic], [{minor_version, 1} | x], foo]);
gen(flat_term) -> T = depth(3), case has_large_map(T) of true -> gen(flat_term); false -> T end;
gen(encoded) -> damaged(term_to_binary(gen(flat_term)));
gen(identity_text) -> pick(["<0.1.2>", "<0.017.3>", "<0.1>", "<0.1.2", "<0.a.2>", "#Ref<0.1.2.3>", "#Port<0.6>", "#Port<0.6.7>", "",
                     "<0.99999999999.1>", "x<0.1.2>", "#Ref<0.1.2.x>", "#Ref<0.1.2.3>x"]);
gen(external_fun) -> pick([fun lists:map/2, fun 'A b':'c d'/0, fun erlang:'+'/2]);
gen(fun_item) -> pick([module, name, arity, type, env, pid, index, new_index, uniq, new_uniq, refc, foo]);
gen(posix) -> pick([0, -1, rand:uniform(1 bsl 31), rand:uniform(1 bsl 40), -rand:uniform(1 bsl 35), 951782400, 951868799, 1.5,
                    1 bsl 70, -(1 bsl 70), 1 bsl 55, (1 bsl 55) + 1]); % of negative years OTP gets the day wrong
gen(datetime) ->
    Year = pick([rand:uniform(400) + 1800, 1970, 2000, 1900, 2024, 1599, 1600, rand:uniform(10000)]),
    Day = pick([rand:uniform(31), rand:uniform(28), 29, 31, 0, 32]),
    {{Year, pick([rand:uniform(12), 2, 3, 10, 0, 13]), Day}, {rand:uniform(24) - 1, pick([rand:uniform(60) - 1, 60, 0]), pick([0, 59, 60, -1, 1.0, 7])}};
gen(summer) -> pick([true, false, undefined, foo]);
gen(node_kind) -> pick([this, visible, hidden, connected, [], [this, hidden], [foo], foo, [this | x], [visible, connected]]);
gen(node_options) -> pick([#{}, #{node_type => true}, #{node_type => false, connection_id => true}, #{foo => true}, #{node_type => 1}]);
gen(node) -> pick([a@b, nonode@nohost, a, 1]);
gen(node_monitor_options) -> pick([[], [allow_passive_connect], [foo], x]);
gen(trace_item) -> pick([label, serial, send, 'receive', print, timestamp, monotonic_timestamp, strict_monotonic_timestamp, foo, 1]);
gen(code_point) -> pick([$a, 233, 8364, 128512, 16#7ff, 16#800, 16#ffff, 16#10000, 16#10ffff, rand:uniform(16#110000) - 1, rand:uniform(3000), 16#d800, 16#dfff, 16#110000]);
gen(boolean) -> pick([true, false]);
gen(atom) -> pick([a, b, c, true, false, ok, error, undefined, '', 'A b', 'hé', list_to_atom([1080, 1083]), abc, abd, ab, badarg, 'div',
                   list_to_atom([8364 + rand:uniform(20)]), list_to_atom([$x, 200 + rand:uniform(55), rand:uniform(255)])]);
gen(letter) -> pick([a, b, c, d, 1, 2, 1.0, "s", {1}, <<"x">>]);
gen(letters) -> some(12, letter);
gen(key_list) -> [pick([{gen(letter)}, {gen(position), gen(letter)}, {gen(letter), gen(letter), gen(small)}, gen(letter)])
                  || _ <- lists:seq(1, rand:uniform(8))];
gen(short_list) -> some(12, pick([small, letter, term]));
gen(list) -> case rand:uniform(10) of 1 -> some(3, term) ++ gen(term); 2 -> some(40, small); _ -> some(6, term) end;
gen(tuple) -> list_to_tuple(some(6, term));
gen(term) -> depth(3);
gen(key) -> pick([gen(letter), gen(small), gen(small) * 1.0, gen(atom), gen(integer), gen(small) + 20, gen(small) + 40]);
gen(keys) -> case rand:uniform(4) of 1 -> some(100, key); _ -> some(20, key) end;
gen(pairs) -> [{K, gen(small)} || K <- gen(keys)];
gen(flat_map) -> maps:from_list([{gen(key), gen(letter)} || _ <- lists:seq(1, rand:uniform(33) - 1)]);
gen(map) ->
    case rand:uniform(4) of
        1 -> maps:from_list([{K, K} || K <- some(40, key) ++ lists:seq(1, rand:uniform(40))]);
        _ -> gen(flat_map)
    end;
gen(binary) -> case rand:uniform(5) of
                   1 -> <<_:3, B:40/bitstring, _/bits>> = rand:bytes(9), <<B/bitstring>>;
                   2 -> rand:bytes(rand:uniform(200));
                   3 -> <<_:5, B:(8 * 70)/bitstring, _/bits>> = rand:bytes(80), B;
                   _ -> rand:bytes(rand:uniform(20) - 1)
               end;
gen(bits) -> case rand:uniform(2) of
                 1 -> gen(binary);
                 _ -> B = gen(binary), N = rand:uniform(bit_size(B) + 1) - 1, <<C:N/bitstring, _/bits>> = B, C
             end;
gen(range) -> {gen(small), gen(small)};
gen(byte) -> rand:uniform(256) - 1;
gen(iolist) -> iolist(4, byte, binary);
gen(bitlist) -> iolist(4, byte, bits);
gen(encoding) -> pick([latin1, utf8, unicode, utf16, foo]);
gen(text) -> case rand:uniform(6) of
                 1 -> lists:duplicate(250 + rand:uniform(10), pick([$a, 300, 70000]));
                 2 -> [rand:uniform(70000) || _ <- lists:seq(1, 4)];
                 _ -> some(8, byte)
             end;
gen(text_binary) -> case rand:uniform(4) of
                        1 -> gen(binary);
                        _ -> try unicode:characters_to_binary(gen(text)) catch _:_ -> <<>> end
                    end;
gen(atom_text) -> pick([atom_to_list(gen(atom)), gen(text) ++ "no such atom"]);
gen(integer_text) -> pick(["", "+", "-"]) ++ pick([integer_to_list(gen(integer)), integer_to_list(abs(gen(integer)), 16),
                     "", integer_to_list(gen(small)) ++ pick(["x", " ", ".0", "", [300], "0000", a])]);
gen(integer_binary) -> try list_to_binary(gen(integer_text)) catch _:_ -> <<"1">> end;
gen(float_text) -> pick(["", "+", "-"]) ++ pick([float_to_list(gen(float)), io_lib:format("~p", [gen(float)]), "1.0e", "1.", ".5",
                     "1e5", "1.0e400", "1.0e-400", "1,5", "", integer_to_list(gen(small)), "0.1" ++ pick(["e5", "E+5", "e-5", "x"])]);
gen(float_text_and_more) -> lists:flatten(gen(float_text)) ++ pick(["", "abc", "e", [a], "e+", ".", "..", [-1]]);
gen(float_binary) -> list_to_binary(gen(float_text));
gen(float_options) -> pick([[], [{decimals, gen(small)}], [{decimals, rand:uniform(260)}], [{scientific, gen(small)}],
                     [{scientific, rand:uniform(250)}], [compact], [short], [compact, {decimals, gen(small)}], [{decimals, 4}, compact],
                     [foo], [{decimals, a}], [{decimals, 2} | x], [short, {decimals, 3}], [{scientific, 3}, {decimals, 2}]]).

%% Two arguments that are often almost equal, for comparisons.
similar() ->
    A = gen(pick([term, term, number, map, flat_map, list, tuple, bits, external])),
    B = case rand:uniform(3) of 1 -> gen(pick([term, number, external])); _ -> changed(A) end,
    pick([[A, B], [B, A]]).

changed(A) when is_integer(A) -> pick([A, A + 1, -A, try float(A) catch _:_ -> 0.0 end]);
changed(A) when is_float(A) -> pick([A, -A, trunc(A), A + 1]);
changed([H | T]) -> pick([[changed(H) | T], [H | changed(T)], T]);
changed(A) when is_tuple(A), A =/= {} -> L = [H | T] = tuple_to_list(A), list_to_tuple(pick([[changed(H) | T], L ++ [1], T, lists:reverse(L)]));
changed(A) when is_map(A), map_size(A) > 0 ->
    K = pick(maps:keys(A)),
    V = maps:get(K, A),
    pick([A#{K => changed(V)}, (maps:remove(K, A))#{changed(K) => V}, maps:remove(K, A), A#{gen(key) => V}, A]);
changed(A) when is_bitstring(A), bit_size(A) > 0 ->
    N = rand:uniform(bit_size(A)) - 1, <<B:N/bitstring, X:1, C/bitstring>> = A,
    pick([<<B/bitstring, (1 - X):1, C/bitstring>>, B, <<B/bitstring, C/bitstring>>]);
changed(A) -> pick([A, gen(atom)]).

depth(0) -> pick([gen(small), gen(atom), [], gen(float), gen(integer)]);
depth(D) ->
    case rand:uniform(14) of
        1 -> gen(integer);
        2 -> gen(float);
        3 -> gen(atom);
        4 -> gen(small);
        5 -> list_to_tuple([depth(D - 1) || _ <- lists:seq(1, rand:uniform(5) - 1)]);
        6 -> [depth(D - 1) || _ <- lists:seq(1, rand:uniform(5) - 1)];
        7 -> [depth(D - 1) | depth(D - 1)];
        8 -> maps:from_list([{depth(D - 1), depth(D - 1)} || _ <- lists:seq(1, rand:uniform(5) - 1)]);
        9 -> gen(binary);
        10 -> gen(bits);
        11 -> [gen(byte) || _ <- lists:seq(1, rand:uniform(10))];
        12 -> pick([fun lists:map/2, fun erlang:'+'/2, fun a:b/3]);
        13 -> external();
        14 -> gen(map)
    end.

%% Identities of other nodes. Their words stay small, so that every kind is told apart by each of its parts.
external() ->
    Node = pick([<<119, 3, "a@b">>, <<119, 3, "a@c">>, <<119, 4, "bb@a">>]),
    N = fun() -> rand:uniform(3) end,
    binary_to_term(pick([<<131, 88, Node/binary, (N()):32, (N()):32, (N()):32>>,
                         <<131, 89, Node/binary, (N()):32, (N()):32>>,
                         <<131, 90, 3:16, Node/binary, (N()):32, (N()):32, (N()):32, (N()):32>>])).

iolist(0, B, C) -> pick([[], gen(B), gen(C)]);
iolist(D, B, C) ->
    case rand:uniform(6) of
        1 -> gen(C);
        2 -> [iolist(D - 1, B, C) | pick([[], gen(C)])];
        3 -> [gen(B), gen(B)];
        _ -> [iolist(D - 1, B, C) || _ <- lists:seq(1, rand:uniform(4))]
    end.

wide_encoding() -> pick([utf16, utf32, {utf16, big}, {utf16, little}, {utf32, big}, {utf32, little}, {utf8, big}]).

wide_chardata(0) -> pick([<<>>, [], <<0, 97>>, <<97, 0, 0, 0>>, 233, 128512]);
wide_chardata(D) ->
    case rand:uniform(8) of
        1 -> E = pick([big, little]), C = gen(code_point),
             B = try pick([{<<C/utf16>>, <<C/utf16-little>>}, {<<C/utf32>>, <<C/utf32-little>>}]) of
                     {X, _} when E =:= big -> X;
                     {_, X} -> X
                 catch _:_ -> <<216, 0>>
                 end,
             binary:part(B, 0, rand:uniform(byte_size(B) + 1) - 1);
        2 -> pick([<<216>>, <<0, 216>>, <<220, 0>>, <<0, 220>>, <<0, 17, 0, 0>>, <<0, 0>>, <<97, 0>>, <<255, 254>>, <<97>>]);
        3 -> [pick([$a, 233, 8364, 128512, 55296, 1114112, -1]), wide_chardata(D - 1)];
        4 -> [wide_chardata(D - 1) | pick([<<>>, <<0, 122>>, <<122>>, <<220, 1, 2>>, []])];
        5 -> binary:copy(pick([<<0, 97>>, <<97, 0>>, <<0, 0, 0, 97>>, <<97, 216>>, <<216, 0, 220>>]), pick([3, 2731, 4096, 4100, 9000]));
        _ -> [wide_chardata(D - 1) || _ <- lists:seq(1, rand:uniform(4))]
    end.

chardata(0) -> pick([<<>>, [], <<"a">>, 233, 128512]);
chardata(D) ->
    case rand:uniform(9) of
        1 -> binary:part(<<"a", 195, 169, 226, 130, 172, 240, 159, 152, 128>>, 0, pick([1, 3, 6, 10]));
        2 -> pick([<<169>>, <<"x", 169, "x">>, <<152, 128>>, <<255>>, <<237, 160, 128>>, <<"abc">>]);
        3 -> [pick([$a, 233, 8364, 128512, 65535, 55296, 1114112, -1, 256]), chardata(D - 1)];
        4 -> [chardata(D - 1) | pick([<<>>, <<"z">>, <<169, 255>>, []])];
        5 -> [<<226, 130>>, <<172, "a">>, chardata(D - 1)];
        6 -> gen(text);
        _ -> [chardata(D - 1) || _ <- lists:seq(1, rand:uniform(4))]
    end.

has_large_map(T) when is_map(T) -> map_size(T) > 32 orelse has_large_map(maps:to_list(T));
has_large_map(T) when is_tuple(T) -> has_large_map(tuple_to_list(T));
has_large_map([H | T]) -> has_large_map(H) orelse has_large_map(T);
has_large_map(_) -> false.

%% Mostly as it was; else cut short, longer, or with some byte changed. What would have compressed data or a fun of another
%% module in it is left out.
damaged(B) ->
    case rand:uniform(4) of
        1 -> binary:part(B, 0, rand:uniform(byte_size(B)));
        2 -> <<B/binary, 1, 2>>;
        3 -> N = rand:uniform(byte_size(B)) - 1, <<X:N/binary, _, Y/binary>> = B,
             C = rand:uniform(256) - 1,
             case lists:member(C, [67, 73, 80, 82, 112]) of true -> B; false -> <<X/binary, C, Y/binary>> end;
        4 -> B
    end.
