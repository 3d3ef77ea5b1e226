"group:funs:main/0"
  slots
    -> start
  start
    -> never
    -> back
    -> back2
    -> back5
    -> back14
    -> back17
    -> back26
    -> back29
    -> back38
    -> back41
    -> back50
    -> back59
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
    "funs:adder/1"
  collect
    -> leave64
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
    -> jump3
  failed
    -> raise
  ok
    -> fun.found
  raise
    lumen_raise
    -> jump63
  back2
    -> collect enough4
  jump3
  enough4
    -> jump6
  back5
    -> collect enough7
  jump6
    "funs:chooser/0"
  enough7
    -> fun.boxed8 fun.slow10
  fun.boxed8
    -> fun9 fun.slow10
  fun9
    -> fun.found11
  fun.slow10
    lumen_fun_code
    -> ok13 failed12
  fun.found11
    -> jump15
  failed12
    -> raise
  ok13
    -> fun.found11
  back14
    -> collect enough16
  jump15
  enough16
    -> jump18
  back17
    -> collect enough19
  jump18
    "funs:chooser/0"
  enough19
    -> fun.boxed20 fun.slow22
  fun.boxed20
    -> fun21 fun.slow22
  fun21
    -> fun.found23
  fun.slow22
    lumen_fun_code
    -> ok25 failed24
  fun.found23
    -> jump27
  failed24
    -> raise
  ok25
    -> fun.found23
  back26
    -> collect enough28
  jump27
  enough28
    -> jump30
  back29
    -> collect enough31
  jump30
    "funs:factorial/0"
  enough31
    -> fun.boxed32 fun.slow34
  fun.boxed32
    -> fun33 fun.slow34
  fun33
    -> fun.found35
  fun.slow34
    lumen_fun_code
    -> ok37 failed36
  fun.found35
    -> jump39
  failed36
    -> raise
  ok37
    -> fun.found35
  back38
    -> collect enough40
  jump39
  enough40
    -> jump42
  back41
    -> collect enough43
  jump42
    "funs:apply_to/2"
  enough43
    -> fun.boxed44 fun.slow46
  fun.boxed44
    -> fun45 fun.slow46
  fun45
    -> fun.found47
  fun.slow46
    lumen_fun_code
    -> ok49 failed48
  fun.found47
    -> jump51
  failed48
    -> raise
  ok49
    -> fun.found47
  back50
    -> collect enough52
  jump51
  enough52
    -> fun.boxed53 fun.slow55
  fun.boxed53
    -> fun54 fun.slow55
  fun54
    -> fun.found56
  fun.slow55
    lumen_fun_code
    -> ok58 failed57
  fun.found56
    -> jump60
  failed57
    -> raise
  ok58
    -> fun.found56
  back59
    -> collect enough61
  jump60
  enough61
    lumen_bif_erlang_display_1
    -> return
  return
    -> jump62
  jump62
  jump63
  leave64
  main
    -> enter
  never
"funs:-fun.double/1-/2"
  slots
    -> start
  start
    -> "-fun.double/1-"
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
  jump1
    "funs:double/1"
  "-fun.double/1-"
    -> enter
"funs:adder/1"
  slots
    -> start
  start
    -> adder
  enter
    -> leave go
  entry
    -> return
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  return
    -> jump1
  jump1
  adder
    -> enter
"funs:-adder/1-fun-0-/2"
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
  "-adder/1-fun-0-"
    -> enter
"funs:chooser/0"
  slots
    -> start
  start
    -> chooser
  enter
    -> leave go
  entry
    -> return
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  return
    -> jump1
  jump1
  chooser
    -> enter
"funs:-chooser/0-fun-0-/2"
  slots
    -> start
  start
    -> "-chooser/0-fun-0-"
  enter
    -> leave go
  entry
    llvm.fshr.i64
    -> else_2
    -> case_1
  case_1
    -> return
  else_2
    -> compare.small compare.other
  body_3
    -> return
  next_4
    -> return
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  return
    -> jump1
  compare.slow
    lumen_compare
    -> compared
  compared
    -> body_3 next_4
  compare.small
    -> compared
  compare.other
    -> compare.slow
  jump1
  "-chooser/0-fun-0-"
    -> enter
"funs:factorial/0"
  slots
    -> start
  start
    -> factorial
  enter
    -> leave go
  entry
    -> return
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  return
    -> jump1
  jump1
  factorial
    -> enter
"group:funs:-factorial/0-fun-0-/1"
  slots
    -> start
  start
    -> never
    -> back
    -> "-factorial/0-fun-0-"
  enter
    -> leave go
  entry
    llvm.fshr.i64
    -> else_2
    -> case_1
  case_1
    -> return
  else_2
    lumen_bif_erlang_minus_2
    -> ok failed
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  return
    -> jump6
  failed
    -> raise.builtin
  ok
    -> fun.boxed fun.slow
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    lumen_raise
    -> jump7
  fun.boxed
    -> fun fun.slow
  fun
    -> fun.found
  fun.slow
    lumen_fun_code
    -> ok2 failed1
  fun.found
    -> jump3
  failed1
    -> raise
  ok2
    -> fun.found
  back
    lumen_bif_erlang_times_2
    -> ok5 failed4
  jump3
  failed4
    -> raise.builtin
  ok5
    -> return
  jump6
  jump7
  "-factorial/0-fun-0-"
    -> enter
  never
"funs:-fun.-factorial/0-fun-0-/1-/2"
  slots
    -> start
  start
    -> "-fun.-factorial/0-fun-0-/1-"
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
  jump1
    "group:funs:-factorial/0-fun-0-/1"
  "-fun.-factorial/0-fun-0-/1-"
    -> enter
"funs:apply_to/2"
  slots
    -> start
  start
    -> apply_to
  enter
    -> leave go
  entry
    -> fun.boxed fun.slow
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  fun.boxed
    -> fun fun.slow
  fun
    -> fun.found
  fun.slow
    lumen_fun_code
    -> ok failed
  fun.found
    -> jump1
  failed
    -> raise
  ok
    -> fun.found
  raise
    lumen_raise
    -> jump2
  jump1
  jump2
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
"funs:main/0"
  thunk
    -> jump
  jump
    "group:funs:main/0"
"funs:main/0.return"
  thunk
    -> jump
  jump
    "group:funs:main/0"
"funs:-factorial/0-fun-0-/1.return"
  thunk
    -> jump
  jump
    "group:funs:-factorial/0-fun-0-/1"
