-module(external_funs). -export([main/0]).
main() -> erlang:display({math:ceil(-0.5), floor(-0.0), erlang:min(0.0,-0.0), 1/math:pow(2,1023)}),
 erlang:display(binary_to_term(<<131,113,100,0,6,"erlang",100,0,15,"integer_to_list",97,1>>)),
 F = fun(X) -> X + 1 end, B = term_to_binary(F), erlang:display(catch (binary_to_term(B))(1)),
 erlang:display(catch binary:split(<<"a">>,<<":">>,[global|foo])).
