-module(utf16). -export([main/0]).
main() -> erlang:display([unicode:characters_to_list(B, E) || {B,E} <- [{<<0,0,0,102>>,utf32},{<<0,102>>,utf16},{<<102,0>>,{utf16,little}},{<<102,0,0,0>>,{utf32,little}}]]), erlang:display(unicode:characters_to_binary("f", unicode, {utf16,little})), erlang:display(unicode:characters_to_binary("f", unicode, utf32)).
