"group:maybes:main/0"
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
    -> handler
  enter
    -> yield go
  entry
    -> collect enough
  handler_2
    -> collect20 enough21
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
    "maybes:add/2"
  reload
    -> enough
  back
    -> collect1 enough2
  collect1
    lumen_collect
    -> reload3 leave
  enough2
    "maybes:add/2"
  reload3
    -> enough2
  back4
    -> collect5 enough6
  collect5
    lumen_collect
    -> reload7 leave
  enough6
    "maybes:plain/1"
  reload7
    -> enough6
  back8
    -> collect9 enough10
  collect9
    lumen_collect
    -> reload11 leave
  enough10
    "maybes:plain/1"
  reload11
    -> enough10
  back12
    -> collect13 enough14
  collect13
    lumen_collect
    -> reload15 leave
  enough14
    "maybes:unmatched/1"
  reload15
    -> enough14
  back16
    -> collect17 enough18
  handler
    -> handler_2
  collect17
    lumen_collect
    -> reload19 leave
  enough18
    -> join_1
  reload19
    -> enough18
  collect20
    lumen_collect
    -> reload22 leave
  enough21
    -> else_4
    -> case_3
  reload22
    -> enough21
  raise
    lumen_raise
  return
  main
    -> enter
  never
"maybes:add/2"
  slots
    -> start
  start
    -> add
  enter
    -> yield go
  entry
    -> more known
  yes_2
    -> match_3
    -> case_4
  case_4
    -> arith.small arith.slow
  yes_5
    -> match_6
    -> case_7
  case_7
    -> arith.small6 arith.other
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
    -> collect enough
  yield
    -> leave
  go
    -> entry
  leave
  more
    -> known
  known
    -> yes_2 edge
  edge
    -> goto_1
  arith.done
    -> more1 known2
  arith.slow
    lumen_bif_erlang_plus_2
    -> ok failed
  arith.small
    llvm.sadd.with.overflow.i64
    -> arith.slow arith.done
  failed
    lumen_set_builtin_failure
    -> raise
  ok
    -> arith.done
  raise
    lumen_raise
  more1
    -> known2
  known2
    -> yes_5 edge3
  edge3
    -> goto_1
  arith.done4
    -> return
  arith.slow5
    lumen_bif_erlang_plus_2
    -> ok8 failed7
  arith.other
    -> arith.float arith.slow5
  arith.small6
    llvm.sadd.with.overflow.i64
    -> arith.slow5 arith.done4
  arith.float
    llvm.fshl.i64
    llvm.fshl.i64
    llvm.fshl.i64
    -> arith.done4 arith.slow5
  failed7
    lumen_set_builtin_failure
    -> raise
  ok8
    -> arith.done4
  return
  collect
    lumen_collect
    -> reload leave
  enough
    lumen_set_exception
    -> raise
  reload
    -> enough
  add
    -> enter
"maybes:plain/1"
  slots
    -> start
  start
    -> plain
  enter
    -> yield go
  entry
    -> yes_1 match_2
  yes_1
    -> yes_3 match_2
  yes_3
    -> collect enough
  match_2
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
    -> return
  reload
    -> enough
  return
  plain
    -> enter
"maybes:unmatched/1"
  slots
    -> start
  start
    -> unmatched
  enter
    -> yield go
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
    -> collect enough
  yield
    -> leave
  go
    -> entry
  leave
  return
  collect
    lumen_collect
    -> reload leave
  enough
    lumen_set_exception
    -> raise
  reload
    -> enough
  raise
    lumen_raise
  unmatched
    -> enter
"maybes:module_info/0"
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
"maybes:module_info/1"
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
"maybes:main/0"
  thunk
    "group:maybes:main/0"
"maybes:main/0.l0"
  thunk
    "group:maybes:main/0"
"maybes:main/0.return"
  thunk
    "group:maybes:main/0"
