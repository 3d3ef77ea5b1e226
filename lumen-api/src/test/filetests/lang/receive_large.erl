%% Messages much larger than the heap of who receives them, which is nearly full: what a receive looks at becomes part of the heap
%% by a collection in its middle.
-module(receive_large).
-export([main/0]).

main() ->
    erlang:display([{Size, sizes(Size, 0, 0)} || Size <- [1, 100, 300, 1000, 3000]]).

%% The receiver has some more words each time.
sizes(_, 600, Good) -> Good;
sizes(Size, Words, Good) ->
    Self = self(),
    Receiver = spawn(fun() -> take(Self, cells(Words, [])) end),
    Receiver ! {Size, numbers(Size, 7), [a]},
    receive {Receiver, Answer} -> sizes(Size, Words + 5, Good + Answer) end.

take(From, Kept) ->
    receive
        {Expected, Numbers, [a]} -> check({From, Expected, [Kept, Kept]}, Numbers);
        {_, none} -> From ! {self(), 0}
    after 60000 -> exit(nothing_came)
    end.

check({From, Expected, [Kept, Kept]}, Numbers) ->
    Numbers =:= numbers(Expected, 7) orelse exit(changed),
    Kept =:= cells(length(Kept), []) orelse exit(lost),
    From ! {self(), 1}.

numbers(0, _) -> [];
numbers(N, Seed) -> [Seed + N | numbers(N - 1, Seed)].

cells(0, Cells) -> Cells;
cells(N, Cells) -> cells(N - 1, [N | Cells]).
