"group:receives:main/0"
  slots
    -> start
  start
    -> from.return from.outside
  enter
    -> leave go
  entry
    lumen_bif_erlang_self_0
    lumen_bif_erlang_send_2
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
    lumen_bif_erlang_self_0
    lumen_bif_erlang_send_2
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
    -> back3 next7
  next7
    -> back5 next8
  next8
    -> main never
"group:receives:one/0"
  slots
    -> start
  start
    -> from.return from.outside
  enter
    -> leave go
  entry
    -> leave1 look_1
  look_1
    lumen_receive_peek
    -> wait_3 message
  message_2
    -> more no_match_6
  yes_5
    -> case_7 no_match_6
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
    -> exit
  go
    -> entry
  exit
    -> jump
  leave1
    -> leave2
  resume
    -> look_1
  leave2
  message
    -> message_2
  more
    -> yes_5 no_match_6
  compare.slow
    lumen_compare
    -> body_8 no_match_6
  compare.small
    -> body_8 no_match_6
  compare.other
    -> compare.slow
  return
    -> exit
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
    -> edge next
  wait.failed
    -> raise
  edge
    -> leave4 look_1
  leave4
    -> leave2
  next
    -> timed_out_4 wait.failed
  raise
    -> exit
  jump
  one
    -> enter
  from.return
    -> labels
  from.outside
    -> labels
  labels
    -> woken next5
  never
  next5
    -> one next6
  next6
    -> resume never
"group:receives:any/0"
  slots
    -> start
  start
    -> from.return from.outside
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
    -> exit
  go
    -> entry
  exit
    -> jump
  leave1
    -> leave2
  resume
    -> look_1
  leave2
  message
    -> message_2
  return
    -> exit
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
    -> edge next
  wait.failed
    -> raise
  edge
    -> leave3 look_1
  leave3
    -> leave2
  next
    -> timed_out_4 wait.failed
  raise
    -> exit
  jump
  any
    -> enter
  from.return
    -> labels
  from.outside
    -> labels
  labels
    -> woken next4
  never
  next4
    -> any next5
  next5
    -> resume never
"group:receives:later/0"
  slots
    -> start
  start
    -> from.return from.outside
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
    -> exit
  go
    -> entry
  exit
    -> jump
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
    -> edge next
  wait.failed
    -> raise
  edge
    -> leave4 look_1
  leave4
    -> leave2
  next
    -> timed_out_4 wait.failed
  raise
    -> exit
  return
    -> exit
  jump
  later
    -> enter
  from.return
    -> labels
  from.outside
    -> labels
  labels
    -> woken next5
  never
  next5
    -> later next6
  next6
    -> resume never
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
"receives:one/0.l0"
  thunk
    "group:receives:one/0"
"receives:any/0.l0"
  thunk
    "group:receives:any/0"
"receives:later/0.l0"
  thunk
    "group:receives:later/0"
"receives:main/0"
  thunk
    "group:receives:main/0"
