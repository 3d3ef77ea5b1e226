-module(bad_timeout).
-export([main/0, id/1]).
main() ->
    self() ! hello,
    p(catch_it(fun() -> receive none -> never after id(nil) -> never end end)),
    p(receive hello -> got after 0 -> lost end),
    p(receive hello -> got after 0 -> lost end),
    p(process_info(self(), messages)),
    self() ! m1, self() ! m2,
    p(catch_it(fun() -> receive none -> never after id(-1) -> never end end)),
    p(receive X -> X after 0 -> lost end),
    p(receive Y -> Y after 0 -> lost end),
    %% a throw out of a guard-less receive body, another receive inside
    self() ! a, self() ! b, self() ! c,
    p(catch_it(fun() -> receive b -> throw(x) end end)),
    p(receive A1 -> A1 after 0 -> lost end),
    p(receive A2 -> A2 after 0 -> lost end),
    %% infinite wait after bad timeout
    self() ! late,
    catch_it(fun() -> receive none -> never after id(foo) -> never end end),
    spawn(fun() -> timer:sleep(200), halt() end),
    p(receive late -> late end),
    ok.
catch_it(F) -> try F() catch C:R -> {C, R} end.
p(X) -> io:format("~0tp~n", [X]).
id(X) -> X.
