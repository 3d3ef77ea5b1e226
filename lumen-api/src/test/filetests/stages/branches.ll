"group:branches:main/0"
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
    "branches:decide/1"
  collect
    -> leave18
  enough
    -> jump3
  back2
    -> collect enough4
  jump3
    "branches:decide/1"
  enough4
    -> jump6
  back5
    -> collect enough7
  jump6
    "branches:decide/1"
  enough7
    -> jump9
  back8
    -> collect enough10
  jump9
    "branches:sign/1"
  enough10
    -> jump12
  back11
    -> collect enough13
  jump12
    "branches:sign/1"
  enough13
    -> jump15
  back14
    -> collect enough16
  jump15
    "branches:block/1"
  enough16
    lumen_bif_erlang_display_1
    -> return
  return
    -> jump17
  jump17
  leave18
  main
    -> enter
  never
"branches:decide/1"
  slots
    -> start
  start
    -> decide
  enter
    -> leave go
  entry
    -> more known
  yes_2
    -> match_5
    -> case_4
  case_4
    -> compare.small compare.other
  no_3
    -> match_5
    -> case_7
  case_7
    -> join_1
  match_5
    -> join_1
  join_1
    -> return
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  more
    -> known
  known
    -> yes_2 no_3
  compare.slow
    lumen_compare
    -> compared
  compared
    -> edge edge1
  compare.small
    -> compared
  compare.other
    -> compare.slow
  edge
    -> join_1
  edge1
    -> join_1
  return
    -> jump2
  jump2
  decide
    -> enter
"branches:sign/1"
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
    -> jump
  go
    -> entry
  jump
    lumen_leave
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
    -> jump1
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
  jump1
  jump2
  sign
    -> enter
"branches:block/1"
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
    -> jump
  go
    -> entry
  jump
    lumen_leave
  failed
    -> raise.builtin
  ok
    lumen_bif_erlang_plus_2
    -> ok2 failed1
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    lumen_raise
    -> jump4
  failed1
    -> raise.builtin
  ok2
    -> return
  return
    -> jump3
  jump3
  jump4
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
"branches:main/0"
  thunk
    -> jump
  jump
    "group:branches:main/0"
"branches:main/0.return"
  thunk
    -> jump
  jump
    "group:branches:main/0"
