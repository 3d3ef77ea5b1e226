package dev.lumen.ir.ssa.interp;

import dev.lumen.ir.term.Pid;
import dev.lumen.ir.term.Term;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One Erlang process.
final class Process {
    final Pid pid;
    Frame top;
    final List<Object> mailbox = new ArrayList<>();

    /// The message that a receive looks at next.
    int save;

    final Map<Term, Object> dictionary = new LinkedHashMap<>();

    /// True while it waits for a message.
    boolean waiting;

    /// Virtual time at which a receive gives up; -1: never.
    long deadline = -1;

    Process(Pid pid) {
        this.pid = pid;
    }
}
