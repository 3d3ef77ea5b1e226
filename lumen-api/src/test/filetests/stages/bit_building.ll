"group:bit_building:main/0"
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
    -> back1 next7
  next7
    -> back3 next8
  next8
    -> back5 next9
  next9
    -> main never
"bit_building:integers/2.local"
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
    -> exit
  go
    -> entry
  exit
    -> jump
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
    -> exit
  return
    -> exit
  jump
  integers
    -> enter
"bit_building:floats/1.local"
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
    -> exit
  go
    -> entry
  exit
    -> jump
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
    -> exit
  return
    -> exit
  jump
  floats
    -> enter
"bit_building:parts/1.local"
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
    -> exit
  go
    -> entry
  exit
    -> jump
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
    -> exit
  return
    -> exit
  jump
  parts
    -> enter
"bit_building:texts/1.local"
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
    -> exit
  go
    -> entry
  exit
    -> jump
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
    -> exit
  return
    -> exit
  jump
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
"bit_building:main/0"
  thunk
    "group:bit_building:main/0"
