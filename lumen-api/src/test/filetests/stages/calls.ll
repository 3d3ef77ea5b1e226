"group:calls:main/0"
  slots
    -> start
  start
    -> from.return from.outside
  enter
    -> leave go
  entry
    -> exit
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
    -> exit
  back5
    -> collect enough6
  enough6
    -> exit
  back7
    -> collect enough8
  enough8
    lumen_bif_math_sqrt_1
    -> ok failed
  failed
    -> raise.builtin
  ok
    -> exit
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    -> exit
  back9
    -> collect enough10
  enough10
    -> exit
  back11
    -> collect enough12
  enough12
    -> exit
  back13
    -> collect enough14
  enough14
    lumen_bif_erlang_display_1
    -> return
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
    -> never
    -> back
    -> back1
    -> back3
    -> back5
    -> back7
    -> back9
    -> back11
    -> back13
    -> main
  never
"calls:twice/1"
  slots
    -> start
  start
    -> twice
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
  twice
    -> enter
"group:calls:sum/1"
  slots
    -> start
  start
    -> from.return from.outside
  enter
    -> leave go
  entry
    -> yes_1 no_2
  yes_1
    -> enter
  no_2
    -> yes_3 no_4
  yes_3
    -> return
  no_4
    -> exit
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  back
    lumen_bif_erlang_plus_2
    -> ok failed
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
    -> return.inside return.outside
  return.inside
    -> labels
  return.outside
    -> exit
  labels
    -> back next
  jump
  sum
    -> enter
  from.return
    -> labels
  from.outside
    -> labels
  never
  next
    -> sum never
"calls:loop/2.local"
  slots
    -> start
  start
    -> loop
  enter
    -> leave go
  entry
    -> case_1 else_2
  case_1
    -> return
  else_2
    lumen_bif_erlang_minus_2
    -> ok failed
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  return
    -> exit
  failed
    -> raise.builtin
  ok
    -> enter
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    -> exit
  jump
  loop
    -> enter
"calls:module_info/0"
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
"calls:module_info/1"
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
"calls:main/0"
  thunk
    "group:calls:main/0"
