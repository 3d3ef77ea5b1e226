%% otp: 27
%% Triple-quoted strings and sigils.
-module(quoted).
-export([main/0]).

%% As numbers: releases differ in how they print text.
d(Text) when is_binary(Text) -> erlang:display({binary, list_to_tuple(binary_to_list(Text))});
d([H | _] = Text) when is_integer(H) -> erlang:display(list_to_tuple(Text));
d(X) -> erlang:display(X).

main() ->
    d("""
        Two lines,
          the second "indented" \n not escaped
        """),
    d(""""
        with """ inside
        """"),
    d("""
        """),
    d(~"binary é"),
    d(~b"esc\taped"),
    d(~B"not\tescaped"),
    d(~s"list\n"),
    d(~S(list\n)),
    d({[~s{a}, ~s[b], ~s<c>, ~s(d), ~s|e|, ~s'f', ~s/g/, ~s`h`, ~s#i#]}),
    d(~"""
        triple
        binary
        """),
    d(case ~"match" of ~"match" -> yes end).
