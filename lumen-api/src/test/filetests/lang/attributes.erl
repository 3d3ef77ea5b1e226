%% The values of attributes: constants of every kind, bit strings of every type and size among them.
-module(attributes).
-export([main/0]).
-numbers([1, -2, +3, $a, -$b, 1.5, -0.25, 16#ffffffffffffffffff]).
-texts({"", "ab", [], [a | b], <<"é"/utf8>>, <<"é"/utf16>>, <<"é"/utf32-little>>, <<"ab">>, <<"ab":16>>, <<65/utf8, 16#1f600/utf16>>}).
-integers([<<1:16/little>>, <<-1:8/signed>>, <<3:4/unit:2>>, <<1:4, 2:4>>, <<1:4>>, <<300>>, <<-2:80>>, <<1:0>>]).
-floats([<<0.0/float>>, <<1/float>>, <<1.5:32/float-little>>, <<1.5:16/float>>, <<-2.5:64/float-big>>]).
-bits([<<>>, <<(<<1, 2>>)/binary>>, <<(<<1, 2, 3>>):2/binary>>, <<(<<1, 2>>):3/bits, 5:5>>, <<<<1:3>>/bits>>]).
-others({fun lists:map/2, fun erlang:self/0, #{a => [#{1 => 2}]}, {{}}}).

main() -> [erlang:display(A) || {Name, _} = A <- module_info(attributes), Name =/= vsn].
