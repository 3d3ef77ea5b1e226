%! test parse otp=29
-module(native_records29).
-export_record([pair, user]).
-import_record(other, [thing, 'and so on']).
-record #pair{first, second = 2 :: integer()}.
-record #user{name :: binary(), tags = []}.
-record(#state{count = 0}).
-record #div{a}.
-record #Tillstånd{b = 1}.
-record #empty{}.
-record(tuple, {a}).
f(R) ->
    #pair{first = 1}, #other:thing{a = 1}, #_{first = X}, R#pair.first, R#other:thing.a, R#_.first,
    R#pair{first = 2}, R#other:thing{a = 2}, R#_{first = 3}, #div{a = 1}, #Tillstånd{}, R#div.a, #if{}, #tuple.a.
g(#pair{first = X}, #other:thing{a = Y}, #_{b = Z}, #_{}) -> {X, Y, Z}.
-type t() :: #pair{} | #other:thing{} | #other:thing{a :: integer()} | record() | dynamic().
