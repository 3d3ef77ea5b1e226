"group:calls:main/0"
  slots
    -> start
  start
    -> never
    -> back
    -> back2
    -> back5
    -> back8
    -> back11
    -> back14
    -> back17
    -> back20
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
    "calls:twice/1"
  collect
    -> leave25
  enough
    -> jump3
  back2
    -> collect enough4
  jump3
    "calls:twice/1"
  enough4
    -> jump6
  back5
    -> collect enough7
  jump6
    "calls:twice/1"
  enough7
    -> jump9
  back8
    -> collect enough10
  jump9
    "calls:twice/1"
  enough10
    -> jump12
  back11
    -> collect enough13
  jump12
    "calls:twice/1"
  enough13
    lumen_bif_math_sqrt_1
    -> ok failed
  failed
    -> raise.builtin
  ok
    -> jump15
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    lumen_raise
    -> jump24
  back14
    -> collect enough16
  jump15
    "group:calls:sum/1"
  enough16
    -> jump18
  back17
    -> collect enough19
  jump18
    "calls:loop/2"
  enough19
    -> jump21
  back20
    -> collect enough22
  jump21
    "calls:twice/1"
  enough22
    lumen_bif_erlang_display_1
    -> return
  return
    -> jump23
  jump23
  jump24
  leave25
  main
    -> enter
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
    -> jump
  go
    -> entry
  jump
    lumen_leave
  return
    -> jump1
  jump1
  twice
    -> enter
"group:calls:sum/1"
  slots
    -> start
  start
    -> never3
    -> back
    -> sum
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
    lumen_set_function_clause
    -> raise
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
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
    lumen_raise
    -> jump2
  return
    -> return.inside return.outside
  return.inside
    -> never
    -> back
  return.outside
    -> jump1
  never
  jump1
  jump2
  sum
    -> enter
  never3
"calls:loop/2"
  slots
    -> start
  start
    -> loop
  enter
    -> leave go
  entry
    llvm.fshr.i64
    -> else_2
    -> case_1
  case_1
    -> return
  else_2
    lumen_bif_erlang_minus_2
    -> ok failed
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  return
    -> jump1
  failed
    -> raise.builtin
  ok
    -> enter
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    lumen_raise
    -> jump2
  jump1
  jump2
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
"calls:main/0"
  thunk
    -> jump
  jump
    "group:calls:main/0"
"calls:main/0.return"
  thunk
    -> jump
  jump
    "group:calls:main/0"
"calls:sum/1.return"
  thunk
    -> jump
  jump
    "group:calls:sum/1"
