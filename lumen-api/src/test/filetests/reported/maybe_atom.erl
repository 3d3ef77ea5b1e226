-feature(maybe_expr, disable).
-module(maybe_atom). -export([main/0]).
main() -> erlang:display(f(maybe)).
f(maybe) -> yes; f(_) -> no.
