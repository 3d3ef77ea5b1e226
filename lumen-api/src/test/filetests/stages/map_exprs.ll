"group:map_exprs:main/0"
  slots
    -> start
  start
    -> never
    -> back
    -> back2
    -> back5
    -> back8
    -> back11
    -> main
  enter
    -> leave go
  entry
    -> jump1
  handler_2
    -> collect14 enough15
  case_3
    -> join_1
  else_4
    lumen_set_exception
    -> raise
  join_1
    lumen_bif_erlang_display_1
    -> return
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  back
    -> collect enough
  jump1
    "map_exprs:build/1"
  collect
    -> leave16
  enough
    -> jump3
  back2
    -> collect enough4
  jump3
    "map_exprs:update/1"
  enough4
    -> jump6
  back5
    -> collect enough7
  jump6
    "map_exprs:get/2"
  enough7
    -> jump9
  back8
    -> collect enough10
  jump9
    "map_exprs:get/2"
  enough10
    -> jump12
  back11
    -> collect enough13
  jump12
    "map_exprs:nested/1"
  enough13
    lumen_map_update
    -> ok failed
  failed
    lumen_make_trace
    -> handler_2
  ok
    -> join_1
  collect14
    lumen_collect
    -> reload leave16
  enough15
    -> else_4
    -> case_3
  reload
    -> enough15
  leave16
  raise
    lumen_raise
    -> jump18
  return
    -> jump17
  jump17
  jump18
  main
    -> enter
  never
"map_exprs:build/1"
  slots
    -> start
  start
    -> build
  enter
    -> leave go
  entry
    lumen_map_put
    -> ok failed
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  failed
    -> raise
  ok
    -> return
  raise
    lumen_raise
    -> jump2
  return
    -> jump1
  jump1
  jump2
  build
    -> enter
"map_exprs:update/1"
  slots
    -> start
  start
    -> update
  enter
    -> leave go
  entry
    lumen_map_update
    -> ok failed
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  failed
    -> raise
  ok
    lumen_map_put
    -> ok2 failed1
  raise
    lumen_raise
    -> jump4
  failed1
    -> raise
  ok2
    -> return
  return
    -> jump3
  jump3
  jump4
  update
    -> enter
"map_exprs:get/2"
  slots
    -> start
  start
    -> get
  enter
    -> leave go
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
  failed
    -> no_4
  ok
    -> yes_3
  return
    -> jump1
  raise
    lumen_raise
    -> jump2
  jump1
  jump2
  get
    -> enter
"map_exprs:nested/1"
  slots
    -> start
  start
    -> nested
  enter
    -> leave go
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
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
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
    -> jump5
  raise
    lumen_raise
    -> jump6
  jump5
  jump6
  nested
    -> enter
"map_exprs:module_info/0"
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
"map_exprs:module_info/1"
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
"map_exprs:main/0"
  thunk
    -> jump
  jump
    "group:map_exprs:main/0"
"map_exprs:main/0.return"
  thunk
    -> jump
  jump
    "group:map_exprs:main/0"
