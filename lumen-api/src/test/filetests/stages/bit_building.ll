"group:bit_building:main/0"
  slots
    -> start
  start
    -> never
    -> back
    -> back2
    -> back5
    -> back8
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
    "bit_building:integers/2"
  collect
    -> leave12
  enough
    -> jump3
  back2
    -> collect enough4
  jump3
    "bit_building:floats/1"
  enough4
    -> jump6
  back5
    -> collect enough7
  jump6
    "bit_building:parts/1"
  enough7
    -> jump9
  back8
    -> collect enough10
  jump9
    "bit_building:texts/1"
  enough10
    lumen_bif_erlang_display_1
    -> return
  return
    -> jump11
  jump11
  leave12
  main
    -> enter
  never
"bit_building:integers/2"
  slots
    -> start
  start
    -> integers
  enter
    -> leave go
  entry
    lumen_bits_begin
    lumen_bits_put_integer
    -> bits.next bits.failed
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
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
    -> jump5
  return
    -> jump4
  jump4
  jump5
  integers
    -> enter
"bit_building:floats/1"
  slots
    -> start
  start
    -> floats
  enter
    -> leave go
  entry
    lumen_bits_begin
    lumen_bits_put_float
    -> bits.next bits.failed
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
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
    -> jump4
  return
    -> jump3
  jump3
  jump4
  floats
    -> enter
"bit_building:parts/1"
  slots
    -> start
  start
    -> parts
  enter
    -> leave go
  entry
    lumen_bits_begin_append
    -> bits.next bits.failed
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
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
    -> jump5
  return
    -> jump4
  jump4
  jump5
  parts
    -> enter
"bit_building:texts/1"
  slots
    -> start
  start
    -> texts
  enter
    -> leave go
  entry
    lumen_bits_begin
    lumen_bits_put_utf8
    -> bits.next bits.failed
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
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
    -> jump5
  return
    -> jump4
  jump4
  jump5
  texts
    -> enter
"bit_building:module_info/0"
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
"bit_building:module_info/1"
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
"bit_building:main/0"
  thunk
    -> jump
  jump
    "group:bit_building:main/0"
"bit_building:main/0.return"
  thunk
    -> jump
  jump
    "group:bit_building:main/0"
