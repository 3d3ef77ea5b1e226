-module(bad_timeout_wait).
-export([main/0, id/1]).
main() ->
    catch_it(fun() -> receive none -> never after id(foo) -> never end end),
    self() ! late,
    spawn(fun() -> timer:sleep(300), erlang:display(hung), halt() end),
    receive late -> erlang:display(late) end, one(), ok.
one() ->
    self() ! late,
    catch_it(fun() -> receive none -> never after id(foo) -> never end end),
    receive late -> erlang:display(late1) end.
catch_it(F) -> try F() catch C:R -> {C, R} end.
id(X) -> X.
