%% otp: 27
%% Triple-quoted strings and sigils.
-module(quoted).
-export([main/0]).

main() ->
    erlang:display("""
        Two lines,
          the second "indented" \n not escaped
        """),
    erlang:display(""""
        with """ inside
        """"),
    erlang:display("""
        """),
    erlang:display(~"binary é"),
    erlang:display(~b"esc\taped"),
    erlang:display(~B"not\tescaped"),
    erlang:display(~s"list\n"),
    erlang:display(~S(list\n)),
    erlang:display([~s{a}, ~s[b], ~s<c>, ~s(d), ~s|e|, ~s'f', ~s/g/, ~s`h`, ~s#i#]),
    erlang:display(~"""
        triple
        binary
        """),
    erlang:display(case ~"match" of ~"match" -> yes end).
