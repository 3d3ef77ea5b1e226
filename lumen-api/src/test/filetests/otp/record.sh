#!/bin/sh
# Asks a real erl (OTP 25) what the programs here print, and writes it to the .expected files.
set -eu
cd "$(dirname "$0")"
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for source in ${*:-*.erl}; do
  module=${source%.erl}
  erlc -W0 -o "$work" "$source"
  erl -noshell -pa "$work" -eval "ok = io:setopts([{encoding, unicode}]), $module:main(), halt()." </dev/null 2>&1 | tr -d '\r' >"$module.expected"
done
