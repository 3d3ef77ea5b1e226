%% otp: 27
%% Attributes of every kind, and what the module says about itself.
-module(attributes).
-moduledoc "A module".
-export([main/0]).
-export([]).
-vsn("1.0").
-author([somebody, {else_too, 1}]).
-compile([nowarn_unused_function, {nowarn_unused_vars, true}]).
-compile({inline, [unused/1]}).
-dialyzer({nowarn_function, unused/1}).
-on_load(start/0).
-custom(#{a => 1}).
-file("elsewhere.erl", 100).

start() -> ok.

-doc "Not used".
-doc #{since => "1"}.
unused(X) -> {?FILE, ?LINE, X}.

main() -> erlang:display({unused(1), ?LINE}).
