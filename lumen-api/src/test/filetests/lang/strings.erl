%% Strings, characters, escapes, atoms, comments, list operators.
-module(strings).
-export([main/0]).

main() ->
    erlang:display("plain"),
    erlang:display("esc\n\t\\\"\e\s\d\0\x41\x{263a}\101"),
    erlang:display([$a, $\n, $\s, $\\, $", $\x41, $\101, $\^Z]),
    erlang:display([$\^,, $\^!, "\^~\^0\^ "]),
    erlang:display(['quoted atom', 'with\'quote', 'Upper', '', 'new\nline', [], '[]', '{}', 'a-b', '1a']),
    erlang:display("abc" ++ "def" ++ []),
    erlang:display("abcabc" -- "ab"),
    erlang:display([1, 2, 3, 2, 1] -- [2, 1, 9]),
    erlang:display([1, 2] ++ improper),
    erlang:display(atom_to_list(hello)),
    erlang:display(list_to_atom("made " ++ "up")),
    erlang:display(list_to_atom("abc") =:= abc),
    erlang:display(integer_to_list(-12345)),
    erlang:display(integer_to_list(255, 16)),
    erlang:display(list_to_integer("987654321098765432109876543210")),
    erlang:display(list_to_float("1.25e-3")),
    erlang:display(list_to_tuple([a, b, c])),
    erlang:display(tuple_to_list({x, y})),
    erlang:display(binary_to_list(<<"bin">>)),
    erlang:display(list_to_binary(["io", <<"list">>, [$!, [<<>>]]])),
    erlang:display(length("12345")),
    erlang:display([hd("abc"), tl("abc")]),
    erlang:display([element(2, {a, b, c}), setelement(2, {a, b, c}, z), tuple_size({1, 2})]),
    erlang:display(try [1] -- a catch error:E -> E end),
    erlang:display(try a ++ [1] catch error:E1 -> E1 end),
    erlang:display(try list_to_integer("12x") catch error:E2 -> E2 end),
    erlang:display(try length([1 | 2]) catch error:E3 -> E3 end),
    erlang:display(try element(4, {1, 2}) catch error:E4 -> E4 end),
    erlang:display(try tl([]) catch error:E5 -> E5 end).
