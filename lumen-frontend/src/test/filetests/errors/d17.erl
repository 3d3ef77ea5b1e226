%! test errors otp=25
-module(d17).
-export([main/0]).
-ifdef(FOO). x. -else. -ifdef(BAR). -endif.
main() -> ok.
