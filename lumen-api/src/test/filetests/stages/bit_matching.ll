"group:bit_matching:main/0"
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
    "bit_matching:packet/1"
  collect
    -> leave23
  enough
    -> jump3
  back2
    -> collect enough4
  jump3
    "bit_matching:packet/1"
  enough4
    -> jump6
  back5
    -> collect enough7
  jump6
    "bit_matching:floats/1"
  enough7
    -> jump9
  back8
    -> collect enough10
  jump9
    "bit_matching:numbers/1"
  enough10
    -> jump12
  back11
    -> collect enough13
  jump12
    "bit_matching:texts/1"
  enough13
    -> jump15
  back14
    -> collect enough16
  jump15
    "bit_matching:texts/1"
  enough16
    lumen_bits_begin
    lumen_bits_put_integer
    -> bits.next bits.failed
  bits.failed
    -> raise
  bits.next
    lumen_bits_finish
    lumen_bits_begin
    lumen_bits_put_integer
    -> bits.next18 bits.failed17
  raise
    lumen_raise
    -> jump22
  bits.failed17
    -> raise
  bits.next18
    lumen_bits_finish
    -> known more
  more
    -> more19 known20
  known
    lumen_bif_erlang_display_1
    -> return
  more19
    lumen_equal_exact
    -> known20
  known20
    -> known
  return
    -> jump21
  jump21
  jump22
  leave23
  main
    -> enter
  never
"bit_matching:packet/1"
  slots
    -> start
  start
    -> packet
  enter
    -> leave go
  entry
    -> more known
  yes_1
    lumen_bits_size
    -> yes_3 match_4
  yes_3
    lumen_bits_get_integer
    -> ok failed
  then_6
    -> yes_5 match_4
  yes_5
    -> more1 known2
  yes_7
    lumen_bits_get_slice
    lumen_bits_get_slice
    -> return
  match_2
    lumen_set_function_clause
    -> raise
  match_4
    lumen_bits_size
    -> yes_8 match_2
  yes_8
    -> yes_9 match_2
  yes_9
    -> yes_10 match_2
  yes_10
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
  failed
    -> match_4
  ok
    -> then_6
  more1
    -> more3 known4
  known2
    -> yes_7 match_4
  more3
    -> known4
  known4
    -> known2
  return
    -> jump5
  raise
    lumen_raise
    -> jump6
  jump5
  jump6
  packet
    -> enter
"bit_matching:floats/1"
  slots
    -> start
  start
    -> floats
  enter
    -> leave go
  entry
    -> more known
  yes_1
    lumen_bits_size
    -> there_4 match_2
  there_4
    lumen_bits_get_float
    -> ok failed
  yes_3
    -> there_6 match_2
  there_6
    lumen_bits_get_float
    -> ok2 failed1
  yes_5
    -> yes_7 match_2
  yes_7
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
  failed
    -> match_2
  ok
    -> yes_3
  failed1
    -> match_2
  ok2
    -> yes_5
  return
    -> jump3
  raise
    lumen_raise
    -> jump4
  jump3
  jump4
  floats
    -> enter
"bit_matching:numbers/1"
  slots
    -> start
  start
    -> numbers
  enter
    -> leave go
  entry
    -> more known
  yes_1
    lumen_bits_size
    -> yes_3 match_2
  yes_3
    -> yes_4 match_2
  yes_4
    lumen_bits_get_integer
    lumen_bits_get_integer
    lumen_bits_get_slice
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
  numbers
    -> enter
"bit_matching:texts/1"
  slots
    -> start
  start
    -> texts
  enter
    -> leave go
  entry
    -> more known
  yes_1
    lumen_bits_get_utf8
    -> ok failed
  then_4
    lumen_bits_get_utf8
    -> ok2 failed1
  then_6
    lumen_bits_get_utf16
    -> ok4 failed3
  then_8
    lumen_bits_size
    -> yes_9 match_2
  yes_9
    -> return
  match_2
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
  failed
    -> match_2
  ok
    -> then_4
  failed1
    -> match_2
  ok2
    -> then_6
  failed3
    -> match_2
  ok4
    -> then_8
  return
    -> jump5
  jump5
  texts
    -> enter
"bit_matching:module_info/0"
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
"bit_matching:module_info/1"
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
"bit_matching:main/0"
  thunk
    -> jump
  jump
    "group:bit_matching:main/0"
"bit_matching:main/0.return"
  thunk
    -> jump
  jump
    "group:bit_matching:main/0"
