%% otp: 27
%% Triple-quoted strings and sigils.
-module(text).
-export([main/0]).

main() -> erlang:display([lines(), ~"binary", ~b{a\tb}, ~S(a\tb), ~s|list|, ~B[raw\n]]).

lines() ->
    """
    One
      "two"
    """.
