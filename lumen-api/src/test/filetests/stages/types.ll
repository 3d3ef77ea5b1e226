"types:half/1"
  slots
    -> start
  start
    -> half
  enter
    -> leave go
  entry
    -> known more
  body_1
    -> arith.small arith.slow
  next_2
    -> arith.slow4
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  more
    -> more1 known2
  known
    -> body_1 next_2
  more1
    -> known2
  known2
    -> known
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
    lumen_raise
    -> jump8
  return
    -> jump7
  arith.done3
    -> return
  arith.slow4
    lumen_bif_erlang_divide_2
    -> ok6 failed5
  failed5
    -> raise.builtin
  ok6
    -> arith.done3
  jump7
  jump8
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
    -> jump
  go
    -> entry
  jump
    lumen_leave
  return
    -> jump1
  jump1
  any
    -> enter
"group:types:main/0"
  slots
    -> start
  start
    -> never
    -> back
    -> back2
    -> back5
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
    "types:half/1"
  collect
    -> leave9
  enough
    -> jump3
  back2
    -> collect enough4
  jump3
    "types:half/1"
  enough4
    -> jump6
  back5
    -> collect enough7
  jump6
    "types:any/2"
  enough7
    lumen_bif_erlang_display_1
    -> return
  return
    -> jump8
  jump8
  leave9
  main
    -> enter
  never
"types:behaviour_info/1"
  slots
    -> start
  start
    -> behaviour_info
  enter
    -> leave go
  entry
    -> else_3
    -> case_2
    -> case_2
  case_2
    -> return
  else_3
    lumen_set_function_clause
    -> raise
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  return
    -> jump1
  raise
    lumen_raise
    -> jump2
  jump1
  jump2
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
"types:main/0"
  thunk
    -> jump
  jump
    "group:types:main/0"
"types:main/0.return"
  thunk
    -> jump
  jump
    "group:types:main/0"
