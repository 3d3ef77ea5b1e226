"directives:chosen/0.local"
  slots
    -> start
  start
    -> chosen
  enter
    -> leave go
  entry
    -> return
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  return
    -> exit
  jump
  chosen
    -> enter
"directives:age/0.local"
  slots
    -> start
  start
    -> age
  enter
    -> leave go
  entry
    -> return
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  return
    -> exit
  jump
  age
    -> enter
"directives:named/0.local"
  slots
    -> start
  start
    -> named
  enter
    -> leave go
  entry
    -> return
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  return
    -> exit
  jump
  named
    -> enter
"group:directives:main/0"
  slots
    -> start
  start
    -> from.return from.outside
  enter
    -> leave go
  entry
    -> exit
  no_3
    -> join_1
  join_1
    lumen_bif_erlang_display_1
    -> return
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  back
    -> collect enough
  collect
    -> exit
  enough
    -> exit
  back1
    -> collect enough2
  enough2
    -> exit
  back3
    -> collect enough4
  enough4
    lumen_bif_erlang_plus_2
    -> ok failed
  failed
    -> raise.builtin
  ok
    lumen_bif_erlang_plus_2
    -> ok6 failed5
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    -> exit
  failed5
    -> raise.builtin
  ok6
    -> edge no_3
  edge
    -> join_1
  return
    -> exit
  jump
  main
    -> enter
  from.return
    -> labels
  from.outside
    -> labels
  labels
    -> back next
  never
  next
    -> back1 next7
  next7
    -> back3 next8
  next8
    -> main never
"directives:module_info/0"
  slots
    -> start
  start
    -> module_info
  enter
    -> leave go
  entry
    lumen_bif_erlang_get_module_info_1
    -> ok failed
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  failed
    -> raise.builtin
  ok
    -> return
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    -> exit
  return
    -> exit
  jump
  module_info
    -> enter
"directives:module_info/1"
  slots
    -> start
  start
    -> module_info
  enter
    -> leave go
  entry
    lumen_bif_erlang_get_module_info_2
    -> ok failed
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  failed
    -> raise.builtin
  ok
    -> return
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    -> exit
  return
    -> exit
  jump
  module_info
    -> enter
"directives:main/0"
  thunk
    "group:directives:main/0"
