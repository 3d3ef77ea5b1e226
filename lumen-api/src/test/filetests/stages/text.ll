"group:text:main/0"
  slots
    -> start
  start
    -> never
    -> back
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
    "text:lines/0"
  collect
    -> leave3
  enough
    lumen_bif_erlang_display_1
    -> return
  return
    -> jump2
  jump2
  leave3
  main
    -> enter
  never
"text:lines/0"
  slots
    -> start
  start
    -> lines
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
  lines
    -> enter
"text:module_info/0"
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
"text:module_info/1"
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
"text:main/0"
  thunk
    -> jump
  jump
    "group:text:main/0"
"text:main/0.return"
  thunk
    -> jump
  jump
    "group:text:main/0"
