"group:lists_and_tuples:main/0"
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
"lists_and_tuples:swap/1.local"
  slots
    -> start
  start
    -> swap
  enter
    -> leave go
  entry
    -> more no_2
  yes_1
    -> return
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
  return
    -> exit
  jump
  swap
    -> enter
"lists_and_tuples:build/2.local"
  slots
    -> start
  start
    -> build
  enter
    -> leave go
  entry
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
  build
    -> enter
"lists_and_tuples:take/1.local"
  slots
    -> start
  start
    -> take
  enter
    -> leave go
  entry
    -> yes_1 no_2
  yes_1
    -> yes_3 no_4
  yes_3
    -> return
  no_4
    -> yes_5 match_6
  yes_5
    -> return
  no_2
    -> yes_7 match_6
  yes_7
    -> return
  match_6
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
  take
    -> enter
"lists_and_tuples:module_info/0"
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
"lists_and_tuples:module_info/1"
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
"lists_and_tuples:main/0"
  thunk
    "group:lists_and_tuples:main/0"
