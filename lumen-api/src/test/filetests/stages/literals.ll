"group:literals:main/0"
  slots
    -> start
  start
    -> never
    -> back
    -> back2
    -> back5
    -> back8
    -> main
  enter
    -> leave go
  entry
    -> jump1
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  back
    -> collect enough
  jump1
    "literals:numbers/0"
  collect
    -> leave12
  enough
    -> jump3
  back2
    -> collect enough4
  jump3
    "literals:characters/0"
  enough4
    -> jump6
  back5
    -> collect enough7
  jump6
    "literals:strings/0"
  enough7
    -> jump9
  back8
    -> collect enough10
  jump9
    "literals:atoms/0"
  enough10
    lumen_bif_erlang_display_1
    -> return
  return
    -> jump11
  jump11
  leave12
  main
    -> enter
  never
"literals:numbers/0"
  slots
    -> start
  start
    -> numbers
  enter
    -> leave go
  entry
    -> return
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  return
    -> jump1
  jump1
  numbers
    -> enter
"literals:characters/0"
  slots
    -> start
  start
    -> characters
  enter
    -> leave go
  entry
    -> return
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  return
    -> jump1
  jump1
  characters
    -> enter
"literals:strings/0"
  slots
    -> start
  start
    -> strings
  enter
    -> leave go
  entry
    -> return
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  return
    -> jump1
  jump1
  strings
    -> enter
"literals:atoms/0"
  slots
    -> start
  start
    -> atoms
  enter
    -> leave go
  entry
    -> return
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  return
    -> jump1
  jump1
  atoms
    -> enter
"literals:module_info/0"
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
    -> jump
  go
    -> entry
  jump
    lumen_leave
  failed
    -> raise.builtin
  ok
    -> return
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    lumen_raise
    -> jump2
  return
    -> jump1
  jump1
  jump2
  module_info
    -> enter
"literals:module_info/1"
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
    -> jump
  go
    -> entry
  jump
    lumen_leave
  failed
    -> raise.builtin
  ok
    -> return
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    lumen_raise
    -> jump2
  return
    -> jump1
  jump1
  jump2
  module_info
    -> enter
"literals:main/0"
  thunk
    -> jump
  jump
    "group:literals:main/0"
"literals:main/0.return"
  thunk
    -> jump
  jump
    "group:literals:main/0"
