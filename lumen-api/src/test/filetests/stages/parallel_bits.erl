%% otp: 27
%% One bit string matched with two patterns at once.
-module(parallel_bits).
-export([main/0]).

main() -> erlang:display([both(X) || X <- [<<1, 2, 3>>, <<1, 2>>, <<7>>, none]]).

both(<<A, _/bits>> = <<B:16, _>>) -> {A, B};
both(<<A>> = <<H:4, L:4>>) -> {A, H, L};
both(_) -> other.
