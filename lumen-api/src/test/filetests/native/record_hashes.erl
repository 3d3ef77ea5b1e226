%% otp: 29
%% phash2 and phash of records of many shapes. OTP hashes the values in the order in which it met the names of the fields, so every
%% record here has names that are new, made in the order of its fields.
-module(record_hashes).
-export([main/0]).
-record #declared{hash_1 = 1, hash_2 = [a, b]}.
-record #empty{}.
-export_record([empty]).

main() ->
  show([#empty{}, #declared{}, #declared{hash_1 = #empty{}}, {#empty{}, x}, [#empty{}, #declared{}]]),
  show([create(N, Seed) || N <- [0, 1, 2, 3, 7, 31, 32, 33, 100], Seed <- [1, 2, 3]]),
  show([[create(N, 4), {create(N, 5)} | create(N, 6)] || N <- [0, 1, 5]]),
  show([#{a => create(N, 7), create(N, 8) => b} || N <- [0, 1, 5]]),
  show([records:create(M, N, [], #{is_exported => E}) || M <- ['', 'ä', 'Ω', m], N <- [n, '€'], E <- [true, false]]).

show(Terms) -> [erlang:display({erlang:phash2(T, 1 bsl 32), erlang:phash2(T), erlang:phash(T, 1 bsl 32)}) || T <- Terms].

create(Size, Seed) ->
  Fields = [{list_to_atom("field" ++ name([Size, Seed, I])), value(I, Seed)} || I <- seq(1, Size)],
  records:create(hashes, shape, Fields, #{is_exported => Seed rem 2 =:= 0}).

seq(I, N) when I > N -> [];
seq(I, N) -> [I | seq(I + 1, N)].

value(I, Seed) ->
  case (I * 7 + Seed) rem 13 of
    0 -> I;
    1 -> -I;
    2 -> I bsl 40;
    3 -> -(I bsl 90);
    4 -> I / 3;
    5 -> "text";
    6 -> <<"bytes", I>>;
    7 -> <<I:13>>;
    8 -> {I, nested, create(2, Seed + 10 * I)};
    9 -> #{I => Seed, b => [c]};
    10 -> [];
    11 -> create(I rem 3, Seed + 1000 * I);
    12 -> fun erlang:display/1
  end.

name([]) -> "";
name([N | Ns]) -> [$_ | integer_to_list(N)] ++ name(Ns).
