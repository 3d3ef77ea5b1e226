"group:maybes:main/0"
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
    -> handler
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
    "maybes:add/2"
  collect
    -> leave16
  enough
    -> jump3
  back2
    -> collect enough4
  jump3
    "maybes:add/2"
  enough4
    -> jump6
  back5
    -> collect enough7
  jump6
    "maybes:plain/1"
  enough7
    -> jump9
  back8
    -> collect enough10
  jump9
    "maybes:plain/1"
  enough10
    -> jump12
  back11
    -> collect enough13
  handler
    -> handler_2
  jump12
    "maybes:unmatched/1"
  enough13
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
"maybes:add/2"
  slots
    -> start
  start
    -> add
  enter
    -> leave go
  entry
    -> more known
  yes_2
    -> match_3
    -> case_4
  case_4
    lumen_bif_erlang_plus_2
    -> ok failed
  yes_5
    -> match_6
    -> case_7
  case_7
    lumen_bif_erlang_plus_2
    -> ok5 failed4
  match_6
    -> goto_1
  match_3
    -> goto_1
  goto_1
    -> else_9
    -> case_8
  case_8
    -> return
  else_9
    -> body_10 next_11
  body_10
    -> return
  next_11
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
    -> yes_2 edge
  edge
    -> goto_1
  failed
    -> raise.builtin
  ok
    -> more1 known2
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    lumen_raise
    -> jump7
  more1
    -> known2
  known2
    -> yes_5 edge3
  edge3
    -> goto_1
  failed4
    -> raise.builtin
  ok5
    -> return
  return
    -> jump6
  jump6
  jump7
  add
    -> enter
"maybes:plain/1"
  slots
    -> start
  start
    -> plain
  enter
    -> leave go
  entry
    -> yes_1 match_2
  yes_1
    -> yes_3 match_2
  yes_3
    -> return
  match_2
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
  plain
    -> enter
"maybes:unmatched/1"
  slots
    -> start
  start
    -> unmatched
  enter
    -> leave go
  entry
    llvm.fshr.i64
    -> else_3
    -> case_2
  case_2
    -> return
  else_3
    llvm.fshr.i64
    -> else_5
    -> case_4
  case_4
    -> return
  else_5
    lumen_set_exception
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
  unmatched
    -> enter
"maybes:module_info/0"
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
"maybes:module_info/1"
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
"maybes:main/0.l0"
  thunk
    -> jump
  jump
    "group:maybes:main/0"
"maybes:main/0"
  thunk
    -> jump
  jump
    "group:maybes:main/0"
"maybes:main/0.return"
  thunk
    -> jump
  jump
    "group:maybes:main/0"
