%! test lint otp=25
-module('').
-module(twice).
-module(again, [X]).
-compile([export_all, nowarn_export_all, nowarn_unused_vars, warn_export_vars, warn_unused_import]).
-import(lists, [map/2]).
-optional_callbacks(x).
-on_load(x).
-export_type([a]).
f(X, Y) -> case X of 1 -> A = 1; 2 -> A = 2 end, A.
