%% Says of every form, one in each line of a file, `ok` or what OTP's parser has against it.
-module(parse_forms).
-export([main/1]).

main([File]) ->
    {ok, Text} = file:read_file(File),
    [io:put_chars([verdict(unicode:characters_to_list(L)), $\n]) || L <- binary:split(Text, <<"\n">>, [global]), L =/= <<>>].

verdict(Form) ->
    case erl_scan:string(Form, {1, 1}) of
        {ok, Tokens, _} -> try erl_parse:parse_form(Tokens) of Answer -> parsed(Answer) catch error:_ -> "OTP fails" end;
        {error, Error, _} -> parsed({error, Error})
    end.

parsed({ok, _}) -> "ok";
parsed({error, {{_, Column}, Module, Reason}}) -> io_lib:format("~w: ~ts", [Column, Module:format_error(Reason)]).
