%! test errors otp=25
-module(d10).
-export([main/0]).
main() -> <<X:8/float>> = <<1>>, <<Y:300/utf8>> = <<1>>, <<1:8/foo>>, {X, Y}.
