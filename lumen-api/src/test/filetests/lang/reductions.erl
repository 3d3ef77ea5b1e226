%% Built-ins whose work grows with their arguments cost reductions, so that others get their turn: what each has cost its process, compared
%% with what the same costs for a small argument.
-module(reductions).
-export([main/0]).

main() -> [erlang:display({Name, cost(F, large()) - cost(F, small()) > 50}) || {Name, F} <- built_ins()].

large() -> 6000.
small() -> 20.

%% The reductions of a process that calls it once.
cost(F, N) ->
    Self = self(),
    P = spawn(fun() -> X = F(N), receive go -> ok end, X(), Self ! done, receive stop -> ok end end),
    Before = settled(P),
    P ! go,
    receive done -> ok end,
    After = settled(P),
    P ! stop,
    After - Before.

settled(P) ->
    case process_info(P, [status, message_queue_len, reductions]) of
        [{status, waiting}, {message_queue_len, 0}, {reductions, R}] -> R;
        _ -> erlang:yield(), settled(P)
    end.

%% Each makes its arguments and answers the call.
built_ins() ->
    [{length, fun(N) -> L = list(N), fun() -> length(L) end end},
     {append, fun(N) -> L = list(N), fun() -> L ++ [x] end end},
     {subtract, fun(N) -> L = list(N), fun() -> L -- [N] end end},
     {subtract_many, fun(N) -> L = list(N), fun() -> L -- lists:reverse(L) end end},
     {reverse, fun(N) -> L = list(N), fun() -> lists:reverse(L, []) end end},
     {member, fun(N) -> L = list(N), fun() -> lists:member(none, L) end end},
     {phash2_list, fun(N) -> L = list(N), fun() -> erlang:phash2(L) end end},
     {phash2_binary, fun(N) -> B = binary(N), fun() -> erlang:phash2(B) end end},
     {md5, fun(N) -> B = binary(N), fun() -> erlang:md5(B) end end},
     {crc32, fun(N) -> B = binary(N), fun() -> erlang:crc32(B) end end},
     {adler32, fun(N) -> B = binary(N), fun() -> erlang:adler32(B) end end},
     {term_to_binary, fun(N) -> L = list(N), fun() -> term_to_binary(L) end end},
     {binary_to_term, fun(N) -> B = term_to_binary(list(N)), fun() -> binary_to_term(B) end end},
     {iolist_to_binary, fun(N) -> L = [[I rem 256] || I <- list(N)], fun() -> iolist_to_binary(L) end end},
     {list_to_binary, fun(N) -> L = [I rem 256 || I <- list(N)], fun() -> list_to_binary(L) end end},
     {binary_to_list, fun(N) -> B = binary(N), fun() -> binary_to_list(B) end end},
     {iolist_size, fun(N) -> L = [[I rem 256] || I <- list(N)], fun() -> iolist_size(L) end end},
     {to_characters, fun(N) -> B = binary(N), fun() -> unicode:characters_to_list(B, latin1) end end},
     {match, fun(N) -> B = binary(N), fun() -> binary:match(B, <<"none">>) end end},
     {matches, fun(N) -> B = binary(N), fun() -> binary:matches(B, [<<"none">>, <<"neither">>]) end end},
     {split, fun(N) -> B = binary(N), fun() -> binary:split(B, <<"none">>) end end},
     {from_list, fun(N) -> L = [{I, I} || I <- list(N)], fun() -> maps:from_list(L) end end},
     {keys, fun(N) -> M = maps:from_list([{I, I} || I <- list(N)]), fun() -> maps:keys(M) end end}].

list(N) -> lists:seq(1, N).
binary(N) -> binary:copy(<<"abcdefgh">>, N).
