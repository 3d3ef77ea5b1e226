"group:tuple_records:main/0"
  slots
    -> start
  start
    -> never
    -> back
    -> back2
    -> back5
    -> back11
    -> main
    -> handler
  enter
    -> leave go
  entry
    -> yes_3 match_4
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
    -> jump1
  match_8
    lumen_set_exception
    -> raise
  handler_11
    -> collect8 enough9
  case_12
    -> join_10
  else_13
    lumen_set_exception
    -> raise
  join_10
    -> jump12
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  more
    -> known
  known
    -> yes_7 match_8
  raise
    lumen_raise
    -> jump15
  back
    -> collect enough
  jump1
    "tuple_records:is_point/1"
  collect
    -> leave10
  enough
    -> jump3
  back2
    -> collect enough4
  jump3
    "tuple_records:is_point/1"
  enough4
    -> jump6
  back5
    -> collect enough7
  handler
    -> handler_11
  jump6
    "tuple_records:move/1"
  enough7
    -> join_10
  collect8
    lumen_collect
    -> reload leave10
  enough9
    -> else_13
    -> case_12
  reload
    -> enough9
  leave10
  back11
    -> collect enough13
  jump12
    "tuple_records:first/1"
  enough13
    lumen_bif_erlang_display_1
    -> return
  return
    -> jump14
  jump14
  jump15
  main
    -> enter
  never
"tuple_records:is_point/1"
  slots
    -> start
  start
    -> is_point
  enter
    -> leave go
  entry
    lumen_bif_erlang_is_record_3
    -> ok failed
  case_3
    lumen_bif_erlang_is_record_3
    -> ok2 failed1
  case_6
    -> more known
  else_7
    -> pad_8
  join_5
    -> compare.small compare.other
  body_1
    -> return
  next_2
    lumen_bif_erlang_is_record_3
    -> ok8 failed7
  pad_8
    -> next_2
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
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
    -> jump9
  failed7
    -> raise.builtin
  ok8
    -> return
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    lumen_raise
    -> jump10
  jump9
  jump10
  is_point
    -> enter
"tuple_records:move/1"
  slots
    -> start
  start
    -> move
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
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  more
    -> known
  known
    -> yes_2 match_3
  failed
    -> raise.builtin
  ok
    -> more1 known2
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    lumen_raise
    -> jump4
  more1
    -> known2
  known2
    -> yes_5 match_6
  return
    -> jump3
  jump3
  jump4
  move
    -> enter
"tuple_records:first/1"
  slots
    -> start
  start
    -> first
  enter
    -> leave go
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
  return
    -> jump1
  raise
    lumen_raise
    -> jump2
  jump1
  jump2
  first
    -> enter
"tuple_records:module_info/0"
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
"tuple_records:module_info/1"
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
"tuple_records:main/0.l0"
  thunk
    -> jump
  jump
    "group:tuple_records:main/0"
"tuple_records:main/0"
  thunk
    -> jump
  jump
    "group:tuple_records:main/0"
"tuple_records:main/0.return"
  thunk
    -> jump
  jump
    "group:tuple_records:main/0"
