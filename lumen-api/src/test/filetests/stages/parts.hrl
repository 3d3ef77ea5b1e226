%% Included twice by directives.erl.
-ifndef(PARTS).
-define(PARTS, true).
-record(part, {name = "part"}).
-endif.
