"group:tuple_records:main/0"
  slots
    -> start
  start
    -> never
    -> back
    -> back4
    -> back8
    -> back15
    -> main
    -> handler
  enter
    -> yield go
  entry
    -> collect enough
  yes_3
    -> match_4
    -> case_5
  case_5
    -> more known
  match_4
    lumen_set_exception
    -> raise
  yes_7
    -> match_8
    -> case_9
  case_9
    "tuple_records:is_point/1"
  match_8
    lumen_set_exception
    -> raise
  handler_11
    -> collect12 enough13
  case_12
    -> join_10
  else_13
    lumen_set_exception
    -> raise
  join_10
    "tuple_records:first/1"
  yield
    -> leave
  go
    -> entry
  leave
  collect
    lumen_collect
    -> reload leave
  enough
    -> yes_3 match_4
  reload
    -> enough
  more
    -> known
  known
    -> yes_7 match_8
  raise
    lumen_raise
  back
    -> collect1 enough2
  collect1
    lumen_collect
    -> reload3 leave
  enough2
    "tuple_records:is_point/1"
  reload3
    -> enough2
  back4
    -> collect5 enough6
  collect5
    lumen_collect
    -> reload7 leave
  enough6
    "tuple_records:move/1"
  reload7
    -> enough6
  back8
    -> collect9 enough10
  handler
    -> handler_11
  collect9
    lumen_collect
    -> reload11 leave
  enough10
    -> join_10
  reload11
    -> enough10
  collect12
    lumen_collect
    -> reload14 leave
  enough13
    -> else_13
    -> case_12
  reload14
    -> enough13
  back15
    -> collect16 enough17
  collect16
    lumen_collect
    -> reload18 leave
  enough17
    lumen_bif_erlang_display_1
    -> return
  reload18
    -> enough17
  return
  main
    -> enter
  never
"tuple_records:is_point/1"
  slots
    -> start
  start
    -> is_point
  enter
    -> yield go
  entry
    lumen_bif_erlang_is_record_3
    -> ok failed
  case_3
    lumen_bif_erlang_is_record_3
    -> ok2 failed1
  case_6
    -> more known
  else_7
    -> collect enough
  join_5
    -> compare.small compare.other
  body_1
    -> return
  next_2
    lumen_bif_erlang_is_record_3
    -> ok8 failed7
  pad_8
    -> next_2
  yield
    -> leave
  go
    -> entry
  leave
  failed
    -> next_2
  ok
    -> next_2
    -> case_3
  failed1
    -> next_2
  ok2
    -> else_7
    -> case_6
  more
    -> known
  known
    -> more3 known4
  more3
    -> known4
  known4
    -> bif.fast bif.slow
  bif.fast
    -> bif.done
  bif.slow
    lumen_bif_erlang_element_2
    -> ok6 failed5
  bif.done
    -> join_5
  failed5
    -> next_2
  ok6
    -> bif.done
  collect
    lumen_collect
    -> reload leave
  enough
    -> pad_8
  reload
    -> enough
  compare.slow
    lumen_compare
    -> compared
  compared
    -> body_1 next_2
  compare.small
    -> compared
  compare.other
    -> compare.slow
  return
  failed7
    lumen_set_builtin_failure
    -> raise
  ok8
    -> return
  raise
    lumen_raise
  is_point
    -> enter
"tuple_records:move/1"
  slots
    -> start
  start
    -> move
  enter
    -> yield go
  entry
    -> more known
  yes_2
    -> match_3
    -> case_4
  case_4
    -> arith.small arith.slow
  match_3
    lumen_set_exception
    -> raise
  yes_5
    -> match_6
    -> case_7
  case_7
    -> return
  match_6
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
    -> yes_2 match_3
  reload
    -> enough
  arith.done
    -> more4 known5
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
    -> collect1 enough2
  raise
    lumen_raise
  collect1
    lumen_collect
    -> reload3 leave
  enough2
    -> arith.done
  reload3
    -> enough2
  more4
    -> known5
  known5
    -> yes_5 match_6
  return
  move
    -> enter
"tuple_records:first/1"
  slots
    -> start
  start
    -> first
  enter
    -> yield go
  entry
    -> more known
  yes_1
    -> match_2
    -> case_3
  case_3
    -> return
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
  return
  raise
    lumen_raise
  first
    -> enter
"tuple_records:module_info/0"
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
"tuple_records:module_info/1"
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
"tuple_records:main/0"
  thunk
    "group:tuple_records:main/0"
"tuple_records:main/0.l0"
  thunk
    "group:tuple_records:main/0"
"tuple_records:main/0.return"
  thunk
    "group:tuple_records:main/0"
