"group:matching:main/0"
  slots
    -> start
  start
    -> from.return from.outside
  enter
    -> leave go
  entry
    -> exit
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
    -> exit
  back9
    -> collect enough10
  enough10
    -> exit
  back11
    -> collect enough12
  enough12
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
    -> back1 next13
  next13
    -> back3 next14
  next14
    -> back5 next15
  next15
    -> back7 next16
  next16
    -> back9 next17
  next17
    -> back11 next18
  next18
    -> main never
"matching:both/1.local"
  slots
    -> start
  start
    -> both
  enter
    -> leave go
  entry
    -> more no_2
  yes_1
    -> more1 no_4
  yes_3
    -> more2 match_6
  yes_5
    -> yes_8 more3
  yes_8
    -> body_7 more5
  body_7
    -> return
  match_6
    -> exit
  no_4
    -> exit
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
  more1
    -> yes_3 no_4
  more2
    -> yes_5 match_6
  more3
    -> more4 match_6
  more4
    lumen_equal_exact
    -> yes_8 match_6
  more5
    -> more6 match_6
  more6
    lumen_equal_exact
    -> body_7 match_6
  return
    -> exit
  jump
  both
    -> enter
"matching:same/2.local"
  slots
    -> start
  start
    -> same
  enter
    -> leave go
  entry
    -> body_1 more
  body_1
    -> return
  next_2
    -> return
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  more
    -> more1 next_2
  more1
    lumen_equal_exact
    -> body_1 next_2
  return
    -> exit
  jump
  same
    -> enter
"matching:number/1.local"
  slots
    -> start
  start
    -> number
  enter
    -> leave go
  entry
    -> case_1 next
  case_1
    -> return
  case_2
    -> return
  else_3
    -> exit
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  next
    -> case_2 else_3
  return
    -> exit
  jump
  number
    -> enter
"matching:prefix/1.local"
  slots
    -> start
  start
    -> prefix
  enter
    -> leave go
  entry
    -> yes_1 match_2
  yes_1
    -> case_3 match_2
  case_3
    -> yes_4 match_2
  yes_4
    -> case_5 match_2
  case_5
    -> yes_6 match_2
  yes_6
    -> case_7 match_2
  case_7
    -> return
  match_2
    -> exit
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  return
    -> exit
  jump
  prefix
    -> enter
"matching:failing/1.local"
  slots
    -> start
  start
    -> failing
  enter
    -> leave go
  entry
    -> join_2 no_4
  no_4
    lumen_trace_here
    -> handler_1
  join_2
    -> return
  handler_1
    -> collect enough
  case_5
    -> more match_6
  yes_7
    -> case_8 match_6
  case_8
    lumen_build_stacktrace
    -> return
  match_6
    lumen_set_exception
    -> raise
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  return
    -> exit
  collect
    lumen_collect
    -> reload leave1
  enough
    -> case_5 match_6
  reload
    -> enough
  leave1
  more
    -> yes_7 match_6
  raise
    -> exit
  jump
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
"matching:main/0"
  thunk
    "group:matching:main/0"
