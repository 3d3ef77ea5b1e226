%% string, unicode, unicode_util
-module(string_).
-export([main/0]).

p(X) -> io:format("~tp~n", [X]).

main() ->
    p([string:length("abc"), string:length("e\x{301}x"), string:length(<<"\x{e4}b"/utf8>>), string:is_empty("")]),
    p([string:to_upper("abcXYZ"), string:uppercase("stra\x{df}e"), string:lowercase(<<"ABC">>), string:titlecase("hello"), string:casefold("HeLLo")]),
    p([string:trim("  a b  "), string:trim("xxaxx", leading, "x"), string:trim(<<"  t ">>, trailing), string:chomp("line\n")]),
    p([string:split("a,b,c", ","), string:split("a,b,c", ",", all), string:split("a,b,c", ",", trailing), string:split(<<"k=v">>, "=")]),
    p([string:lexemes("a b  c", " "), string:lexemes(<<"x-y_z">>, "-_"), string:tokens("a,b,,c", ","), string:join(["a", "b"], "+")]),
    p([string:replace("banana", "an", "AN", all), string:replace("banana", "an", "", trailing), string:find("hello", "l"), string:find("hello", "l", trailing), string:find("x", "y")]),
    p([string:slice("hello", 1, 3), string:slice(<<"hello">>, 2), string:pad("ab", 5), string:pad("ab", 5, leading, $0), string:pad("ab", 6, both, $-)]),
    p([string:reverse("abc"), string:equal("a", <<"a">>), string:equal("A", "a", true), string:prefix("prefix", "pre"), string:nth_lexeme("a b c", 2, " ")]),
    p([string:to_integer("42abc"), string:to_float("1.5e3x"), string:to_integer("x"), string:take("aabc", "a"), string:take("aabc", "c", true)]),
    p([string:str("hello", "l"), string:rstr("hello", "l"), string:chr("hello", $e), string:substr("hello", 2, 2), string:strip("  x "), string:centre("ab", 6), string:copies("ab", 3)]),
    p([string:to_graphemes("e\x{301}a"), string:next_grapheme("abc"), string:next_codepoint(<<"abc">>)]),
    p([unicode:characters_to_binary([228, [8364], <<"x">>]), unicode:characters_to_list(<<195, 164>>), unicode:characters_to_binary([228], latin1, utf8), unicode:characters_to_binary("ab", utf8, utf16)]),
    p([unicode:characters_to_nfc_list("e\x{301}"), unicode:characters_to_nfd_list([233]), unicode:characters_to_nfkc_binary([64257]), unicode:characters_to_nfkd_list([64257])]),
    p([unicode:characters_to_list(<<195>>), unicode:characters_to_binary([55296]), unicode:bom_to_encoding(<<239, 187, 191>>), unicode:encoding_to_bom(utf8)]),
    p([string:length([127464, 127465, 127466]), string:length([128104, 8205, 128105]), string:length("\r\n"), string:reverse("a\x{301}b")]),
    try string:length(a) catch C:R -> p({C, R}) end,
    try string:to_upper([a]) catch C1:R1 -> p({C1, R1}) end.
