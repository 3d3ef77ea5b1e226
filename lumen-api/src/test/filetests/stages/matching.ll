"group:matching:main/0"
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
    -> back24
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
    "matching:both/1"
  reload
    -> enough
  back
    -> collect1 enough2
  collect1
    lumen_collect
    -> reload3 leave
  enough2
    "matching:same/2"
  reload3
    -> enough2
  back4
    -> collect5 enough6
  collect5
    lumen_collect
    -> reload7 leave
  enough6
    "matching:same/2"
  reload7
    -> enough6
  back8
    -> collect9 enough10
  collect9
    lumen_collect
    -> reload11 leave
  enough10
    "matching:number/1"
  reload11
    -> enough10
  back12
    -> collect13 enough14
  collect13
    lumen_collect
    -> reload15 leave
  enough14
    "matching:number/1"
  reload15
    -> enough14
  back16
    -> collect17 enough18
  collect17
    lumen_collect
    -> reload19 leave
  enough18
    "matching:prefix/1"
  reload19
    -> enough18
  back20
    -> collect21 enough22
  collect21
    lumen_collect
    -> reload23 leave
  enough22
    "matching:failing/1"
  reload23
    -> enough22
  back24
    -> collect25 enough26
  collect25
    lumen_collect
    -> reload27 leave
  enough26
    lumen_bif_erlang_display_1
    -> return
  reload27
    -> enough26
  return
  main
    -> enter
  never
"matching:both/1"
  slots
    -> start
  start
    -> both
  enter
    -> yield go
  entry
    -> more known
  yes_1
    -> more1 known2
  yes_3
    -> more3 known4
  yes_5
    -> known6 more5
  yes_8
    -> known10 more9
  body_7
    -> return
  match_6
    lumen_set_exception
    -> raise
  no_4
    lumen_set_exception
    -> raise
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
  more1
    -> known2
  known2
    -> yes_3 no_4
  more3
    -> known4
  known4
    -> yes_5 match_6
  more5
    -> more7 known8
  known6
    -> yes_8 match_6
  more7
    lumen_equal_exact
    -> known8
  known8
    -> known6
  more9
    -> more11 known12
  known10
    -> body_7 match_6
  more11
    lumen_equal_exact
    -> known12
  known12
    -> known10
  return
  raise
    lumen_raise
  both
    -> enter
"matching:same/2"
  slots
    -> start
  start
    -> same
  enter
    -> yield go
  entry
    -> known more
  body_1
    -> return
  next_2
    -> return
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
    lumen_equal_exact
    -> known2
  known2
    -> known
  return
  same
    -> enter
"matching:number/1"
  slots
    -> start
  start
    -> number
  enter
    -> yield go
  entry
    llvm.fshr.i64
    -> else_3
    -> case_1
    -> case_2
  case_1
    -> return
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
  number
    -> enter
"matching:prefix/1"
  slots
    -> start
  start
    -> prefix
  enter
    -> yield go
  entry
    -> yes_1 match_2
  yes_1
    llvm.fshr.i64
    -> match_2
    -> case_3
  case_3
    -> yes_4 match_2
  yes_4
    llvm.fshr.i64
    -> match_2
    -> case_5
  case_5
    -> yes_6 match_2
  yes_6
    llvm.fshr.i64
    -> match_2
    -> case_7
  case_7
    -> return
  match_2
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
  prefix
    -> enter
"matching:failing/1"
  slots
    -> start
  start
    -> failing
  enter
    -> yield go
  entry
    -> join_2 no_4
  no_4
    -> collect enough
  join_2
    -> return
  handler_1
    -> collect1 enough2
  case_5
    -> more known
  yes_7
    -> match_6
    -> case_8
  case_8
    lumen_build_stacktrace
    -> collect4 enough5
  match_6
    lumen_set_exception
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
    lumen_make_trace
    -> handler_1
  reload
    -> enough
  return
  collect1
    lumen_collect
    -> reload3 leave
  enough2
    -> match_6
    -> case_5
  reload3
    -> enough2
  more
    -> known
  known
    -> yes_7 match_6
  collect4
    lumen_collect
    -> reload6 leave
  enough5
    -> return
  reload6
    -> enough5
  raise
    lumen_raise
  failing
    -> enter
"matching:module_info/0"
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
"matching:module_info/1"
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
"matching:main/0"
  thunk
    "group:matching:main/0"
"matching:main/0.return"
  thunk
    "group:matching:main/0"
