"group:literals:main/0"
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
    "literals:numbers/0"
  reload
    -> enough
  back
    -> collect1 enough2
  collect1
    lumen_collect
    -> reload3 leave
  enough2
    "literals:characters/0"
  reload3
    -> enough2
  back4
    -> collect5 enough6
  collect5
    lumen_collect
    -> reload7 leave
  enough6
    "literals:strings/0"
  reload7
    -> enough6
  back8
    -> collect9 enough10
  collect9
    lumen_collect
    -> reload11 leave
  enough10
    "literals:atoms/0"
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
"literals:numbers/0"
  slots
    -> start
  start
    -> numbers
  enter
    -> yield go
  entry
    -> return
  yield
    -> leave
  go
    -> entry
  leave
  return
  numbers
    -> enter
"literals:characters/0"
  slots
    -> start
  start
    -> characters
  enter
    -> yield go
  entry
    -> return
  yield
    -> leave
  go
    -> entry
  leave
  return
  characters
    -> enter
"literals:strings/0"
  slots
    -> start
  start
    -> strings
  enter
    -> yield go
  entry
    -> return
  yield
    -> leave
  go
    -> entry
  leave
  return
  strings
    -> enter
"literals:atoms/0"
  slots
    -> start
  start
    -> atoms
  enter
    -> yield go
  entry
    -> return
  yield
    -> leave
  go
    -> entry
  leave
  return
  atoms
    -> enter
"literals:module_info/0"
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
"literals:module_info/1"
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
"literals:main/0"
  thunk
    "group:literals:main/0"
"literals:main/0.return"
  thunk
    "group:literals:main/0"
