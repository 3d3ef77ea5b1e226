"group:parallel_bits:main/0"
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
    -> main never
"group:parallel_bits:-main/0-lc$^0/1-0-/1"
  slots
    -> start
  start
    -> from.return from.outside
  enter
    -> leave go
  entry
    -> yes_1 no_2
  yes_1
    -> exit
  no_2
    -> yes_3 no_4
  yes_3
    -> return
  no_4
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
    -> enter
  back1
    -> collect enough2
  enough2
    -> return
  return
    -> return.inside return.outside
  return.inside
    -> labels
  return.outside
    -> exit
  labels
    -> back next
  jump
  "-main/0-lc$^0/1-0-"
    -> enter
  from.return
    -> labels
  from.outside
    -> labels
  never
  next
    -> back1 next3
  next3
    -> "-main/0-lc$^0/1-0-" never
"parallel_bits:both/1.local"
  slots
    -> start
  start
    -> both
  enter
    -> leave go
  entry
    -> more match_2
  yes_1
    lumen_bits_size
    -> yes_3 match_2
  yes_3
    -> yes_4 no_5
  yes_4
    -> yes_6 no_5
  yes_6
    -> yes_8 no_5
  yes_8
    lumen_bits_get_integer
    lumen_bits_get_integer
    -> return
  no_5
    lumen_bits_get_integer
    lumen_bits_size
    -> yes_11 match_2
  match_2
    -> return
  yes_11
    -> yes_12 match_2
  yes_12
    -> yes_13 match_2
  yes_13
    -> yes_14 match_2
  yes_14
    lumen_bits_get_integer
    lumen_bits_get_integer
    -> return
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
  both
    -> enter
"parallel_bits:module_info/0"
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
"parallel_bits:module_info/1"
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
"parallel_bits:main/0"
  thunk
    "group:parallel_bits:main/0"
