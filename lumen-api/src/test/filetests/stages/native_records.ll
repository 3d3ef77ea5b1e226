"group:native_records:main/0"
  slots
    -> start
  start
    -> from.return from.outside
  enter
    -> leave go
  entry
    lumen_bif_records_make_3
    -> ok failed
  handler_2
    -> collect15 enough16
  case_3
    -> join_1
  else_4
    lumen_set_exception
    -> raise
  join_1
    lumen_bif_erlang_display_1
    -> return
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  failed
    -> raise.builtin
  ok
    lumen_bif_records_create_4
    -> ok2 failed1
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    -> exit
  failed1
    -> raise.builtin
  ok2
    -> exit
  back
    -> collect enough
  collect
    -> exit
  enough
    -> exit
  back3
    -> collect enough4
  enough4
    lumen_bif_records_set_3
    -> ok6 failed5
  failed5
    -> raise.builtin
  ok6
    lumen_bif_records_make_3
    -> ok8 failed7
  failed7
    -> raise.builtin
  ok8
    -> exit
  back9
    -> collect enough10
  enough10
    -> exit
  back11
    -> collect enough12
  enough12
    -> exit
  back13
    -> collect enough14
  handler
    -> handler_2
  enough14
    -> join_1
  collect15
    lumen_collect
    -> reload leave17
  enough16
    -> case_3 else_4
  reload
    -> enough16
  leave17
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
    -> back3 next18
  next18
    -> back9 next19
  next19
    -> back11 next20
  next20
    -> back13 next21
  next21
    -> main next22
  next22
    -> handler never
"group:native_records:-main/0-lc$^0/1-0-/1"
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
"native_records:update/1.local"
  slots
    -> start
  start
    -> update
  enter
    -> leave go
  entry
    lumen_bif_records_set_3
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
    lumen_bif_records_set_3
    -> ok2 failed1
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    -> exit
  failed1
    -> raise.builtin
  ok2
    -> return
  return
    -> exit
  jump
  update
    -> enter
"native_records:read/1.local"
  slots
    -> start
  start
    -> read
  enter
    -> leave go
  entry
    lumen_bif_records_field_3
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
    lumen_bif_records_field_3
    -> ok2 failed1
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    -> exit
  failed1
    -> raise.builtin
  ok2
    -> return
  return
    -> exit
  jump
  read
    -> enter
"native_records:kind/1.local"
  slots
    -> start
  start
    -> kind
  enter
    -> leave go
  entry
    lumen_bif_records_match_2
    -> ok failed
  yes_1
    lumen_bif_records_get_2
    -> ok2 failed1
  case_4
    lumen_bif_records_get_2
    -> ok4 failed3
  yes_5
    -> return
  match_2
    lumen_bif_records_match_2
    -> ok6 failed5
  yes_6
    lumen_bif_records_get_2
    -> ok8 failed7
  yes_8
    -> return
  match_7
    lumen_bif_records_match_2
    -> ok10 failed9
  yes_9
    lumen_bif_records_get_2
    -> ok12 failed11
  yes_11
    -> return
  match_10
    lumen_bif_records_match_2
    -> ok14 failed13
  no_13
    lumen_bif_records_field_3
    -> ok16 failed15
  then_18
    -> body_14 else_20
  failed_17
    -> else_20
  else_20
    lumen_bif_erlang_is_record_3
    -> ok18 failed17
  body_14
    -> return
  next_15
    -> return
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  failed
    -> match_2
  ok
    -> yes_1
  failed1
    -> match_2
  ok2
    -> case_4 match_2
  failed3
    -> match_2
  ok4
    -> yes_5
  failed5
    -> match_7
  ok6
    -> yes_6
  failed7
    -> match_7
  ok8
    -> yes_8
  failed9
    -> match_10
  ok10
    -> yes_9
  failed11
    -> match_10
  ok12
    -> yes_11
  failed13
    -> no_13
  ok14
    -> return
  return
    -> exit
  failed15
    -> else_20
  ok16
    -> then_18
  failed17
    -> next_15
  ok18
    -> body_14 next_15
  jump
  kind
    -> enter
"native_records:tested/1.local"
  slots
    -> start
  start
    -> tested
  enter
    -> leave go
  entry
    lumen_bif_erlang_is_record_1
    lumen_bif_erlang_is_record_3
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
    lumen_bif_erlang_is_record_3
    -> ok2 failed1
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    -> exit
  failed1
    -> raise.builtin
  ok2
    -> return
  return
    -> exit
  jump
  tested
    -> enter
"native_records:foreign/0.local"
  slots
    -> start
  start
    -> foreign
  enter
    -> leave go
  entry
    lumen_bif_records_make_2
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
  foreign
    -> enter
"native_records:module_info/0"
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
"native_records:module_info/1"
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
"native_records:main/0.l0"
  thunk
    "group:native_records:main/0"
"native_records:main/0"
  thunk
    "group:native_records:main/0"
