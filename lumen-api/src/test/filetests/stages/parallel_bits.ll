"group:parallel_bits:main/0"
  slots
    -> start
  start
    -> never
    -> back
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
    lumen_bif_erlang_display_1
    -> return
  jump1
    "group:parallel_bits:-main/0-lc$^0/1-0-/1"
  return
    -> jump2
  jump2
  main
    -> enter
  never
"group:parallel_bits:-main/0-lc$^0/1-0-/1"
  slots
    -> start
  start
    -> never7
    -> back
    -> back2
    -> "-main/0-lc$^0/1-0-"
  enter
    -> leave go
  entry
    -> yes_1 no_2
  yes_1
    -> jump1
  no_2
    -> yes_3 no_4
  yes_3
    -> return
  no_4
    lumen_set_exception
    -> raise
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  back
    -> collect enough
  jump1
    "parallel_bits:both/1"
  collect
    -> leave6
  enough
    -> enter
  back2
    -> collect enough3
  enough3
    -> return
  return
    -> return.inside return.outside
  raise
    lumen_raise
    -> jump5
  return.inside
    -> never
    -> back
    -> back2
  return.outside
    -> jump4
  never
  jump4
  jump5
  leave6
  "-main/0-lc$^0/1-0-"
    -> enter
  never7
"parallel_bits:both/1"
  slots
    -> start
  start
    -> both
  enter
    -> leave go
  entry
    -> more known
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
  jump1
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
"parallel_bits:main/0"
  thunk
    -> jump
  jump
    "group:parallel_bits:main/0"
"parallel_bits:main/0.return"
  thunk
    -> jump
  jump
    "group:parallel_bits:main/0"
"parallel_bits:-main/0-lc$^0/1-0-/1.return"
  thunk
    -> jump
  jump
    "group:parallel_bits:-main/0-lc$^0/1-0-/1"
