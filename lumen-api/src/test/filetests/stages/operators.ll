"group:operators:main/0"
  slots
    -> start
  start
    -> never
    -> back
    -> back4
    -> back8
    -> back12
    -> back16
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
    "operators:arithmetic/2"
  reload
    -> enough
  back
    -> collect1 enough2
  collect1
    lumen_collect
    -> reload3 leave
  enough2
    "operators:bits/2"
  reload3
    -> enough2
  back4
    -> collect5 enough6
  collect5
    lumen_collect
    -> reload7 leave
  enough6
    "operators:logic/2"
  reload7
    -> enough6
  back8
    -> collect9 enough10
  collect9
    lumen_collect
    -> reload11 leave
  enough10
    "operators:order/2"
  reload11
    -> enough10
  back12
    -> collect13 enough14
  collect13
    lumen_collect
    -> reload15 leave
  enough14
    "operators:lists/2"
  reload15
    -> enough14
  back16
    lumen_bif_erlang_send_2
    -> ok failed
  failed
    lumen_set_builtin_failure
    -> raise
  ok
    -> collect17 enough18
  raise
    lumen_raise
  collect17
    lumen_collect
    -> reload19 leave
  enough18
    lumen_bif_erlang_display_1
    -> return
  reload19
    -> enough18
  return
  main
    -> enter
  never
"operators:arithmetic/2"
  slots
    -> start
  start
    -> arithmetic
  enter
    -> yield go
  entry
    -> arith.small arith.other
  yield
    -> leave
  go
    -> entry
  leave
  arith.done
    -> arith.small4 arith.other3
  arith.slow
    lumen_bif_erlang_plus_2
    -> ok failed
  arith.other
    -> arith.float arith.slow
  arith.small
    llvm.sadd.with.overflow.i64
    -> arith.slow arith.done
  arith.float
    llvm.fshl.i64
    llvm.fshl.i64
    llvm.fshl.i64
    -> arith.done arith.slow
  failed
    lumen_set_builtin_failure
    -> raise
  ok
    -> arith.done
  raise
    lumen_raise
  arith.done1
    -> arith.small11 arith.other10
  arith.slow2
    lumen_bif_erlang_minus_2
    -> ok7 failed6
  arith.other3
    -> arith.float5 arith.slow2
  arith.small4
    llvm.ssub.with.overflow.i64
    -> arith.slow2 arith.done1
  arith.float5
    llvm.fshl.i64
    llvm.fshl.i64
    llvm.fshl.i64
    -> arith.done1 arith.slow2
  failed6
    lumen_set_builtin_failure
    -> raise
  ok7
    -> arith.done1
  arith.done8
    -> arith.float17 arith.slow16
  arith.slow9
    lumen_bif_erlang_times_2
    -> ok14 failed13
  arith.other10
    -> arith.float12 arith.slow9
  arith.small11
    llvm.smul.with.overflow.i64
    -> arith.slow9 arith.done8
  arith.float12
    llvm.fshl.i64
    llvm.fshl.i64
    llvm.fshl.i64
    -> arith.done8 arith.slow9
  failed13
    lumen_set_builtin_failure
    -> raise
  ok14
    -> arith.done8
  arith.done15
    -> arith.small22 arith.slow21
  arith.slow16
    lumen_bif_erlang_divide_2
    -> ok19 failed18
  arith.float17
    llvm.fshl.i64
    llvm.fshl.i64
    llvm.fshl.i64
    -> arith.done15 arith.slow16
  failed18
    lumen_set_builtin_failure
    -> raise
  ok19
    -> arith.done15
  arith.done20
    -> arith.small27 arith.slow26
  arith.slow21
    lumen_bif_erlang_div_2
    -> ok24 failed23
  arith.small22
    -> arith.slow21 arith.divide
  arith.divide
    -> arith.done20
  failed23
    lumen_set_builtin_failure
    -> raise
  ok24
    -> arith.done20
  arith.done25
    -> arith.small33 arith.slow32
  arith.slow26
    lumen_bif_erlang_rem_2
    -> ok30 failed29
  arith.small27
    -> arith.slow26 arith.divide28
  arith.divide28
    -> arith.done25
  failed29
    lumen_set_builtin_failure
    -> raise
  ok30
    -> arith.done25
  arith.done31
    lumen_bif_erlang_plus_1
    -> ok37 failed36
  arith.slow32
    lumen_bif_erlang_minus_1
    -> ok35 failed34
  arith.small33
    llvm.ssub.with.overflow.i64
    -> arith.slow32 arith.done31
  failed34
    lumen_set_builtin_failure
    -> raise
  ok35
    -> arith.done31
  failed36
    lumen_set_builtin_failure
    -> raise
  ok37
    -> collect enough
  collect
    lumen_collect
    -> reload leave
  enough
    -> return
  reload
    -> enough
  return
  arithmetic
    -> enter
