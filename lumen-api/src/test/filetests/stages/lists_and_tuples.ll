"group:lists_and_tuples:main/0"
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
    "lists_and_tuples:swap/1"
  collect
    -> leave18
  enough
    -> jump3
  back2
    -> collect enough4
  jump3
    "lists_and_tuples:build/2"
  enough4
    -> jump6
  back5
    -> collect enough7
  jump6
    "lists_and_tuples:take/1"
  enough7
    -> jump9
  back8
    -> collect enough10
  jump9
    "lists_and_tuples:take/1"
  enough10
    -> jump12
  back11
    -> collect enough13
  jump12
    "lists_and_tuples:take/1"
  enough13
    -> jump15
  back14
    -> collect enough16
  jump15
    "lists_and_tuples:take/1"
  enough16
    lumen_bif_erlang_display_1
    -> return
  return
    -> jump17
  jump17
  leave18
  main
    -> enter
  never
"lists_and_tuples:swap/1"
  slots
    -> start
  start
    -> swap
  enter
    -> leave go
  entry
    -> more known
  yes_1
    -> return
  no_2
    lumen_set_function_clause
    -> raise
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  more
    -> known
  known
    -> yes_1 no_2
  return
    -> jump1
  raise
    lumen_raise
    -> jump2
  jump1
  jump2
  swap
    -> enter
"lists_and_tuples:build/2"
  slots
    -> start
  start
    -> build
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
  build
    -> enter
"lists_and_tuples:take/1"
  slots
    -> start
  start
    -> take
  enter
    -> leave go
  entry
    -> yes_1 no_2
  yes_1
    -> yes_3 no_4
  yes_3
    -> return
  no_4
    -> yes_5 match_6
  yes_5
    -> return
  no_2
    -> yes_7 match_6
  yes_7
    -> return
  match_6
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
  take
    -> enter
"lists_and_tuples:module_info/0"
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
"lists_and_tuples:module_info/1"
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
"lists_and_tuples:main/0"
  thunk
    -> jump
  jump
    "group:lists_and_tuples:main/0"
"lists_and_tuples:main/0.return"
  thunk
    -> jump
  jump
    "group:lists_and_tuples:main/0"
