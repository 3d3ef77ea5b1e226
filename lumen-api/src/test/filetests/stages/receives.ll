"group:receives:main/0"
  slots
    -> start
  start
    -> never
    -> back
    -> back4
    -> back7
    -> main
  enter
    -> leave go
  entry
    lumen_bif_erlang_send_2
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
    lumen_bif_erlang_send_2
    -> ok2 failed1
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    lumen_raise
    -> jump11
  failed1
    -> raise.builtin
  ok2
    -> jump3
  back
    -> collect enough
  jump3
    "group:receives:one/0"
  collect
    -> leave12
  enough
    -> jump5
  back4
    -> collect enough6
  jump5
    "group:receives:any/0"
  enough6
    -> jump8
  back7
    -> collect enough9
  jump8
    "group:receives:later/0"
  enough9
    lumen_bif_erlang_display_1
    -> return
  return
    -> jump10
  jump10
  jump11
  leave12
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
    -> leave go
  entry
    -> leave1 look_1
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
    -> leave3 look_1
  wait_3
    -> collect enough
  timed_out_4
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  leave1
    -> leave2
  resume
    -> look_1
  leave2
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
    -> jump5
  leave3
    -> leave2
  collect
    lumen_collect
    -> reload leave2
  enough
    lumen_receive_wait
    -> leave2 at_once
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
    -> leave4 look_1
  leave4
    -> leave2
  raise
    lumen_raise
    -> jump6
  jump5
  jump6
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
    -> leave go
  entry
    -> leave1 look_1
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
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  leave1
    -> leave2
  resume
    -> look_1
  leave2
  message
    -> message_2
  return
    -> jump4
  collect
    lumen_collect
    -> reload leave2
  enough
    lumen_receive_wait
    -> leave2 at_once
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
    -> leave3 look_1
  leave3
    -> leave2
  raise
    lumen_raise
    -> jump5
  jump4
  jump5
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
    -> leave go
  entry
    -> leave1 look_1
  look_1
    lumen_receive_peek
    -> wait_3 message
  message_2
    lumen_receive_skip
    -> leave3 look_1
  wait_3
    -> collect enough
  timed_out_4
    -> return
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  leave1
    -> leave2
  resume
    -> look_1
  leave2
  message
    -> message_2
  leave3
    -> leave2
  collect
    lumen_collect
    -> reload leave2
  enough
    lumen_receive_wait
    -> leave2 at_once
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
    -> leave4 look_1
  leave4
    -> leave2
  raise
    lumen_raise
    -> jump6
  return
    -> jump5
  jump5
  jump6
  later
    -> enter
  never
"receives:module_info/0"
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
"receives:module_info/1"
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
"receives:one/0.l0"
  thunk
    -> jump
  jump
    "group:receives:one/0"
"receives:any/0.l0"
  thunk
    -> jump
  jump
    "group:receives:any/0"
"receives:later/0.l0"
  thunk
    -> jump
  jump
    "group:receives:later/0"
"receives:main/0"
  thunk
    -> jump
  jump
    "group:receives:main/0"
"receives:main/0.return"
  thunk
    -> jump
  jump
    "group:receives:main/0"
"receives:one/0.return"
  thunk
    -> jump
  jump
    "group:receives:one/0"
"receives:any/0.return"
  thunk
    -> jump
  jump
    "group:receives:any/0"
"receives:later/0.return"
  thunk
    -> jump
  jump
    "group:receives:later/0"
