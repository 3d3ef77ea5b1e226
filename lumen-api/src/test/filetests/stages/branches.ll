"group:branches:main/0"
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
    -> back1 next11
  next11
    -> back3 next12
  next12
    -> back5 next13
  next13
    -> back7 next14
  next14
    -> back9 next15
  next15
    -> main never
"branches:decide/1.local"
  slots
    -> start
  start
    -> decide
  enter
    -> leave go
  entry
    -> more no_3
  yes_2
    -> case_4 match_5
  case_4
    -> compare.small compare.other
  no_3
    -> case_7 match_5
  case_7
    -> join_1
  match_5
    -> join_1
  join_1
    -> return
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  more
    -> yes_2 no_3
  edge
    -> join_1
  edge1
    -> join_1
  compare.slow
    lumen_compare
    -> edge edge1
  compare.small
    -> edge edge1
  compare.other
    -> compare.slow
  return
    -> exit
  jump
  decide
    -> enter
"branches:sign/1.local"
  slots
    -> start
  start
    -> sign
  enter
    -> leave go
  entry
    -> compare.small compare.other
  body_1
    -> return
  next_2
    lumen_bif_erlang_minus_1
    -> ok failed
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  compare.slow
    lumen_compare
    -> body_1 next_2
  compare.small
    -> body_1 next_2
  compare.other
    -> compare.slow
  return
    -> exit
  failed
    -> raise.builtin
  ok
    -> return
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    -> exit
  jump
  sign
    -> enter
"branches:block/1.local"
  slots
    -> start
  start
    -> block
  enter
    -> leave go
  entry
    lumen_bif_erlang_plus_2
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
    lumen_bif_erlang_plus_2
    -> ok2 failed1
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    -> exit
  failed1
    -> raise.builtin
  ok2
    -> return
  return
    -> exit
  jump
  block
    -> enter
"branches:module_info/0"
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
"branches:module_info/1"
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
"branches:main/0"
  thunk
    "group:branches:main/0"
