%! test lint otp=25
-export([a/0]).
-module(no_module).
a() -> ok.
