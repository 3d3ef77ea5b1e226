%% What the processes `user` and `standard_error` answer; and how characters go out.
-module(io_servers).
-export([main/0]).

main() ->
    encodings(),
    options(),
    [requests(Device) || Device <- [standard_io, user, standard_error]],
    errors(),
    show(no_device, fun() -> io:put_chars(nobody, "") end).

%% Bytes that are UTF-8 again.
encodings() ->
    show(unicode, fun() -> io:setopts([{encoding, unicode}]) end),
    [written(C, D) || C <- [[1024, 228], <<208, 128>>, [<<195>>, <<164>>]], D <- [unicode, latin1]],
    show(latin1, fun() -> io:setopts([{encoding, latin1}]) end),
    [written(C, D) || C <- [[195, 164], [1024, 195, 164], <<195, 131, 194, 164>>], D <- [unicode, latin1]],
    show(format, fun() -> io:format("~ts ~s ~p ~tp~n", [[1024], "abc", [1024], [1024]]) end),
    show(unicode, fun() -> io:setopts([{encoding, utf8}]) end).

written(Chars, Encoding) ->
    show({Chars, Encoding}, fun() -> io:request(standard_io, {put_chars, Encoding, [Chars, $\n]}) end).

options() ->
    [show(O, fun() -> {io:setopts(O), lists:sort(io:getopts())} end)
     || O <- [[], [binary], [list], [binary, list], [{binary, true}], [{binary, false}], [latin1], [unicode], [{encoding, latin1}], [{encoding, utf8}],
              [{encoding, unicode}, {encoding, latin1}], [unicode], [{encoding, utf16}], [{encoding, foo}], [latin1, foo], [{binary, foo}]]].

requests(Device) ->
    [show({Device, R}, fun() -> io:request(Device, R) end)
     || R <- [{put_chars, unicode, ""}, {put_chars, latin1, <<>>}, {put_chars, ""}, {put_chars, unicode, [a]}, {put_chars, latin1, [1024]},
              {put_chars, foo, ""}, {put_chars, unicode, lists, append, ["", ""]}, {put_chars, unicode, erlang, error, []},
              {put_chars, unicode, erlang, atom_to_list, [1]}, {put_chars, unicode, erlang, node, []}, {get_geometry, rows},
              {get_geometry, columns}, foo, {requests, [{put_chars, unicode, ""}, {setopts, []}]},
              {requests, [{put_chars, unicode, [a]}, {setopts, []}]}, {requests, [foo, {put_chars, unicode, ""}]}, {requests, []}]].

errors() ->
    show(registered, fun() -> is_pid(whereis(standard_error)) end),
    [show({standard_error, O}, fun() -> {io:setopts(standard_error, O), io:getopts(standard_error)} end)
     || O <- [[], [{encoding, unicode}], [latin1], [unicode], [{encoding, latin1}], [binary], [{encoding, foo}]]],
    show(put_chars, fun() -> io:put_chars(standard_error, "") end),
    show(put_chars, fun() -> io:put_chars(standard_error, [a]) end),
    show(format, fun() -> io:format(standard_error, "~ts", [""]) end),
    show(format, fun() -> io:format(standard_error, "~p", []) end),
    show(get_line, fun() -> io:get_line(standard_error, '') end),
    show(get_chars, fun() -> io:get_chars(standard_error, '', 2) end),
    show(rows, fun() -> {io:rows(standard_error), io:columns(standard_error)} end).

show(What, F) -> io:format("~w: ~w~n", [What, try F() catch C:R -> {C, R} end]).
