%! test errors otp=25
-module(d13).
-export([main/0]).
main() -> fun() -> receive X -> X after Y -> 1 end end, catch foo:bar(), maybe, else.
