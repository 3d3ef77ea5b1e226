"group:tuple_records:main/0"
  slots
    -> start
  start
    -> never
    -> back
    -> back10
    -> back14
    -> back21
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
    -> collect1 enough2
  yes_7
    -> match_8
    -> case_9
  case_9
    -> collect4 enough5
  match_8
    -> collect15 enough16
  handler_11
    -> else_13
    -> case_12
  case_12
    -> join_10
  else_13
    lumen_set_exception
    -> raise
  join_10
    -> collect18 enough19
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
  collect1
    lumen_collect
    -> reload3 leave
  enough2
    lumen_set_exception
    -> raise
  reload3
    -> enough2
  raise
    lumen_raise
  collect4
    lumen_collect
    -> reload6 leave
  enough5
    "tuple_records:is_point/1"
  reload6
    -> enough5
  back
    -> collect7 enough8
  collect7
    lumen_collect
    -> reload9 leave
  enough8
    "tuple_records:is_point/1"
  reload9
    -> enough8
  back10
    -> collect11 enough12
  collect11
    lumen_collect
    -> reload13 leave
  enough12
    "tuple_records:move/1"
  reload13
    -> enough12
  back14
    -> join_10
  handler
    -> handler_11
  collect15
    lumen_collect
    -> reload17 leave
  enough16
    lumen_set_exception
    -> raise
  reload17
    -> enough16
  collect18
    lumen_collect
    -> reload20 leave
  enough19
    "tuple_records:first/1"
  reload20
    -> enough19
  back21
    -> collect22 enough23
  collect22
    lumen_collect
    -> reload24 leave
  enough23
    lumen_bif_erlang_display_1
    -> return
  reload24
    -> enough23
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
    -> collect enough
  yes_5
    -> match_6
    -> case_7
  case_7
    -> collect3 enough4
  match_6
    -> collect6 enough7
  yield
    -> leave
  go
    -> entry
  leave
  more
    -> known
  known
    -> yes_2 match_3
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
    -> yes_5 match_6
  collect
    lumen_collect
    -> reload leave
  enough
    lumen_set_exception
    -> raise
  reload
    -> enough
  collect3
    lumen_collect
    -> reload5 leave
  enough4
    -> return
  reload5
    -> enough4
  return
  collect6
    lumen_collect
    -> reload8 leave
  enough7
    lumen_set_exception
    -> raise
  reload8
    -> enough7
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
    "erlang:get_module_info/1"
  yield
    -> leave
  go
    -> entry
  leave
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
    "erlang:get_module_info/2"
  yield
    -> leave
  go
    -> entry
  leave
  module_info
    -> enter
"tuple_records:main/0"
  thunk
    "group:tuple_records:main/0"
"tuple_records:main/0.l0"
  thunk
    "group:tuple_records:main/0"
