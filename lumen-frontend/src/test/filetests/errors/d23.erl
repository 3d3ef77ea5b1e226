%! test errors otp=25
-module(d23).
-export([main/0]).
-record(r, {a, a, b = #r{}}). -record(r, {}). 
main() -> #r{c = 1}, #s{}, X = #r{}, X#r.d, #r{a = 1, a = 2}, #r.a.
