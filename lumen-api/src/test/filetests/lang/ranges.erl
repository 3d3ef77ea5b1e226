%% otp: 29
%% is_integer/3, in guards and as a function: constant and computed bounds, large integers, bad bounds.
-module(ranges).
-export([main/0]).

main() ->
  Terms = [-1, 0, 1, 2, 3, 1 bsl 59, 1 bsl 60, -(1 bsl 60), 1 bsl 70, -(1 bsl 70), 1.0, 2.5, a, [], {1}, "1", <<1>>],
  [erlang:display({T, small(T), large(T), mixed(T, 3), negated(T)}) || T <- Terms],
  [erlang:display({Least, Most, [computed(T, Least, Most) || T <- Terms]})
   || Least <- [-1, 2, 1 bsl 65, x, 1.0], Most <- [2, 1 bsl 70, y, 2.0]],
  [erlang:display(catch value(T, L, M)) || {T, L, M} <- [{1, 0, 2}, {a, 0, 2}, {3, 0, 2}, {1, 2, 0}, {1 bsl 64, 0, 1 bsl 64}]],
  [erlang:display(failed(fun() -> value(T, L, M) end)) || {T, L, M} <- [{1, a, 2}, {1, 0, 2.0}, {a, b, c}]],
  erlang:display([T || T <- Terms, is_integer(T, 0, 2)]),
  erlang:display(is_integer(5, 1, 5) andalso not is_integer(6, 1, 5)).

small(T) when is_integer(T, 0, 2) -> inside;
small(_) -> outside.

large(T) when is_integer(T, -(1 bsl 60), 1 bsl 70) -> inside;
large(_) -> outside.

mixed(T, Most) when is_integer(T, 1, Most), T =/= 2; T =:= a -> inside;
mixed(_, _) -> outside.

negated(T) when not is_integer(T, 1, 3) -> outside;
negated(_) -> inside.

computed(T, Least, Most) when is_integer(T, Least, Most) -> inside;
computed(_, _, _) -> outside.

value(T, Least, Most) -> is_integer(T, Least, Most).

failed(F) ->
  try F()
  catch Class:Reason:Trace ->
    [{M, N, A, _} | _] = Trace,
    {Class, Reason, M, N, A}
  end.
