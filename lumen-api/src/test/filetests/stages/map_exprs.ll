"group:map_exprs:main/0"
  slots
    -> start
  start
    -> never
    -> back
    -> back4
    -> back8
    -> back12
    -> back16
    -> main
  enter
    -> yield go
  entry
    -> collect enough
  handler_2
    -> collect23 enough24
  case_3
    -> join_1
  else_4
    lumen_set_exception
    -> raise
  join_1
    lumen_bif_erlang_display_1
    -> return
  yield
    -> leave
  go
    -> entry
  leave
  collect
    lumen_collect
    -> reload leave
  enough
    "map_exprs:build/1"
  reload
    -> enough
  back
    -> collect1 enough2
  collect1
    lumen_collect
    -> reload3 leave
  enough2
    "map_exprs:update/1"
  reload3
    -> enough2
  back4
    -> collect5 enough6
  collect5
    lumen_collect
    -> reload7 leave
  enough6
    "map_exprs:get/2"
  reload7
    -> enough6
  back8
    -> collect9 enough10
  collect9
    lumen_collect
    -> reload11 leave
  enough10
    "map_exprs:get/2"
  reload11
    -> enough10
  back12
    -> collect13 enough14
  collect13
    lumen_collect
    -> reload15 leave
  enough14
    "map_exprs:nested/1"
  reload15
    -> enough14
  back16
    -> collect17 enough18
  collect17
    lumen_collect
    -> reload19 leave
  enough18
    lumen_map_update
    -> ok failed
  reload19
    -> enough18
  failed
    lumen_make_trace
    -> handler_2
  ok
    -> collect20 enough21
  collect20
    lumen_collect
    -> reload22 leave
  enough21
    -> join_1
  reload22
    -> enough21
  collect23
    lumen_collect
    -> reload25 leave
  enough24
    -> else_4
    -> case_3
  reload25
    -> enough24
  raise
    lumen_raise
  return
  main
    -> enter
  never
"map_exprs:build/1"
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
    lumen_map_put
    -> ok failed
  reload
    -> enough
  failed
    -> raise
  ok
    -> return
  raise
    lumen_raise
  return
  build
    -> enter
"map_exprs:update/1"
  slots
    -> start
  start
    -> update
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
    lumen_map_update
    -> ok failed
  reload
    -> enough
  failed
    -> raise
  ok
    -> collect1 enough2
  raise
    lumen_raise
  collect1
    lumen_collect
    -> reload3 leave
  enough2
    lumen_map_put
    -> ok5 failed4
  reload3
    -> enough2
  failed4
    -> raise
  ok5
    -> return
  return
  update
    -> enter
"map_exprs:get/2"
  slots
    -> start
  start
    -> get
  enter
    -> yield go
  entry
    -> more known
  yes_1
    lumen_map_get
    -> ok failed
  yes_3
    -> return
  no_4
    -> return
  no_2
    lumen_set_exception
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
  failed
    -> no_4
  ok
    -> yes_3
  return
  raise
    lumen_raise
  get
    -> enter
"map_exprs:nested/1"
  slots
    -> start
  start
    -> nested
  enter
    -> yield go
  entry
    -> more known
  yes_1
    lumen_map_get
    -> ok failed
  yes_3
    -> more1 known2
  yes_4
    lumen_map_get
    -> ok4 failed3
  match_2
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
    -> yes_1 match_2
  failed
    -> match_2
  ok
    -> yes_3
  more1
    -> known2
  known2
    -> yes_4 match_2
  failed3
    -> match_2
  ok4
    -> return
  return
  raise
    lumen_raise
  nested
    -> enter
"map_exprs:module_info/0"
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
"map_exprs:module_info/1"
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
"map_exprs:main/0"
  thunk
    "group:map_exprs:main/0"
"map_exprs:main/0.return"
  thunk
    "group:map_exprs:main/0"
