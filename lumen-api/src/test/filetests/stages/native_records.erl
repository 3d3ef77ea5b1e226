%% otp: 29
%% Native records: declared, exported, imported; made, updated, read, matched, tested; those of other modules.
-module(native_records).
-export([main/0]).
-export_record([pair]).
-import_record(other, [thing]).
-export_type([any_pair/0]).

-record #pair{first, second = 2 :: integer()}.
-record #empty{}.

-type any_pair() :: #pair{} | #other:thing{} | #other:thing{a :: integer()}.

main() ->
    P = #pair{first = 1},
    T = records:create(other, thing, [{a, 1}], #{is_exported => true}),
    erlang:display({P, update(P), read(P), [kind(X) || X <- [P, P#pair{first = 2}, T, #empty{}, x]], tested(P), (try foreign() catch error:E -> E end)}).

update(P) -> {P#pair{first = 3}, P#_{second = 4}}.

read(P) -> {P#pair.first, P#_.second}.

kind(#pair{first = 1, second = S}) -> {one, S};
kind(#other:thing{a = A}) -> {thing, A};
kind(#_{second = S}) -> {second, S};
kind(#_{}) -> any;
kind(R) when R#thing.b =:= 1; is_record(R, pair) -> never;
kind(_) -> none.

tested(P) -> {is_record(P), is_record(P, pair), is_record(P, other, thing)}.

foreign() -> #other:thing{a = 1}.
