%% otp: 29
%% Records for native_records.erl.
-module(foreign).
-export([main/0, make/0, secret/0, pair/0]).
-export_record([thing, pair]).
-record #thing{b = dflt, a}.
-record #secret{a = 1}.
-record #pair{first = 1, second = 2}.
make() -> #thing{a = 1}.
secret() -> #secret{}.
pair() -> #pair{}.
main() -> ok.
