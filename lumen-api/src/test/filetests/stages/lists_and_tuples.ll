"group:lists_and_tuples:main/0"
  slots
    -> start
  start
    -> never
    -> back
    -> back4
    -> back8
    -> back12
    -> back16
    -> back20
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
    "lists_and_tuples:swap/1"
  reload
    -> enough
  back
    -> collect1 enough2
  collect1
    lumen_collect
    -> reload3 leave
  enough2
    "lists_and_tuples:build/2"
  reload3
    -> enough2
  back4
    -> collect5 enough6
  collect5
    lumen_collect
    -> reload7 leave
  enough6
    "lists_and_tuples:take/1"
  reload7
    -> enough6
  back8
    -> collect9 enough10
  collect9
    lumen_collect
    -> reload11 leave
  enough10
    "lists_and_tuples:take/1"
  reload11
    -> enough10
  back12
    -> collect13 enough14
  collect13
    lumen_collect
    -> reload15 leave
  enough14
    "lists_and_tuples:take/1"
  reload15
    -> enough14
  back16
    -> collect17 enough18
  collect17
    lumen_collect
    -> reload19 leave
  enough18
    "lists_and_tuples:take/1"
  reload19
    -> enough18
  back20
    -> collect21 enough22
  collect21
    lumen_collect
    -> reload23 leave
  enough22
    lumen_bif_erlang_display_1
    -> return
  reload23
    -> enough22
  return
  main
    -> enter
  never
"lists_and_tuples:swap/1"
  slots
    -> start
  start
    -> swap
  enter
    -> yield go
  entry
    -> more known
  yes_1
    -> return
  no_2
    lumen_set_function_clause
    -> raise
  yield
    -> leave
  go
    -> entry
  leave
  more
    -> known
  known
    -> collect enough
  collect
    lumen_collect
    -> reload leave
  enough
    -> yes_1 no_2
  reload
    -> enough
  return
  raise
    lumen_raise
  swap
    -> enter
"lists_and_tuples:build/2"
  slots
    -> start
  start
    -> build
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
  build
    -> enter
"lists_and_tuples:take/1"
  slots
    -> start
  start
    -> take
  enter
    -> yield go
  entry
    -> yes_1 no_2
  yes_1
    -> yes_3 no_4
  yes_3
    -> collect enough
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
  raise
    lumen_raise
  take
    -> enter
"lists_and_tuples:module_info/0"
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
"lists_and_tuples:module_info/1"
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
"lists_and_tuples:main/0"
  thunk
    "group:lists_and_tuples:main/0"
"lists_and_tuples:main/0.return"
  thunk
    "group:lists_and_tuples:main/0"
