%% Functions that take the place of those in stdlib's `erl_features`, which calls what else it needs here by the same names:
%% flags of the emulator enable and disable features, and an image has none. What is left are the approved ones (OTP 27 and later).
%% Nor has it the features that OTP's own tests have instead of the real ones when an environment variable says so: their long
%% descriptions would be in every image that prints an atom. And the keywords have a key that does not look like a function's name
%% beside its module's, `{erl_features, keywords}`, as calls of computed names are made with.
-module(erl_features).
-export([init_features/0, init_specs/0, keywords/0, set_keywords/1]).

init_features() ->
    Specs = init_specs(),
    Enabled = [F || {F, #{status := approved}} <- maps:to_list(Specs)],
    enabled_features(Enabled),
    set_keywords(lists:append([keywords(F, Specs) || F <- Enabled])),
    persistent_term:put({?MODULE, init_done}, true),
    ok.

init_specs() ->
    Specs = feature_specs(),
    persistent_term:put({?MODULE, feature_specs}, Specs),
    Specs.

keywords() ->
    ensure_init(),
    persistent_term:get({?MODULE, enabled_keywords}).

set_keywords(Words) ->
    persistent_term:put({?MODULE, enabled_keywords}, Words).
