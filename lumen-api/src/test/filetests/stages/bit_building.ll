"group:bit_building:main/0"
  slots
    -> start
  start
    -> never
    -> back
    -> back4
    -> back8
    -> back12
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
    "bit_building:integers/2"
  reload
    -> enough
  back
    -> collect1 enough2
  collect1
    lumen_collect
    -> reload3 leave
  enough2
    "bit_building:floats/1"
  reload3
    -> enough2
  back4
    -> collect5 enough6
  collect5
    lumen_collect
    -> reload7 leave
  enough6
    "bit_building:parts/1"
  reload7
    -> enough6
  back8
    -> collect9 enough10
  collect9
    lumen_collect
    -> reload11 leave
  enough10
    "bit_building:texts/1"
  reload11
    -> enough10
  back12
    -> collect13 enough14
  collect13
    lumen_collect
    -> reload15 leave
  enough14
    lumen_bif_erlang_display_1
    -> return
  reload15
    -> enough14
  return
  main
    -> enter
  never
"bit_building:integers/2"
  slots
    -> start
  start
    -> integers
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
    lumen_bits_begin
    lumen_bits_put_integer
    -> bits.next bits.failed
  reload
    -> enough
  bits.failed
    -> raise
  bits.next
    lumen_bits_put_integer
    -> bits.next1 bits.failed
  bits.next1
    lumen_bits_put_integer
    -> bits.next2 bits.failed
  bits.next2
    lumen_bits_put_bytes
    -> bits.next3 bits.failed
  bits.next3
    lumen_bits_finish
    -> return
  raise
    lumen_raise
  return
  integers
    -> enter
"bit_building:floats/1"
  slots
    -> start
  start
    -> floats
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
    lumen_bits_begin
    lumen_bits_put_float
    -> bits.next bits.failed
  reload
    -> enough
  bits.failed
    -> raise
  bits.next
    lumen_bits_put_float
    -> bits.next1 bits.failed
  bits.next1
    lumen_bits_put_bytes
    -> bits.next2 bits.failed
  bits.next2
    lumen_bits_finish
    -> return
  raise
    lumen_raise
  return
  floats
    -> enter
"bit_building:parts/1"
  slots
    -> start
  start
    -> parts
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
    lumen_bits_begin_append
    -> bits.next bits.failed
  reload
    -> enough
  bits.failed
    -> raise
  bits.next
    lumen_bits_put_slice
    -> bits.next1 bits.failed
  bits.next1
    lumen_bits_put_slice
    -> bits.next2 bits.failed
  bits.next2
    lumen_bits_put_slice
    -> bits.next3 bits.failed
  bits.next3
    lumen_bits_finish
    -> return
  raise
    lumen_raise
  return
  parts
    -> enter
"bit_building:texts/1"
  slots
    -> start
  start
    -> texts
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
    lumen_bits_begin
    lumen_bits_put_utf8
    -> bits.next bits.failed
  reload
    -> enough
  bits.failed
    -> raise
  bits.next
    lumen_bits_put_utf16
    -> bits.next1 bits.failed
  bits.next1
    lumen_bits_put_utf32
    -> bits.next2 bits.failed
  bits.next2
    lumen_bits_put_bytes
    -> bits.next3 bits.failed
  bits.next3
    lumen_bits_finish
    -> return
  raise
    lumen_raise
  return
  texts
    -> enter
"bit_building:module_info/0"
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
"bit_building:module_info/1"
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
"bit_building:main/0"
  thunk
    "group:bit_building:main/0"
"bit_building:main/0.return"
  thunk
    "group:bit_building:main/0"
