%% max_heap_size: what is taken for one, what is answered, who dies of it and who does not.
-module(limits).
-export([main/0, grow/1]).

t(F) -> try F() catch C:R -> {C, R} end.

main() ->
  Values = [1, 232, 233, 5000000, -1, x, #{size => 0}, #{size => 6000000, kill => false}, #{kill => false},
            #{size => 7000000, error_logger => false, other => thing}, #{size => x}, #{size => 7000000, kill => 1}, #{},
            #{size => 1}, 1 bsl 62, 1 bsl 80, #{size => 0}],
  [erlang:display({set, V, t(fun() -> process_flag(max_heap_size, V) end), process_info(self(), max_heap_size)}) || V <- Values],
  [erlang:display({spawned, V, t(fun() -> spawned(V) end)}) || V <- Values],
  erlang:display(erlang:system_info(max_heap_size)),
  Quiet = #{size => 5000, error_logger => false},
  ends(grown, fun() -> grow(20000) end, []),
  ends(small, fun() -> grow(500) end, [{max_heap_size, Quiet}]),
  ends(large, fun() -> grow(20000) end, [{max_heap_size, Quiet}]),
  ends(spared, fun() -> grow(20000) end, [{max_heap_size, Quiet#{kill => false}}]),
  ends(lifted, fun() -> process_flag(max_heap_size, 0), grow(20000) end, [{max_heap_size, Quiet}]),
  ends(caught, fun() ->
      process_flag(trap_exit, true),
      process_flag(max_heap_size, Quiet),
      try grow(20000) catch C:R -> erlang:display({C, R}) after erlang:display('after') end
    end, []),
  ends(collected, fun() -> L = grow(20000), process_flag(max_heap_size, Quiet), erlang:garbage_collect(), grow(1000), hd(L) end, []),
  linked(Quiet).

spawned(V) ->
  {P, M} = spawn_opt(fun() -> receive stop -> ok end end, [monitor, {max_heap_size, V}]),
  Info = process_info(P, max_heap_size),
  P ! stop,
  receive {'DOWN', M, process, P, normal} -> Info end.

ends(Name, F, Options) ->
  {P, M} = spawn_opt(F, [monitor | Options]),
  receive {'DOWN', M, process, P, Reason} -> erlang:display({Name, Reason}) end.

linked(Limit) ->
  process_flag(trap_exit, true),
  P = spawn_opt(?MODULE, grow, [20000], [link, {max_heap_size, Limit}]),
  receive {'EXIT', P, Reason} -> erlang:display({linked, Reason}) end.

grow(N) -> grow(N, []).

grow(0, L) -> L;
grow(N, L) -> grow(N - 1, [N | L]).
