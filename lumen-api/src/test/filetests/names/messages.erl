%% Modules sent to a process that calls them.
-module(messages).
-export([main/0]).

main() ->
    Server = spawn(fun() -> loop([]) end),
    [erlang:display(ask(Server, Request))
     || Request <- [{run, lists, reverse, [[1, 2, 3]]}, {use, ordsets}, {add, b}, {add, a}, state]].

ask(Server, Request) ->
    Tag = make_ref(),
    Server ! {Tag, self(), Request},
    receive {Tag, Reply} -> Reply end.

loop(State) ->
    receive
        {Tag, From, Request} ->
            {Reply, Next} = handle(Request, State),
            From ! {Tag, Reply},
            loop(Next)
    end.

handle({run, M, F, Args}, State) -> {apply(M, F, Args), State};
handle({use, M}, _) -> {ok, {M, M:new()}};
handle({add, X}, {M, Set}) -> {ok, {M, M:add_element(X, Set)}};
handle(state, {_, Set} = State) -> {Set, State}.
