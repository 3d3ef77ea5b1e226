#!/bin/sh
# Asks a real erl what the programs of the folders here (or of those named as arguments) print, and writes it to the .expected
# files. Needs OTP 25 as `erl` and `erlc` on the search path; programs that name a newer release in their first line are recorded
# only where ERL_27, ERL_29... name a command that runs `erl` of that release (and ERLC_27... its erlc).
set -eu
cd "$(dirname "$0")"
[ $# -gt 0 ] || set -- */
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for folder in "$@"; do
  cd "$folder"
  for source in *.erl; do
    module=${source%.erl}
    release=$(sed -n '1s/^%% otp: //p' "$source")
    erl=erl erlc=erlc
    if [ -n "$release" ]; then
      eval "erl=\${ERL_$release:-} erlc=\${ERLC_$release:-}"
      [ -n "$erl" ] || { echo "$module: needs ERL_$release, left as it is"; continue; }
    fi
    $erlc -W0 -o "$work" "$source"
    $erl -noshell -pa "$work" -eval "$module:main(), halt()." 2>&1 | tr -d '\r' >"$module.expected"
  done
  cd ..
done
