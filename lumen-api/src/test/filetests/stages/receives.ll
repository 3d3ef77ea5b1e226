"group:receives:main/0"
  slots
    -> start
  start
    -> never
    -> back
    -> back6
    -> back10
    -> main
  enter
    -> yield go
  entry
    lumen_bif_erlang_send_2
    -> ok failed
  yield
    -> leave
  go
    -> entry
  leave
  failed
    lumen_set_builtin_failure
    -> raise
  ok
    lumen_bif_erlang_send_2
    -> ok2 failed1
  raise
    lumen_raise
  failed1
    lumen_set_builtin_failure
    -> raise
  ok2
    -> collect enough
  collect
    lumen_collect
    -> reload leave
  enough
    "group:receives:one/0"
  reload
    -> enough
  back
    -> collect3 enough4
  collect3
    lumen_collect
    -> reload5 leave
  enough4
    "group:receives:any/0"
  reload5
    -> enough4
  back6
    -> collect7 enough8
  collect7
    lumen_collect
    -> reload9 leave
  enough8
    "group:receives:later/0"
  reload9
    -> enough8
  back10
    -> collect11 enough12
  collect11
    lumen_collect
    -> reload13 leave
  enough12
    lumen_bif_erlang_display_1
    -> return
  reload13
    -> enough12
  return
  main
    -> enter
  never
"group:receives:one/0"
  slots
    -> start
  start
    -> never
    -> woken
    -> one
    -> resume
  enter
    -> yield go
  entry
    -> yield1 go2
  look_1
    lumen_receive_peek
    -> wait_3 message
  message_2
    -> more known
  yes_5
    -> no_match_6
    -> case_7
  case_7
    -> compare.small compare.other
  body_8
    lumen_receive_accept
    -> return
  no_match_6
    lumen_receive_skip
    -> yield3 go4
  wait_3
    -> collect enough
  timed_out_4
  yield
    -> leave
  go
    -> entry
  leave
  yield1
    -> leave
  go2
    -> look_1
  resume
    -> look_1
  message
    -> message_2
  more
    -> known
  known
    -> yes_5 no_match_6
  compare.slow
    lumen_compare
    -> compared
  compared
    -> body_8 no_match_6
  compare.small
    -> compared
  compare.other
    -> compare.slow
  return
  yield3
    -> leave
  go4
    -> look_1
  collect
    lumen_collect
    -> reload leave
  enough
    lumen_receive_wait
    -> leave at_once
  reload
    -> enough
  woken
    -> answered
  at_once
    -> answered
  answered
    -> wait.failed
    -> edge
    -> timed_out_4
  wait.failed
    -> raise
  edge
    -> yield5 go6
  yield5
    -> leave
  go6
    -> look_1
  raise
    lumen_raise
  one
    -> enter
  never
"group:receives:any/0"
  slots
    -> start
  start
    -> never
    -> woken
    -> any
    -> resume
  enter
    -> yield go
  entry
    -> yield1 go2
  look_1
    lumen_receive_peek
    -> wait_3 message
  message_2
    lumen_receive_accept
    -> return
  wait_3
    -> collect enough
  timed_out_4
    -> return
  yield
    -> leave
  go
    -> entry
  leave
  yield1
    -> leave
  go2
    -> look_1
  resume
    -> look_1
  message
    -> message_2
  return
  collect
    lumen_collect
    -> reload leave
  enough
    lumen_receive_wait
    -> leave at_once
  reload
    -> enough
  woken
    -> answered
  at_once
    -> answered
  answered
    -> wait.failed
    -> edge
    -> timed_out_4
  wait.failed
    -> raise
  edge
    -> yield3 go4
  yield3
    -> leave
  go4
    -> look_1
  raise
    lumen_raise
  any
    -> enter
  never
"group:receives:later/0"
  slots
    -> start
  start
    -> never
    -> woken
    -> later
    -> resume
  enter
    -> yield go
  entry
    -> yield1 go2
  look_1
    lumen_receive_peek
    -> wait_3 message
  message_2
    lumen_receive_skip
    -> yield3 go4
  wait_3
    -> collect enough
  timed_out_4
    -> return
  yield
    -> leave
  go
    -> entry
  leave
  yield1
    -> leave
  go2
    -> look_1
  resume
    -> look_1
  message
    -> message_2
  yield3
    -> leave
  go4
    -> look_1
  collect
    lumen_collect
    -> reload leave
  enough
    lumen_receive_wait
    -> leave at_once
  reload
    -> enough
  woken
    -> answered
  at_once
    -> answered
  answered
    -> wait.failed
    -> edge
    -> timed_out_4
  wait.failed
    -> raise
  edge
    -> yield5 go6
  yield5
    -> leave
  go6
    -> look_1
  raise
    lumen_raise
  return
  later
    -> enter
  never
"receives:module_info/0"
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
"receives:module_info/1"
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
"receives:main/0"
  thunk
    "group:receives:main/0"
"receives:main/0.return"
  thunk
    "group:receives:main/0"
"receives:one/0"
  thunk
    "group:receives:one/0"
"receives:one/0.l0"
  thunk
    "group:receives:one/0"
"receives:one/0.return"
  thunk
    "group:receives:one/0"
"receives:any/0"
  thunk
    "group:receives:any/0"
"receives:any/0.l0"
  thunk
    "group:receives:any/0"
"receives:any/0.return"
  thunk
    "group:receives:any/0"
"receives:later/0"
  thunk
    "group:receives:later/0"
"receives:later/0.l0"
  thunk
    "group:receives:later/0"
"receives:later/0.return"
  thunk
    "group:receives:later/0"
