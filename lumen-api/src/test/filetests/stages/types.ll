"types:half/1"
  slots
    -> start
  start
    -> half
  enter
    -> yield go
  entry
    -> known more
  body_1
    -> arith.small arith.slow
  next_2
    -> arith.slow4
  yield
    -> leave
  go
    -> entry
  leave
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
    lumen_set_builtin_failure
    -> raise
  ok
    -> arith.done
  raise
    lumen_raise
  return
  arith.done3
    -> return
  arith.slow4
    lumen_bif_erlang_divide_2
    -> ok6 failed5
  failed5
    lumen_set_builtin_failure
    -> raise
  ok6
    -> arith.done3
  half
    -> enter
"types:any/2"
  slots
    -> start
  start
    -> any
  enter
    -> yield go
  entry
    -> collect enough
  yield
    -> leave
  go
    -> entry
  leave
  collect
    lumen_collect
    -> reload leave
  enough
    -> return
  reload
    -> enough
  return
  any
    -> enter
"group:types:main/0"
  slots
    -> start
  start
    -> never
    -> back
    -> back4
    -> back8
    -> main
  enter
    -> yield go
  entry
    -> collect enough
  yield
    -> leave
  go
    -> entry
  leave
  collect
    lumen_collect
    -> reload leave
  enough
    "types:half/1"
  reload
    -> enough
  back
    -> collect1 enough2
  collect1
    lumen_collect
    -> reload3 leave
  enough2
    "types:half/1"
  reload3
    -> enough2
  back4
    -> collect5 enough6
  collect5
    lumen_collect
    -> reload7 leave
  enough6
    "types:any/2"
  reload7
    -> enough6
  back8
    -> collect9 enough10
  collect9
    lumen_collect
    -> reload11 leave
  enough10
    lumen_bif_erlang_display_1
    -> return
  reload11
    -> enough10
  return
  main
    -> enter
  never
"types:behaviour_info/1"
  slots
    -> start
  start
    -> behaviour_info
  enter
    -> yield go
  entry
    -> else_3
    -> case_2
    -> case_2
  case_2
    -> return
  else_3
    lumen_set_function_clause
    -> raise
  yield
    -> leave
  go
    -> entry
  leave
  return
  raise
    lumen_raise
  behaviour_info
    -> enter
"types:module_info/0"
  slots
    -> start
  start
    -> module_info
  enter
    -> yield go
  entry
    -> collect enough
  yield
    -> leave
  go
    -> entry
  leave
  collect
    lumen_collect
    -> reload leave
  enough
    lumen_bif_erlang_get_module_info_1
    -> ok failed
  reload
    -> enough
  failed
    lumen_set_builtin_failure
    -> raise
  ok
    -> return
  raise
    lumen_raise
  return
  module_info
    -> enter
"types:module_info/1"
  slots
    -> start
  start
    -> module_info
  enter
    -> yield go
  entry
    -> collect enough
  yield
    -> leave
  go
    -> entry
  leave
  collect
    lumen_collect
    -> reload leave
  enough
    lumen_bif_erlang_get_module_info_2
    -> ok failed
  reload
    -> enough
  failed
    lumen_set_builtin_failure
    -> raise
  ok
    -> return
  raise
    lumen_raise
  return
  module_info
    -> enter
"types:main/0"
  thunk
    "group:types:main/0"
"types:main/0.return"
  thunk
    "group:types:main/0"
