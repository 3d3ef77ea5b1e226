"group:bit_matching:main/0"
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
    lumen_bits_begin
    lumen_bits_put_integer
    -> bits.next bits.failed
  bits.failed
    -> raise
  bits.next
    lumen_bits_finish
    lumen_bits_begin
    lumen_bits_put_integer
    -> bits.next12 bits.failed11
  raise
    -> exit
  bits.failed11
    -> raise
  bits.next12
    lumen_bits_finish
    -> known more
  more
    -> more13 known14
  known
    lumen_bif_erlang_display_1
    -> return
  more13
    lumen_equal_exact
    -> known14
  known14
    -> known
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
    -> back1 next15
  next15
    -> back3 next16
  next16
    -> back5 next17
  next17
    -> back7 next18
  next18
    -> back9 next19
  next19
    -> main never
"bit_matching:packet/1.local"
  slots
    -> start
  start
    -> packet
  enter
    -> leave go
  entry
    -> more match_2
  yes_1
    lumen_bits_size
    -> yes_3 match_4
  yes_3
    lumen_bits_get_integer
    -> ok failed
  then_6
    -> yes_5 match_4
  yes_5
    -> more1 match_4
  yes_7
    lumen_bits_get_slice
    lumen_bits_get_slice
    -> return
  match_2
    -> exit
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
    -> exit
  go
    -> entry
  exit
    -> jump
  more
    -> yes_1 match_2
  failed
    -> match_4
  ok
    -> then_6
  more1
    -> more2 match_4
  more2
    -> yes_7 match_4
  return
    -> exit
  jump
  packet
    -> enter
"bit_matching:floats/1.local"
  slots
    -> start
  start
    -> floats
  enter
    -> leave go
  entry
    -> more match_2
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
    -> exit
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  more
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
    -> exit
  jump
  floats
    -> enter
"bit_matching:numbers/1.local"
  slots
    -> start
  start
    -> numbers
  enter
    -> leave go
  entry
    -> more match_2
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
  numbers
    -> enter
"bit_matching:texts/1.local"
  slots
    -> start
  start
    -> texts
  enter
    -> leave go
  entry
    -> more match_2
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
    -> exit
  go
    -> entry
  exit
    -> jump
  more
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
    -> exit
  jump
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
"bit_matching:main/0"
  thunk
    "group:bit_matching:main/0"
