-module(phashes). -export([main/0]).
main() -> erlang:display([erlang:phash2(X) || X <- [a, 1, -1, 1 bsl 70, 1.5, "abc", <<"abc">>, {a,b}, #{a=>1}, [], <<1:3>>, fun lists:map/2]]), erlang:display([catch erlang:phash(X, 1 bsl 32) || X <- [a, 1, "abc", <<"abc">>, {a,b}]]).
