"types:half/1"
  slots
    -> start
  start
    -> half
  enter
    -> leave go
  entry
    -> body_1 more
  body_1
    -> arith.small arith.slow
  next_2
    -> arith.slow3
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  more
    -> more1 next_2
  more1
    -> body_1 next_2
  arith.done
    -> return
  arith.slow
    lumen_bif_erlang_div_2
    -> ok failed
  arith.small
    -> arith.done
  failed
    -> raise.builtin
  ok
    -> arith.done
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    -> exit
  return
    -> exit
  arith.done2
    -> return
  arith.slow3
    lumen_bif_erlang_divide_2
    -> ok5 failed4
  failed4
    -> raise.builtin
  ok5
    -> arith.done2
  jump
  half
    -> enter
"types:any/2"
  slots
    -> start
  start
    -> any
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
  any
    -> enter
"group:types:main/0"
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
    -> back next
  never
  next
    -> back1 next5
  next5
    -> back3 next6
  next6
    -> main never
"types:behaviour_info/1"
  slots
    -> start
  start
    -> behaviour_info
  enter
    -> leave go
  entry
    -> case_2 next
  case_2
    -> return
  else_3
    -> exit
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  next
    -> case_2 else_3
  return
    -> exit
  jump
  behaviour_info
    -> enter
"types:module_info/0"
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
"types:module_info/1"
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
"types:main/0"
  thunk
    "group:types:main/0"
