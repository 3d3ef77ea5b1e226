#!/bin/sh
# Asks a real erl again what it prints for lsh.script.
cd "$(dirname "$0")" && erl < lsh.script > lsh.expected
