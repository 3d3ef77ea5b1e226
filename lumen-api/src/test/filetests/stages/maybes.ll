"group:maybes:main/0"
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
  handler
    -> handler_2
  enough8
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
    -> main next16
  next16
    -> handler never
"maybes:add/2.local"
  slots
    -> start
  start
    -> add
  enter
    -> leave go
  entry
    -> more edge
  yes_2
    -> case_4 match_3
  case_4
    lumen_bif_erlang_plus_2
    -> ok failed
  yes_5
    -> case_7 match_6
  case_7
    lumen_bif_erlang_plus_2
    -> ok4 failed3
  match_6
    -> goto_1
  match_3
    -> goto_1
  goto_1
    -> case_8 else_9
  case_8
    -> return
  else_9
    -> body_10 next_11
  body_10
    -> return
  next_11
    -> exit
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  edge
    -> goto_1
  more
    -> yes_2 edge
  failed
    -> raise.builtin
  ok
    -> more2 edge1
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    -> exit
  edge1
    -> goto_1
  more2
    -> yes_5 edge1
  failed3
    -> raise.builtin
  ok4
    -> return
  return
    -> exit
  jump
  add
    -> enter
"maybes:plain/1.local"
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
    -> exit
  go
    -> entry
  exit
    -> jump
  return
    -> exit
  jump
  plain
    -> enter
"maybes:unmatched/1.local"
  slots
    -> start
  start
    -> unmatched
  enter
    -> leave go
  entry
    -> case_2 else_3
  case_2
    -> return
  else_3
    -> case_4 else_5
  case_4
    -> return
  else_5
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
"maybes:main/0.l0"
  thunk
    "group:maybes:main/0"
"maybes:main/0"
  thunk
    "group:maybes:main/0"
