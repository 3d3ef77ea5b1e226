"group:funs:main/0"
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
    -> fun.boxed fun.slow
  fun.boxed
    -> fun fun.slow
  fun
    -> fun.found
  fun.slow
    lumen_fun_code
    -> ok failed
  fun.found
    -> exit
  failed
    -> raise
  ok
    -> fun.found
  raise
    -> exit
  back1
    -> collect enough2
  enough2
    -> exit
  back3
    -> collect enough4
  enough4
    -> fun.boxed5 fun.slow7
  fun.boxed5
    -> fun6 fun.slow7
  fun6
    -> fun.found8
  fun.slow7
    lumen_fun_code
    -> ok10 failed9
  fun.found8
    -> exit
  failed9
    -> raise
  ok10
    -> fun.found8
  back11
    -> collect enough12
  enough12
    -> exit
  back13
    -> collect enough14
  enough14
    -> fun.boxed15 fun.slow17
  fun.boxed15
    -> fun16 fun.slow17
  fun16
    -> fun.found18
  fun.slow17
    lumen_fun_code
    -> ok20 failed19
  fun.found18
    -> exit
  failed19
    -> raise
  ok20
    -> fun.found18
  back21
    -> collect enough22
  enough22
    -> exit
  back23
    -> collect enough24
  enough24
    -> fun.boxed25 fun.slow27
  fun.boxed25
    -> fun26 fun.slow27
  fun26
    -> fun.found28
  fun.slow27
    lumen_fun_code
    -> ok30 failed29
  fun.found28
    -> exit
  failed29
    -> raise
  ok30
    -> fun.found28
  back31
    -> collect enough32
  enough32
    -> exit
  back33
    -> collect enough34
  enough34
    -> exit
  back35
    -> collect enough36
  enough36
    -> exit
  back37
    -> collect enough38
  enough38
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
    -> never
    -> back
    -> back1
    -> back3
    -> back11
    -> back13
    -> back21
    -> back23
    -> back31
    -> back33
    -> back35
    -> back37
    -> main
  never
"funs:-fun.double/1-/2.local"
  slots
    -> start
  start
    -> "-fun.double/1-"
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
  jump
  "-fun.double/1-"
    -> enter
"funs:adder/1.local"
  slots
    -> start
  start
    -> adder
  enter
    -> leave go
  entry
    -> return
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  return
    -> exit
  jump
  adder
    -> enter
"funs:-adder/1-fun-0-/2.local"
  slots
    -> start
  start
    -> "-adder/1-fun-0-"
  enter
    -> leave go
  entry
    lumen_bif_erlang_plus_2
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
  "-adder/1-fun-0-"
    -> enter
"funs:chooser/0.local"
  slots
    -> start
  start
    -> chooser
  enter
    -> leave go
  entry
    -> return
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  return
    -> exit
  jump
  chooser
    -> enter
"funs:-chooser/0-fun-0-/2.local"
  slots
    -> start
  start
    -> "-chooser/0-fun-0-"
  enter
    -> leave go
  entry
    -> case_1 else_2
  case_1
    -> return
  else_2
    -> compare.small compare.other
  body_3
    -> return
  next_4
    -> return
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  return
    -> exit
  compare.slow
    lumen_compare
    -> body_3 next_4
  compare.small
    -> body_3 next_4
  compare.other
    -> compare.slow
  jump
  "-chooser/0-fun-0-"
    -> enter
"funs:factorial/0.local"
  slots
    -> start
  start
    -> factorial
  enter
    -> leave go
  entry
    -> return
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  return
    -> exit
  jump
  factorial
    -> enter
"group:funs:-factorial/0-fun-0-/1"
  slots
    -> start
  start
    -> from.return from.outside
  enter
    -> leave go
  entry
    -> case_1 else_2
  case_1
    -> return
  else_2
    lumen_bif_erlang_minus_2
    -> ok failed
  enter1
    -> leave5 go6
  entry2
    -> enter
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  return
    -> return.inside return.outside
  failed
    -> raise.builtin
  ok
    -> enter1
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    -> exit
  back
    lumen_bif_erlang_times_2
    -> ok4 failed3
  failed3
    -> raise.builtin
  ok4
    -> return
  leave5
    -> exit
  go6
    -> entry2
  return.inside
    -> labels
  return.outside
    -> exit
  labels
    -> back next
  jump
  "-factorial/0-fun-0-"
    -> enter
  "-fun.-factorial/0-fun-0-/1-"
    -> enter1
  from.return
    -> labels
  from.outside
    -> labels
  never
  next
    -> "-factorial/0-fun-0-" next7
  next7
    -> "-fun.-factorial/0-fun-0-/1-" never
"funs:apply_to/2.local"
  slots
    -> start
  start
    -> apply_to
  enter
    -> leave go
  entry
    -> fun.boxed fun.slow
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  fun.boxed
    -> fun fun.slow
  fun
    -> fun.found
  fun.slow
    lumen_fun_code
    -> ok failed
  fun.found
    -> exit
  failed
    -> raise
  ok
    -> fun.found
  raise
    -> exit
  jump
  apply_to
    -> enter
"funs:double/1"
  slots
    -> start
  start
    -> double
  enter
    -> leave go
  entry
    lumen_bif_erlang_times_2
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
  double
    -> enter
"funs:module_info/0"
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
"funs:module_info/1"
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
"funs:-fun.-factorial/0-fun-0-/1-/2.local"
  thunk
    "group:funs:-factorial/0-fun-0-/1"
"funs:main/0"
  thunk
    "group:funs:main/0"
