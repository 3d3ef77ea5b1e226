%% Numbers, characters, strings and atoms in all their spellings.
-module(literals).
-export([main/0]).

main() -> erlang:display({numbers(), characters(), strings(), atoms()}).

numbers() -> [0, 1_000_000, 16#fF, 2#1010, 36#Zz, 123456789012345678901234567890, 1.5, 2.5e-3, 1_0.0_1e+2].

characters() -> [$a, $\s, $\n, $\\, $\x41, $\x{263a}, $\101, $\^Z].

strings() -> ["plain" " and joined", "\t\"\e\x{41}\d", ""].

atoms() -> [ok, 'Quoted one', 'it\'s', a@b_1].
