%% Included by macros.erl.
-define(FROM_HEADER(X), {header, X, ?LINE, ?FILE}).
-record(header, {field = ?MODULE}).
