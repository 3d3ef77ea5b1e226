%! test ssa
%% Bit strings taken apart and put together.
-module(bits).
-export([head/1, packet/1, text/1, utf/1, build/2, sizes/2]).

%% run: head [<<5,6>>] == {5,<<6>>}
%% run: head [<<>>] == empty
head(<<H, T/binary>>) -> {H, T};
head(<<>>) -> empty.

%% run: packet [<<1,2,9,9,7>>] == {one,<<9,9>>,<<7>>}
%% run: packet [<<2,1,0>>] == {two,256}
%% run: packet [<<2,1>>] == short
packet(<<1, N, Data:N/binary, Rest/binary>>) -> {one, Data, Rest};
packet(<<2, X:16/little>>) -> {two, X + 255};
packet(_) -> short.

%% run: text [<<"GET /x">>] == {get,<<47,120>>}
%% run: text [<<"PUT /y">>] == {put,<<47,121>>}
%% run: text [<<"xx">>] == no
text(<<"GET ", P/binary>>) -> {get, P};
text(<<"PUT ", P/binary>>) -> {put, P};
text(_) -> no.

%% run: utf [<<206,177,97>>] == {945,<<97>>}
%% run: utf [<<255>>] == bad
utf(<<C/utf8, R/binary>>) -> {C, R};
utf(_) -> bad.

%% run: build [1, <<2>>] == <<1,97,98,2,0,0,0,1>>
%% run: build [a, <<2>>] raises error:badarg
build(A, B) -> <<A, "ab", B/binary, 1:32>>.

%% run: sizes [<<255>>, 3] == {7,<<31:5>>}
sizes(B, N) ->
    <<X:N, R/bitstring>> = B,
    {X, R}.
