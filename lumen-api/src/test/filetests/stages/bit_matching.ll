"group:bit_matching:main/0"
  slots
    -> start
  start
    -> never
    -> back
    -> back4
    -> back8
    -> back12
    -> back16
    -> back20
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
    "bit_matching:packet/1"
  reload
    -> enough
  back
    -> collect1 enough2
  collect1
    lumen_collect
    -> reload3 leave
  enough2
    "bit_matching:packet/1"
  reload3
    -> enough2
  back4
    -> collect5 enough6
  collect5
    lumen_collect
    -> reload7 leave
  enough6
    "bit_matching:floats/1"
  reload7
    -> enough6
  back8
    -> collect9 enough10
  collect9
    lumen_collect
    -> reload11 leave
  enough10
    "bit_matching:numbers/1"
  reload11
    -> enough10
  back12
    -> collect13 enough14
  collect13
    lumen_collect
    -> reload15 leave
  enough14
    "bit_matching:texts/1"
  reload15
    -> enough14
  back16
    -> collect17 enough18
  collect17
    lumen_collect
    -> reload19 leave
  enough18
    "bit_matching:texts/1"
  reload19
    -> enough18
  back20
    -> collect21 enough22
  collect21
    lumen_collect
    -> reload23 leave
  enough22
    lumen_bits_begin
    lumen_bits_put_integer
    -> bits.next bits.failed
  reload23
    -> enough22
  bits.failed
    -> raise
  bits.next
    lumen_bits_finish
    -> collect24 enough25
  raise
    lumen_raise
  collect24
    lumen_collect
    -> reload26 leave
  enough25
    lumen_bits_begin
    lumen_bits_put_integer
    -> bits.next28 bits.failed27
  reload26
    -> enough25
  bits.failed27
    -> raise
  bits.next28
    lumen_bits_finish
    -> known more
  more
    -> more29 known30
  known
    -> collect31 enough32
  more29
    lumen_equal_exact
    -> known30
  known30
    -> known
  collect31
    lumen_collect
    -> reload33 leave
  enough32
    lumen_bif_erlang_display_1
    -> return
  reload33
    -> enough32
  return
  main
    -> enter
  never
"bit_matching:packet/1"
  slots
    -> start
  start
    -> packet
  enter
    -> yield go
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
    -> collect enough
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
  yield
    -> leave
  go
    -> entry
  leave
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
  collect
    lumen_collect
    -> reload leave
  enough
    lumen_bits_get_slice
    -> collect5 enough6
  reload
    -> enough
  collect5
    lumen_collect
    -> reload7 leave
  enough6
    lumen_bits_get_slice
    -> collect8 enough9
  reload7
    -> enough6
  collect8
    lumen_collect
    -> reload10 leave
  enough9
    -> return
  reload10
    -> enough9
  return
  raise
    lumen_raise
  packet
    -> enter
"bit_matching:floats/1"
  slots
    -> start
  start
    -> floats
  enter
    -> yield go
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
  yield
    -> leave
  go
    -> entry
  leave
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
    -> collect enough
  collect
    lumen_collect
    -> reload leave
  enough
    -> yes_5
  reload
    -> enough
  return
  raise
    lumen_raise
  floats
    -> enter
"bit_matching:numbers/1"
  slots
    -> start
  start
    -> numbers
  enter
    -> yield go
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
    -> collect enough
  match_2
    lumen_set_function_clause
    -> raise
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
    lumen_bits_get_slice
    -> collect1 enough2
  reload
    -> enough
  collect1
    lumen_collect
    -> reload3 leave
  enough2
    -> return
  reload3
    -> enough2
  return
  raise
    lumen_raise
  numbers
    -> enter
"bit_matching:texts/1"
  slots
    -> start
  start
    -> texts
  enter
    -> yield go
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
    -> collect enough
  match_2
    -> return
  yield
    -> leave
  go
    -> entry
  leave
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
  collect
    lumen_collect
    -> reload leave
  enough
    -> return
  reload
    -> enough
  return
  texts
    -> enter
"bit_matching:module_info/0"
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
"bit_matching:module_info/1"
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
"bit_matching:main/0"
  thunk
    "group:bit_matching:main/0"
"bit_matching:main/0.return"
  thunk
    "group:bit_matching:main/0"
