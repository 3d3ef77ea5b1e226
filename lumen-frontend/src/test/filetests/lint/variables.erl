%! test lint otp=25
-module(variables).
-compile(export_all).
unbound() -> X + Y, {Z, Z}.
unused(A, _B, {C, [D | E]}, #{k := F}) -> G = 1, _H = 2, ok.
case_unsafe(X) -> case X of 1 -> A = 1; 2 -> B = 2, A = 3 end, {A, B}.
case_export(X) -> case X of 1 -> A = 1; 2 -> A = 3 end, A = X, A.
case_nested(X) -> case X of 1 -> case X of 2 -> A = 1; 3 -> ok end; 2 -> A = 2 end, A.
if_unsafe(X) -> if X -> A = 1; true -> ok end, A.
receive_unsafe() -> receive {a, A} -> B = A; {b, B} -> ok end, {A, B}.
receive_after(T) -> receive {a, A} -> A after T -> A = 1 end, A.
receive_after2(T) -> receive {a, A} -> B = A after (C = T) -> B = 1, C end, {A, B, C}.
try_unsafe() -> try A = f(), B = A of {ok, C} -> C catch D -> D after E = 1 end, {A, B, C, D, E}.
try_in_catch() -> try A = f() catch _ -> A after A end.
try_stack(S) -> try f() catch error:E:S -> {E, S} end.
try_guard() -> try f() catch error:E:S when S =:= E -> S end.
try_bound() -> try f() catch S:E:S -> E end.
catch_unsafe() -> catch A = f(), A.
catch_unsafe2() -> X = (catch A = f()), {X, A}.
andalso_unsafe(X) -> X andalso (A = true), A.
orelse_unsafe(X) -> (A = X) orelse (B = true), {A, B}.
shadow(X) -> fun(X) -> X end.
shadow2(X, Y) -> [X || X <- Y, {Y, _} <- X].
shadow3(X) -> fun X() -> X() end.
shadow4() -> fun F(F) -> F end.
lc_unused(L) -> [1 || X <- L, {Y, Z} <- L, Z].
lc_unbound(L) -> [X || Y <- L, Y > Z], Y.
lc_size(B, N) -> [X || <<N:8, X:N>> <= B], << <<M:N>> || <<M:M>> <= B >>.
bin_size(B) -> <<N, X:N/binary, Y:Z>> = B, {X, Y}.
bin_size2(N) -> <<N:N, X:(N + 1)>> = f(), X.
bin_size3(A) -> <<A:8, B:(f(A))>> = f(), B.
bin_size4(A) -> <<A:8, B:(byte_size(A))/binary, _:(C)>> = f(), B.
match_twice(_X, _X) -> ok.
match_twice2(_X) -> _X = 1, {_Y, _Y} = f(), _Y.
fun_unused() -> fun(A, {B, C}) -> A + B end.
named_unused() -> fun F() -> ok end.
fun_scope() -> fun() -> A = 1, A end, A.
map_key(M) -> #{K := V} = M, {K, V}.
map_key2(M, K) -> #{K := V, {K, 1} := W} = M, {V, W}.
args() -> f(A = 1, A).
args2() -> {A = 1, A = 2}.
ops() -> (A = 1) + A.
seq() -> A = 1, B = A, B.
guard(X) when Y -> X.
guard2(X) when X; Y, Z -> ok.
block() -> begin A = 1, A end, A.
nested_funs() -> fun(X) -> fun(Y) -> fun(Z) -> X end end end.
exported_in_pattern(X) -> case X of 1 -> A = 1; _ -> A = 2 end, case X of A -> ok end.
f() -> ok.
f(X, Y) -> {X, Y}.
f(_) -> ok.
