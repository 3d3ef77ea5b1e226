%% Characters from UTF-16 and UTF-32: what converts, and what of the rest is shown.
-module(encodings).
-export([main/0]).

main() ->
    [show({list, E, I}, fun() -> unicode:characters_to_list(I, E) end) || E <- encodings(), I <- inputs()],
    [show({binary, E, I}, fun() -> unicode:characters_to_binary(I, E) end) || E <- encodings(), I <- inputs()],
    [show({binary, E, O, I}, fun() -> unicode:characters_to_binary(I, E, O) end)
     || E <- [utf8, utf16, {utf32, little}, foo], O <- [latin1, {utf16, little}, utf32, foo], I <- inputs()],
    [show({large, N, E}, fun() -> measured(unicode:characters_to_binary(I, E)) end)
     || E <- [{utf16, little}, utf16, utf32], {N, I} <- large()],
    [show({bom, B}, fun() -> unicode:bom_to_encoding(B) end)
     || B <- [<<239, 187, 191>>, <<254, 255>>, <<255, 254>>, <<255, 254, 0, 0>>, <<0, 0, 254, 255, 1>>, <<>>, <<1>>, a, <<1:3>>]],
    [show({to_bom, E}, fun() -> unicode:encoding_to_bom(E) end) || E <- encodings()].

show(What, F) -> erlang:display({What, try F() catch C:R -> {C, R} end}).

encodings() -> [utf16, {utf16, big}, {utf16, little}, utf32, {utf32, big}, {utf32, little}, {utf16, middle}, {utf8, big}, foo, 1].

inputs() ->
    [<<>>, [], <<0, 97, 0, 98>>, <<97, 0, 98, 0>>, <<0, 0, 0, 97>>, <<97, 0, 0, 0>>, <<0, 97, 0>>, <<0, 17, 0, 0>>, <<0, 17>>, <<1>>,
     %% in pieces
     [<<0>>, <<97, 0>>, <<98>>], [<<0, 97>> | <<0, 98>>], [<<0>> | <<97>>], [[<<0>>], <<97>>],
     [[[<<0, 17, 0, 0>>, 1] | <<1, 2>>], 2 | <<3>>], [[<<0, 97>>, [1024 | <<220, 0>>], <<0>>], 5],
     %% surrogates
     <<216, 0, 220, 0>>, <<216, 0>>, <<216>>, <<220, 0, 0, 97>>, <<0, 0, 216, 0>>, <<0, 0, 216>>, [<<216>>, <<0, 220>>, <<0, 0, 97>>],
     %% what does not go on
     [<<0>>, 97], [[<<0>>], 97], [16#d800], [16#110000], [-1], [1 bsl 80],
     %% no characters
     [a], a, <<1:3>>].

%% More than is converted in one go.
large() ->
    Text = binary:copy(<<97, 0>>, 5000),
    [{1, <<Text/binary, 0, 220>>}, {2, <<Text:4000/binary, 0, 220, Text/binary>>}, {3, [<<Text/binary, 1>>, Text]},
     {4, [1 | <<Text/binary, 1>>]}, {5, [<<"a">>, Text, <<0>>]}, {6, <<0, 216, 0, 220, Text/binary>>},
     {7, <<Text:8190/binary, 0, 216, 0, 220, Text/binary>>}, {8, <<Text:8190/binary, 0, 216, 0, 216, Text/binary>>}].

measured({Kind, Good, Rest}) -> {Kind, byte_size(Good), erlang:phash2(Rest), shape(Rest)};
measured(Good) -> {byte_size(Good), erlang:phash2(Good)}.

shape([A | B]) -> [shape(A) | shape(B)];
shape(A) when is_binary(A) -> byte_size(A);
shape(A) -> A.
