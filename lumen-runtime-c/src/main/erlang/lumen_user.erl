%% The process that is everybody's first group leader, and is registered as `user`: an I/O server (stdlib User's Guide, "The
%% Erlang I/O Protocol") on standard input and output, for programs that do not boot kernel. Text is UTF-8 on both sides.
-module(lumen_user).
-export([server/0]).

-record(state, {
    %% Characters that were read and nobody asked for yet.
    ahead = [],
    %% The beginning of a character whose other bytes were not read yet.
    bytes = <<>>,
    %% Whether the end of the input was seen.
    eof = false,
    %% What getopts tells: whether get_line and the like give binaries.
    binary = false
}).

%% The runtime calls this in a process of its own before anything else runs.
server() ->
    erlang:register(user, self()),
    loop(#state{}).

loop(S0) ->
    receive
        {io_request, From, ReplyAs, Request} when is_pid(From) ->
            {Reply, S} = request(Request, S0),
            From ! {io_reply, ReplyAs, Reply},
            loop(S);
        _ ->
            loop(S0)
    end.

request({put_chars, Encoding, Chars}, S) ->
    {put(Chars, Encoding), S};
request({put_chars, Encoding, Module, Function, Args}, S) ->
    case catch apply(Module, Function, Args) of
        {'EXIT', _} -> {{error, Function}, S};
        Chars -> {put(Chars, Encoding), S}
    end;
request({put_chars, Chars}, S) ->
    request({put_chars, latin1, Chars}, S);
request({put_chars, Module, Function, Args}, S) ->
    request({put_chars, latin1, Module, Function, Args}, S);
request({get_line, Encoding, Prompt}, S) ->
    get(fun io_lib:collect_line/4, ignore, Encoding, Prompt, S);
request({get_line, Prompt}, S) ->
    request({get_line, latin1, Prompt}, S);
request({get_chars, Encoding, Prompt, N}, S) when is_integer(N), N >= 0 ->
    get(fun io_lib:collect_chars/4, N, Encoding, Prompt, S);
request({get_chars, Prompt, N}, S) ->
    request({get_chars, latin1, Prompt, N}, S);
request({get_until, Encoding, Prompt, Module, Function, Args}, S) ->
    get(fun io_lib:get_until/4, {Module, Function, Args}, Encoding, Prompt, S);
request({get_until, Prompt, Module, Function, Args}, S) ->
    request({get_until, latin1, Prompt, Module, Function, Args}, S);
request({requests, Requests}, S) ->
    requests(Requests, {ok, S});
request({setopts, Options}, S) ->
    setopts(Options, S);
request(getopts, S) ->
    {[{binary, S#state.binary}, {encoding, unicode}], S};
request({get_geometry, _}, S) ->
    {{error, enotsup}, S};
request({get_password, _}, S) ->
    {{error, enotsup}, S};
request(_, S) ->
    {{error, request}, S}.

requests([R | Rest], {ok, S}) -> requests(Rest, request(R, S));
requests([R | Rest], {{ok, _}, S}) -> requests(Rest, request(R, S));
requests(_, Result) -> Result.

setopts(Options, S) ->
    case [O || O <- Options, not is_option(O)] of
        [] -> {ok, lists:foldl(fun setopt/2, S, Options)};
        _ -> {{error, enotsup}, S}
    end.

is_option(binary) -> true;
is_option(list) -> true;
is_option({binary, B}) -> is_boolean(B);
is_option({encoding, E}) -> E =:= unicode orelse E =:= utf8;
is_option(_) -> false.

setopt(binary, S) -> S#state{binary = true};
setopt(list, S) -> S#state{binary = false};
setopt({binary, B}, S) -> S#state{binary = B};
setopt(_, S) -> S.

%% ---- output

put(Chars, Encoding) ->
    case catch unicode:characters_to_binary(Chars, Encoding) of
        Bytes when is_binary(Bytes) ->
            erlang:display_string(Bytes),
            ok;
        _ ->
            {error, {put_chars, Encoding, Chars}}
    end.

%% ---- input

%% `Collect` takes what it wants of the characters that it is given, and asks for more until it has all.
get(Collect, Arg, Encoding, Prompt, S) ->
    case prompt(Prompt, Encoding) of
        ok -> collect(Collect, Arg, Encoding, start, S);
        Error -> {Error, S}
    end.

prompt('', _) -> ok;
prompt({format, Format, Args}, Encoding) -> put(io_lib:format(Format, Args), Encoding);
prompt(Prompt, _) when is_atom(Prompt) -> put(atom_to_list(Prompt), unicode);
prompt(Prompt, Encoding) -> put(Prompt, Encoding).

collect(Collect, Arg, Encoding, State, S0 = #state{}) ->
    {Data, S} = take(S0),
    case catch Collect(State, Data, Encoding, Arg) of
        {stop, Result, Rest} ->
            {result(Result, Encoding, S), unread(Rest, S)};
        {'EXIT', _} ->
            {{error, collect}, S};
        More ->
            collect(Collect, Arg, Encoding, More, S)
    end.

result(Result, Encoding, #state{binary = true}) when is_list(Result) ->
    case catch unicode:characters_to_binary(Result, Encoding, Encoding) of
        Binary when is_binary(Binary) -> Binary;
        _ -> Result
    end;
result(Result, _, _) ->
    Result.

unread(eof, S) -> S;
unread([], S) -> S;
unread(Rest, S) -> S#state{ahead = Rest}.

%% The next characters, or eof.
take(S = #state{ahead = [_ | _] = Ahead}) ->
    {Ahead, S#state{ahead = []}};
take(S = #state{eof = true}) ->
    {eof, S};
take(S = #state{bytes = Before}) ->
    lumen_user:read(self()),
    receive
        {lumen_input, eof} ->
            take(S#state{eof = true, ahead = binary_to_list(Before), bytes = <<>>});
        {lumen_input, Bytes} ->
            {Chars, Rest} = decode(<<Before/binary, Bytes/binary>>),
            take(S#state{ahead = Chars, bytes = Rest})
    end.

%% Bytes that are not UTF-8 are characters by themselves.
decode(Bytes) ->
    case unicode:characters_to_list(Bytes, unicode) of
        {incomplete, Chars, Rest} ->
            {Chars, Rest};
        {error, Chars, <<Byte, Rest/binary>>} ->
            {More, Last} = decode(Rest),
            {Chars ++ [Byte | More], Last};
        Chars ->
            {Chars, <<>>}
    end.
