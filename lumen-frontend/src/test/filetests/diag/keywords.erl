%! test diag
%% Words that are keywords since OTP 27, as atoms.
-module(keywords).
-export([f/1, g/0]).
f(maybe) -> 1;
f(else) -> {maybe, 2}.
g() -> [maybe, else].
