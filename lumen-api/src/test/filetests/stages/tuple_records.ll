"group:tuple_records:main/0"
  slots
    -> start
  start
    -> from.return from.outside
  enter
    -> leave go
  entry
    -> yes_3 match_4
  yes_3
    -> case_5 match_4
  case_5
    -> more match_8
  match_4
    -> exit
  yes_7
    -> case_9 match_8
  case_9
    -> exit
  match_8
    -> exit
  handler_11
    -> collect5 enough6
  case_12
    -> join_10
  else_13
    lumen_set_exception
    -> raise
  join_10
    -> exit
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  more
    -> yes_7 match_8
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
  handler
    -> handler_11
  enough4
    -> join_10
  collect5
    lumen_collect
    -> reload leave7
  enough6
    -> case_12 else_13
  reload
    -> enough6
  leave7
  raise
    -> exit
  back8
    -> collect enough9
  enough9
    lumen_bif_erlang_display_1
    -> return
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
    -> back1 next10
  next10
    -> back3 next11
  next11
    -> back8 next12
  next12
    -> main next13
  next13
    -> handler never
"tuple_records:is_point/1.local"
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
    lumen_bif_erlang_element_2
    -> ok4 failed3
  else_7
    -> pad_8
  join_5
    -> compare.small compare.other
  body_1
    -> return
  next_2
    lumen_bif_erlang_is_record_3
    -> ok6 failed5
  pad_8
    -> next_2
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  failed
    -> next_2
  ok
    -> case_3 next_2
  failed1
    -> next_2
  ok2
    -> case_6 else_7
  failed3
    -> next_2
  ok4
    -> join_5
  compare.slow
    lumen_compare
    -> body_1 next_2
  compare.small
    -> body_1 next_2
  compare.other
    -> compare.slow
  return
    -> exit
  failed5
    -> raise.builtin
  ok6
    -> return
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    -> exit
  jump
  is_point
    -> enter
"tuple_records:move/1.local"
  slots
    -> start
  start
    -> move
  enter
    -> leave go
  entry
    -> more match_3
  yes_2
    -> case_4 match_3
  case_4
    lumen_bif_erlang_plus_2
    -> ok failed
  match_3
    -> exit
  yes_5
    -> case_7 match_6
  case_7
    -> return
  match_6
    -> exit
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  more
    -> yes_2 match_3
  failed
    -> raise.builtin
  ok
    -> more1 match_6
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    -> exit
  more1
    -> yes_5 match_6
  return
    -> exit
  jump
  move
    -> enter
"tuple_records:first/1.local"
  slots
    -> start
  start
    -> first
  enter
    -> leave go
  entry
    -> more match_2
  yes_1
    -> case_3 match_2
  case_3
    -> return
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
  return
    -> exit
  jump
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
"tuple_records:main/0.l0"
  thunk
    "group:tuple_records:main/0"
"tuple_records:main/0"
  thunk
    "group:tuple_records:main/0"
