"group:matching:main/0"
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
    "matching:both/1"
  collect
    -> leave21
  enough
    -> jump3
  back2
    -> collect enough4
  jump3
    "matching:same/2"
  enough4
    -> jump6
  back5
    -> collect enough7
  jump6
    "matching:same/2"
  enough7
    -> jump9
  back8
    -> collect enough10
  jump9
    "matching:number/1"
  enough10
    -> jump12
  back11
    -> collect enough13
  jump12
    "matching:number/1"
  enough13
    -> jump15
  back14
    -> collect enough16
  jump15
    "matching:prefix/1"
  enough16
    -> jump18
  back17
    -> collect enough19
  jump18
    "matching:failing/1"
  enough19
    lumen_bif_erlang_display_1
    -> return
  return
    -> jump20
  jump20
  leave21
  main
    -> enter
  never
"matching:both/1"
  slots
    -> start
  start
    -> both
  enter
    -> leave go
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
    -> jump13
  raise
    lumen_raise
    -> jump14
  jump13
  jump14
  both
    -> enter
"matching:same/2"
  slots
    -> start
  start
    -> same
  enter
    -> leave go
  entry
    -> known more
  body_1
    -> return
  next_2
    -> return
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
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
    -> jump3
  jump3
  same
    -> enter
"matching:number/1"
  slots
    -> start
  start
    -> number
  enter
    -> leave go
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
  number
    -> enter
"matching:prefix/1"
  slots
    -> start
  start
    -> prefix
  enter
    -> leave go
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
  prefix
    -> enter
"matching:failing/1"
  slots
    -> start
  start
    -> failing
  enter
    -> leave go
  entry
    -> join_2 no_4
  no_4
    lumen_make_trace
    -> handler_1
  join_2
    -> return
  handler_1
    -> collect enough
  case_5
    -> more known
  yes_7
    -> match_6
    -> case_8
  case_8
    lumen_build_stacktrace
    -> return
  match_6
    lumen_set_exception
    -> raise
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  return
    -> jump2
  collect
    lumen_collect
    -> reload leave1
  enough
    -> match_6
    -> case_5
  reload
    -> enough
  leave1
  more
    -> known
  known
    -> yes_7 match_6
  raise
    lumen_raise
    -> jump3
  jump2
  jump3
  failing
    -> enter
"matching:module_info/0"
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
"matching:module_info/1"
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
"matching:main/0"
  thunk
    -> jump
  jump
    "group:matching:main/0"
"matching:main/0.return"
  thunk
    -> jump
  jump
    "group:matching:main/0"
