%% The process that is everybody's first group leader, and is registered as `user`: an I/O server (stdlib User's Guide, "The
%% Erlang I/O Protocol") on standard input and output, for programs that do not boot kernel. Text is UTF-8 on both sides, until
%% io:setopts/1 says otherwise. And the process `standard_error`, which only writes.
-module(lumen_user).
-export([server/0, errors/0]).

-record(state, {
    %% Characters that were read and nobody asked for yet.
    ahead = [],
    %% The beginning of a character whose other bytes were not read yet.
    bytes = <<>>,
    %% Whether the end of the input was seen.
    eof = false,
    %% What getopts tells: whether get_line and the like give binaries, and how characters go in and out. That is unicode or
    %% one_byte (latin1 to the world), an atom that nothing else has: so a program that can't ask for it goes without its code.
    binary = false,
    encoding = unicode
}).

%% The runtime calls these, each in a process of its own that it registers, before anything else runs.
server() -> loop(#state{}).

errors() -> error_loop(one_byte).

loop(S0) ->
    receive
        {io_request, From, ReplyAs, Request} when is_pid(From) ->
            {Reply, S} = request(Request, S0),
            From ! {io_reply, ReplyAs, Reply},
            loop(S);
        _ ->
            loop(S0)
    end.

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
request({setopts, Options}, S) when is_list(Options) ->
    setopts(Options, S);
request(getopts, S) ->
    {[{binary, S#state.binary}, {encoding, name(S#state.encoding)}], S};
request({get_geometry, _}, S) ->
    {{error, enotsup}, S};
request(Request, S = #state{encoding = Out}) ->
    case encoded(Request, Out) of
        error -> {{error, put_chars}, S};
        unknown -> {{error, {request, Request}}, S};
        Bytes -> {output(Bytes), S}
    end.

requests([R | Rest], {Reply, S}) when not is_tuple(Reply); element(1, Reply) =/= error -> requests(Rest, request(R, S));
requests(_, Result) -> Result.

setopts(Options, S) ->
    case options(Options) of
        error -> {{error, enotsup}, S};
        Known -> {ok, lists:foldr(fun setopt/2, S, Known)} % the first of a kind counts
    end.

%% As pairs; error when there is another one.
options([]) -> [];
options([binary | Os]) -> option({binary, true}, Os);
options([list | Os]) -> option({binary, false}, Os);
options([latin1 | Os]) -> option({encoding, one_byte}, Os);
options([{encoding, latin1} | Os]) -> option({encoding, one_byte}, Os);
options([{binary, B} = O | Os]) when is_boolean(B) -> option(O, Os);
options([{binary, _} | Os]) -> options(Os);
options([U | Os]) when U =:= unicode; U =:= utf8; U =:= {encoding, unicode}; U =:= {encoding, utf8} ->
    option({encoding, unicode}, Os);
options(_) -> error.

option(O, Os) ->
    case options(Os) of
        error -> error;
        Known -> [O | Known]
    end.

name(one_byte) -> latin1;
name(unicode) -> unicode.

setopt({binary, B}, S) -> S#state{binary = B};
setopt({encoding, E}, S) -> S#state{encoding = E}.

%% ---- output

output(Bytes) ->
    erlang:display_string(Bytes),
    ok.

put(Chars, Encoding, #state{encoding = Out}) ->
    case convert(Chars, Encoding, Out) of
        error -> {error, put_chars};
        Bytes -> output(Bytes)
    end.

%% The bytes that a request wants written; error: it has no characters; unknown: it is another one.
encoded({put_chars, In, Chars}, Out) when In =:= unicode; In =:= latin1 ->
    convert(Chars, In, Out);
encoded({put_chars, In, Module, Function, Args}, Out) when In =:= unicode; In =:= latin1 ->
    case catch apply(Module, Function, Args) of
        Chars when is_list(Chars); is_binary(Chars) -> convert(Chars, In, Out);
        _ -> error
    end;
encoded({put_chars, Chars}, Out) ->
    convert(Chars, latin1, Out);
encoded({put_chars, Module, Function, Args}, Out) ->
    encoded({put_chars, latin1, Module, Function, Args}, Out);
encoded(_, _) ->
    unknown.

convert(Chars, unicode, one_byte) ->
    case catch unicode:characters_to_list(Chars, unicode) of
        List when is_list(List) -> list_to_binary([latin1(C) || C <- List]);
        _ -> error
    end;
convert(Chars, latin1, one_byte) ->
    case catch iolist_to_binary(Chars) of
        Bytes when is_binary(Bytes) -> Bytes;
        _ -> error
    end;
convert(Bytes, unicode, unicode) when is_binary(Bytes) ->
    Bytes; % whatever they are
convert(Chars, In, unicode) ->
    case catch unicode:characters_to_binary(Chars, In) of
        Bytes when is_binary(Bytes) -> Bytes;
        _ -> error
    end.

%% What has no byte is shown as an escape.
latin1(C) when C > 255 -> ["\\x{", integer_to_list(C, 16), $}];
latin1(C) -> C.

%% ---- standard_error

error_loop(Encoding0) ->
    receive
        {io_request, From, ReplyAs, Request} when is_pid(From) ->
            {Reply, Encoding} = error_request(Request, Encoding0),
            From ! {io_reply, ReplyAs, Reply},
            error_loop(Encoding);
        _ ->
            error_loop(Encoding0)
    end.

error_request(getopts, Encoding) ->
    {[{encoding, name(Encoding)}], Encoding};
error_request({setopts, Options}, Encoding) when is_list(Options) ->
    Known = options(Options),
    case is_list(Known) andalso not lists:keymember(binary, 1, Known) of
        true -> {ok, proplists:get_value(encoding, Known, Encoding)};
        false -> {{error, enotsup}, Encoding}
    end;
error_request({get_geometry, _}, Encoding) ->
    {{error, enotsup}, Encoding};
error_request({requests, Requests}, Encoding) ->
    error_requests(Requests, {ok, Encoding});
error_request(Request, Encoding) ->
    case encoded(Request, Encoding) of
        error ->
            {{error, put_chars}, Encoding};
        unknown ->
            {{error, {request, Request}}, Encoding};
        Bytes ->
            lumen_user:error(Bytes),
            {ok, Encoding}
    end.

error_requests([R | Rest], {Reply, Encoding}) when not is_tuple(Reply); element(1, Reply) =/= error ->
    error_requests(Rest, error_request(R, Encoding));
error_requests(_, Result) ->
    Result.

%% ---- input

%% `Collect` takes what it wants of the characters that it is given, and asks for more until it has all.
get(Collect, Arg, Encoding, Prompt, S) ->
    case prompt(Prompt, Encoding, S) of
        ok -> collect(Collect, Arg, Encoding, start, S);
        Error -> {Error, S}
    end.

prompt('', _, _) -> ok;
prompt({format, Format, Args}, Encoding, S) -> put(io_lib:format(Format, Args), Encoding, S);
prompt(Prompt, _, S) when is_atom(Prompt) -> put(atom_to_list(Prompt), unicode, S);
prompt(Prompt, Encoding, S) -> put(Prompt, Encoding, S).

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
    case lumen_user:read() of
        eof ->
            take(S#state{eof = true, ahead = binary_to_list(Before), bytes = <<>>});
        Bytes ->
            {Chars, Rest} = decode(S#state.encoding, <<Before/binary, Bytes/binary>>),
            take(S#state{ahead = Chars, bytes = Rest})
    end.

%% Bytes that are not UTF-8 are characters by themselves.
decode(one_byte, Bytes) ->
    {binary_to_list(Bytes), <<>>};
decode(unicode, Bytes) ->
    case unicode:characters_to_list(Bytes, unicode) of
        {incomplete, Chars, Rest} ->
            {Chars, Rest};
        {error, Chars, <<Byte, Rest/binary>>} ->
            {More, Last} = decode(unicode, Rest),
            {Chars ++ [Byte | More], Last};
        Chars ->
            {Chars, <<>>}
    end.
