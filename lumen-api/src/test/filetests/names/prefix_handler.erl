%% Names made from text: of the program's own module, and of one of OTP's that is named elsewhere in it.
-module(prefix_handler).
-export([main/0, handle/1]).

main() ->
    Own = list_to_atom("prefix" ++ "_handler"),
    erlang:display(Own:handle(event)),
    Existing = binary_to_existing_atom(<<"prefix_", "handler">>),
    erlang:display(Existing:handle(again)),
    Set = list_to_atom(lists:flatten(["ord", "sets"])),
    true = lists:member(Set, known()),
    erlang:display(Set:from_list([b, a])).

handle(Event) -> {handled, Event}.

known() -> [ordsets, orddict].
