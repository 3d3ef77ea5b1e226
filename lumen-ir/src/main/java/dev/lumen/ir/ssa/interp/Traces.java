package dev.lumen.ir.ssa.interp;

import dev.lumen.ir.Loc;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.Nil;
import dev.lumen.ir.term.Term;

import java.util.ArrayList;
import java.util.List;

/// Stack traces, as the lists that programs see.
final class Traces {
    /// As OTP's default `backtrace_depth`.
    private static final int DEPTH = 8;

    private final Values values;

    Traces(Values values) {
        this.values = values;
    }

    /// `{Module, Name, [Arg, …], []}`
    Object builtIn(FunctionId id, List<Object> args) {
        return Values.row(id.module(), id.name(), Values.list(args), Nil.NIL);
    }

    /// `{Module, Name, [Arg, …], [{file, …}, {line, …}]}`
    Object withArguments(Function f, List<Object> args, Loc loc) {
        return Values.row(f.id().module(), f.id().name(), Values.list(args), place(f, loc));
    }

    /// The entries in `first`, then the function of `top`, which stands at `loc`, and its callers.
    /// `ownArgs` is a list of arguments to show for that function, or null.
    Object make(List<Object> first, Frame top, Loc loc, Object ownArgs) {
        var entries = new ArrayList<Object>(first);
        Instr last = null;
        for (Frame f = top; f != null && entries.size() < DEPTH; f = f.caller) {
            // As in OTP a run of frames that stand at the same call is one entry.
            Instr call = f == top ? null : f.call();
            if (call != null && call == last) {
                continue;
            }
            last = call;
            Loc at = f == top ? loc : call.loc();
            Function function = f.code.function();
            Object arity = f == top && ownArgs != null ? ownArgs : Int.of(arity(f));
            entries.add(
                    Values.row(
                            function.id().module(),
                            function.id().name(),
                            arity,
                            place(function, at)));
        }
        return Values.list(entries);
    }

    /// A closure shows the variables that it captured in place of the fun.
    private static int arity(Frame f) {
        FunctionId id = f.code.function().id();
        int last = id.arity() - 1;
        return last >= 0
                        && f.vars[f.code.function().params().get(last).id()] instanceof Closure c
                        && c.target().equals(id)
                ? last + c.free().length
                : id.arity();
    }

    private Object place(Function f, Loc loc) {
        if (!loc.isKnown()) {
            return Nil.NIL;
        }
        return Values.list(
                List.of(
                        Values.row(Atom.of("file"), values.of(Term.string(f.file()))),
                        Values.row(Atom.of("line"), Int.of(loc.line()))));
    }
}
