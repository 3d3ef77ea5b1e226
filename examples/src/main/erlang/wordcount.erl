%% Counts words with a process per chunk of text: processes, messages, maps, binaries and exceptions in one page.
-module(wordcount).
-export([main/0, main/1]).

-define(TEXT, <<"the quick brown fox jumps over the lazy dog the fox sleeps the dog does not">>).

main() -> main([]).

main(Args) ->
    Texts = case Args of
                [] -> [?TEXT, <<"a dog is not a fox">>, ?TEXT];
                _ -> [list_to_binary(A) || A <- Args]
            end,
    Me = self(),
    Pids = [spawn(fun() -> Me ! {self(), count(Text)} end) || Text <- Texts],
    Total = merge([receive {Pid, Counts} -> Counts end || Pid <- Pids], #{}),
    [erlang:display({Word, N}) || {N, Word} <- top(3, Total)],
    erlang:display({words, sum(maps:values(Total)), distinct, map_size(Total)}),
    ok.

count(Text) -> count(Text, <<>>, #{}).

count(<<$\s, Rest/binary>>, Word, Counts) -> count(Rest, <<>>, add(Word, 1, Counts));
count(<<C, Rest/binary>>, Word, Counts) -> count(Rest, <<Word/binary, C>>, Counts);
count(<<>>, Word, Counts) -> add(Word, 1, Counts).

add(<<>>, _, Counts) -> Counts;
add(Word, N, Counts) ->
    case Counts of
        #{Word := Old} -> Counts#{Word := Old + N};
        #{} -> Counts#{Word => N}
    end.

merge([], Total) -> Total;
merge([Counts | More], Total) -> merge(More, merge_one(pairs(Counts), Total)).

merge_one([], Total) -> Total;
merge_one([{Word, N} | More], Total) -> merge_one(More, add(Word, N, Total)).

%% The N most frequent words, most frequent first; words of one frequency in their order.
top(N, Counts) -> take(N, sort([{C, W} || {W, C} <- pairs(Counts)])).

sort([]) -> [];
sort([{C, W} = P | T]) ->
    Before = fun({C2, W2}) -> C2 > C orelse (C2 =:= C andalso W2 < W) end,
    sort([X || X <- T, Before(X)]) ++ [P] ++ sort([X || X <- T, not Before(X)]).

take(0, _) -> [];
take(_, []) -> [];
take(N, [H | T]) -> [H | take(N - 1, T)].

sum([]) -> 0;
sum([H | T]) -> H + sum(T).

pairs(Map) -> [{K, V} || K := V <- Map].
