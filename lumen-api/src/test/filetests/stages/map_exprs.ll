"group:map_exprs:main/0"
  slots
    -> start
  start
    -> from.return from.outside
  enter
    -> leave go
  entry
    -> exit
  handler_2
    -> collect9 enough10
  case_3
    -> join_1
  else_4
    lumen_set_exception
    -> raise
  join_1
    lumen_bif_erlang_display_1
    -> return
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
    lumen_map_update
    -> ok failed
  failed
    lumen_make_trace
    -> handler_2
  ok
    -> join_1
  collect9
    lumen_collect
    -> reload leave11
  enough10
    -> case_3 else_4
  reload
    -> enough10
  leave11
  raise
    -> exit
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
    -> back1 next12
  next12
    -> back3 next13
  next13
    -> back5 next14
  next14
    -> back7 next15
  next15
    -> main never
"map_exprs:build/1.local"
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
    -> exit
  go
    -> entry
  exit
    -> jump
  failed
    -> raise
  ok
    -> return
  raise
    -> exit
  return
    -> exit
  jump
  build
    -> enter
"map_exprs:update/1.local"
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
    -> exit
  go
    -> entry
  exit
    -> jump
  failed
    -> raise
  ok
    lumen_map_put
    -> ok2 failed1
  raise
    -> exit
  failed1
    -> raise
  ok2
    -> return
  return
    -> exit
  jump
  update
    -> enter
"map_exprs:get/2.local"
  slots
    -> start
  start
    -> get
  enter
    -> leave go
  entry
    -> more no_2
  yes_1
    lumen_map_get
    -> ok failed
  yes_3
    -> return
  no_4
    -> return
  no_2
    -> exit
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  more
    -> yes_1 no_2
  failed
    -> no_4
  ok
    -> yes_3
  return
    -> exit
  jump
  get
    -> enter
"map_exprs:nested/1.local"
  slots
    -> start
  start
    -> nested
  enter
    -> leave go
  entry
    -> more match_2
  yes_1
    lumen_map_get
    -> ok failed
  yes_3
    -> more1 match_2
  yes_4
    lumen_map_get
    -> ok3 failed2
  match_2
    -> exit
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  more
    -> yes_1 match_2
  failed
    -> match_2
  ok
    -> yes_3
  more1
    -> yes_4 match_2
  failed2
    -> match_2
  ok3
    -> return
  return
    -> exit
  jump
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
"map_exprs:main/0"
  thunk
    "group:map_exprs:main/0"
