"group:parallel_bits:main/0"
  slots
    -> start
  start
    -> never
    -> back
    -> main
  enter
    -> yield go
  entry
    -> collect enough
  yield
    -> leave
  go
    -> entry
  leave
  collect
    lumen_collect
    -> reload leave
  enough
    "group:parallel_bits:-main/0-lc$^0/1-0-/1"
  reload
    -> enough
  back
    lumen_bif_erlang_display_1
    -> return
  return
  main
    -> enter
  never
"group:parallel_bits:-main/0-lc$^0/1-0-/1"
  slots
    -> start
  start
    -> never11
    -> back
    -> back4
    -> "-main/0-lc$^0/1-0-"
  enter
    -> yield go
  entry
    -> yes_1 no_2
  yes_1
    -> collect enough
  no_2
    -> yes_3 no_4
  yes_3
    -> return
  no_4
    -> collect8 enough9
  yield
    -> leave
  go
    -> entry
  leave
  collect
    lumen_collect
    -> reload leave
  enough
    "parallel_bits:both/1"
  reload
    -> enough
  back
    -> collect1 enough2
  collect1
    lumen_collect
    -> reload3 leave
  enough2
    -> enter
  reload3
    -> enough2
  back4
    -> collect5 enough6
  collect5
    lumen_collect
    -> reload7 leave
  enough6
    -> return
  reload7
    -> enough6
  return
    -> return.inside return.outside
  collect8
    lumen_collect
    -> reload10 leave
  enough9
    lumen_set_exception
    -> raise
  reload10
    -> enough9
  raise
    lumen_raise
  return.inside
    -> never
    -> back
    -> back4
  return.outside
  never
  "-main/0-lc$^0/1-0-"
    -> enter
  never11
"parallel_bits:both/1"
  slots
    -> start
  start
    -> both
  enter
    -> yield go
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
    -> collect enough
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
    -> collect1 enough2
  yield
    -> leave
  go
    -> entry
  leave
  more
    -> known
  known
    -> yes_1 match_2
  collect
    lumen_collect
    -> reload leave
  enough
    -> return
  reload
    -> enough
  return
  collect1
    lumen_collect
    -> reload3 leave
  enough2
    -> return
  reload3
    -> enough2
  both
    -> enter
"parallel_bits:module_info/0"
  slots
    -> start
  start
    -> module_info
  enter
    -> yield go
  entry
    -> collect enough
  yield
    -> leave
  go
    -> entry
  leave
  collect
    lumen_collect
    -> reload leave
  enough
    lumen_bif_erlang_get_module_info_1
    -> ok failed
  reload
    -> enough
  failed
    lumen_set_builtin_failure
    -> raise
  ok
    -> return
  raise
    lumen_raise
  return
  module_info
    -> enter
"parallel_bits:module_info/1"
  slots
    -> start
  start
    -> module_info
  enter
    -> yield go
  entry
    -> collect enough
  yield
    -> leave
  go
    -> entry
  leave
  collect
    lumen_collect
    -> reload leave
  enough
    lumen_bif_erlang_get_module_info_2
    -> ok failed
  reload
    -> enough
  failed
    lumen_set_builtin_failure
    -> raise
  ok
    -> return
  raise
    lumen_raise
  return
  module_info
    -> enter
"parallel_bits:main/0"
  thunk
    "group:parallel_bits:main/0"
"parallel_bits:main/0.return"
  thunk
    "group:parallel_bits:main/0"
"parallel_bits:-main/0-lc$^0/1-0-/1"
  thunk
    "group:parallel_bits:-main/0-lc$^0/1-0-/1"
"parallel_bits:-main/0-lc$^0/1-0-/1.return"
  thunk
    "group:parallel_bits:-main/0-lc$^0/1-0-/1"