"operators:bits/2"
  slots
    -> start
  start
    -> bits
  enter
    -> yield go
  entry
    -> arith.small arith.slow
  yield
    -> leave
  go
    -> entry
  leave
  arith.done
    -> arith.small3 arith.slow2
  arith.slow
    lumen_bif_erlang_band_2
    -> ok failed
  arith.small
    -> arith.done
  failed
    lumen_set_builtin_failure
    -> raise
  ok
    -> arith.done
  raise
    lumen_raise
  arith.done1
    -> arith.small8 arith.slow7
  arith.slow2
    lumen_bif_erlang_bor_2
    -> ok5 failed4
  arith.small3
    -> arith.done1
  failed4
    lumen_set_builtin_failure
    -> raise
  ok5
    -> arith.done1
  arith.done6
    lumen_bif_erlang_bnot_1
    -> ok12 failed11
  arith.slow7
    lumen_bif_erlang_bxor_2
    -> ok10 failed9
  arith.small8
    -> arith.done6
  failed9
    lumen_set_builtin_failure
    -> raise
  ok10
    -> arith.done6
  failed11
    lumen_set_builtin_failure
    -> raise
  ok12
    -> arith.small15 arith.slow14
  arith.done13
    -> arith.small20 arith.slow19
  arith.slow14
    lumen_bif_erlang_bsl_2
    -> ok17 failed16
  arith.small15
    -> arith.done13 arith.slow14
  failed16
    lumen_set_builtin_failure
    -> raise
  ok17
    -> arith.done13
  arith.done18
    -> collect enough
  arith.slow19
    lumen_bif_erlang_bsr_2
    -> ok22 failed21
  arith.small20
    -> arith.done18
  failed21
    lumen_set_builtin_failure
    -> raise
  ok22
    -> arith.done18
  collect
    lumen_collect
    -> reload leave
  enough
    -> return
  reload
    -> enough
  return
  bits
    -> enter
"operators:logic/2"
  slots
    -> start
  start
    -> logic
  enter
    -> yield go
  entry
    lumen_bif_erlang_and_2
    -> ok failed
  case_2
    -> join_1
  case_3
    -> join_1
  else_4
    lumen_set_exception
    -> raise
  join_1
    -> else_8
    -> case_6
    -> case_7
  case_6
    -> join_5
  case_7
    -> join_5
  else_8
    lumen_set_exception
    -> raise
  join_5
    -> return
  yield
    -> leave
  go
    -> entry
  leave
  failed
    lumen_set_builtin_failure
    -> raise
  ok
    lumen_bif_erlang_or_2
    -> ok2 failed1
  raise
    lumen_raise
  failed1
    lumen_set_builtin_failure
    -> raise
  ok2
    lumen_bif_erlang_xor_2
    -> ok4 failed3
  failed3
    lumen_set_builtin_failure
    -> raise
  ok4
    -> bif.fast bif.slow
  bif.fast
    -> bif.done
  bif.slow
    lumen_bif_erlang_not_1
    -> ok6 failed5
  bif.done
    -> collect enough
  failed5
    lumen_set_builtin_failure
    -> raise
  ok6
    -> bif.done
  collect
    lumen_collect
    -> reload leave
  enough
    -> else_4
    -> case_2
    -> case_3
  reload
    -> enough
  return
  logic
    -> enter
"operators:order/2"
  slots
    -> start
  start
    -> order
  enter
    -> yield go
  entry
    -> known more
  yield
    -> leave
  go
    -> entry
  leave
  more
    -> more1 known2
  known
    -> known4 more3
  more1
    lumen_equal
    -> known2
  known2
    -> known
  more3
    -> more5 known6
  known4
    -> compare.small compare.other
  more5
    lumen_equal
    -> known6
  known6
    -> known4
  compare.slow
    lumen_compare
    -> compared
  compared
    -> compare.small9 compare.other10
  compare.small
    -> compared
  compare.other
    -> compare.float compare.slow
  compare.float
    llvm.fshl.i64
    llvm.fshl.i64
    -> compared
  compare.slow7
    lumen_compare
    -> compared8
  compared8
    -> compare.small14 compare.other15
  compare.small9
    -> compared8
  compare.other10
    -> compare.float11 compare.slow7
  compare.float11
    llvm.fshl.i64
    llvm.fshl.i64
    -> compared8
  compare.slow12
    lumen_compare
    -> compared13
  compared13
    -> compare.small19 compare.other20
  compare.small14
    -> compared13
  compare.other15
    -> compare.float16 compare.slow12
  compare.float16
    llvm.fshl.i64
    llvm.fshl.i64
    -> compared13
  compare.slow17
    lumen_compare
    -> compared18
  compared18
    -> known23 more22
  compare.small19
    -> compared18
  compare.other20
    -> compare.float21 compare.slow17
  compare.float21
    llvm.fshl.i64
    llvm.fshl.i64
    -> compared18
  more22
    -> more24 known25
  known23
    -> known27 more26
  more24
    lumen_equal_exact
    -> known25
  known25
    -> known23
  more26
    -> more28 known29
  known27
    -> collect enough
  more28
    lumen_equal_exact
    -> known29
  known29
    -> known27
  collect
    lumen_collect
    -> reload leave
  enough
    -> return
  reload
    -> enough
  return
  order
    -> enter
"operators:lists/2"
  slots
    -> start
  start
    -> lists
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
    lumen_bif_erlang_append_2
    -> ok failed
  reload
    -> enough
  failed
    lumen_set_builtin_failure
    -> raise
  ok
    -> collect1 enough2
  raise
    lumen_raise
  collect1
    lumen_collect
    -> reload3 leave
  enough2
    lumen_bif_erlang_subtract_2
    -> ok5 failed4
  reload3
    -> enough2
  failed4
    lumen_set_builtin_failure
    -> raise
  ok5
    -> collect6 enough7
  collect6
    lumen_collect
    -> reload8 leave
  enough7
    -> return
  reload8
    -> enough7
  return
  lists
    -> enter
"operators:module_info/0"
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
"operators:module_info/1"
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
"operators:main/0"
  thunk
    "group:operators:main/0"
"operators:main/0.return"
  thunk
    "group:operators:main/0"
