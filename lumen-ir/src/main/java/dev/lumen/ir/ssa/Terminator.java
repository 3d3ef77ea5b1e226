package dev.lumen.ir.ssa;

import dev.lumen.ir.Loc;
import dev.lumen.ir.term.Term;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The end of a [Block]: where control goes. Immutable.
public sealed interface Terminator {
    Loc loc();

    /// The values that it takes for itself; those that it passes to blocks are in [#targets].
    List<Operand> args();

    /// Where it goes inside the function, in the order of the text form, with what it passes there.
    /// A block that it gives a value of its own (a message) or an exception is listed without that;
    /// see [RecvPeek] and [OnFail.Catch].
    List<Target> targets();

    record Ret(Operand value, Loc loc) implements Terminator {
        @Override
        public List<Operand> args() {
            return List.of(value);
        }

        @Override
        public List<Target> targets() {
            return List.of();
        }
    }

    record Jump(Target target, Loc loc) implements Terminator {
        @Override
        public List<Operand> args() {
            return List.of();
        }

        @Override
        public List<Target> targets() {
            return List.of(target);
        }
    }

    /// On a flag.
    record Branch(Operand flag, Target then, Target otherwise, Loc loc) implements Terminator {
        @Override
        public List<Operand> args() {
            return List.of(flag);
        }

        @Override
        public List<Target> targets() {
            return List.of(then, otherwise);
        }
    }

    /// On a term that is compared (`=:=`) with atoms and small integers, all different. The blocks
    /// have no parameters.
    record Switch(Operand value, List<Case> cases, Label otherwise, Loc loc) implements Terminator {
        public record Case(Term constant, Label label) {}

        public Switch {
            cases = List.copyOf(cases);
        }

        @Override
        public List<Operand> args() {
            return List.of(value);
        }

        @Override
        public List<Target> targets() {
            return Stream.concat(cases.stream().map(Case::label), Stream.of(otherwise))
                    .map(Target::of)
                    .toList();
        }
    }

    /// On the size of a term known to be a tuple. The blocks have no parameters.
    record SwitchArity(Operand tuple, List<Case> cases, Label otherwise, Loc loc)
            implements Terminator {
        public record Case(int arity, Label label) {}

        public SwitchArity {
            cases = List.copyOf(cases);
        }

        @Override
        public List<Operand> args() {
            return List.of(tuple);
        }

        @Override
        public List<Target> targets() {
            return Stream.concat(cases.stream().map(Case::label), Stream.of(otherwise))
                    .map(Target::of)
                    .toList();
        }
    }

    record TailCall(FunctionId target, List<Operand> args, Loc loc) implements Terminator {
        public TailCall {
            args = List.copyOf(args);
        }

        @Override
        public List<Target> targets() {
            return List.of();
        }
    }

    record TailCallFun(Operand fun, List<Operand> arguments, Loc loc) implements Terminator {
        public TailCallFun {
            arguments = List.copyOf(arguments);
        }

        @Override
        public List<Operand> args() {
            var all = new ArrayList<Operand>(arguments.size() + 1);
            all.add(fun);
            all.addAll(arguments);
            return all;
        }

        @Override
        public List<Target> targets() {
            return List.of();
        }
    }

    record TailCallApply(Operand module, Operand name, List<Operand> arguments, Loc loc)
            implements Terminator {
        public TailCallApply {
            arguments = List.copyOf(arguments);
        }

        @Override
        public List<Operand> args() {
            var all = new ArrayList<Operand>(arguments.size() + 2);
            all.add(module);
            all.add(name);
            all.addAll(arguments);
            return all;
        }

        @Override
        public List<Target> targets() {
            return List.of();
        }
    }

    /// Raises an exception. `exceptionClass` is `error`, `exit` or `throw`; `trace` is a raw trace
    /// or a list, a new trace is made without it. Never [OnFail.Branch].
    record Raise(
            Operand exceptionClass, Operand reason, Optional<Operand> trace, OnFail onFail, Loc loc)
            implements Terminator {
        @Override
        public List<Operand> args() {
            return trace.map(t -> List.of(exceptionClass, reason, t))
                    .orElse(List.of(exceptionClass, reason));
        }

        @Override
        public List<Target> targets() {
            return List.of();
        }
    }

    /// `error:function_clause` of this function. The trace shows these as its arguments: its own,
    /// and of a closure, whose last parameter is the fun, the captured variables in place of that.
    record FunctionClause(List<Operand> args, Loc loc) implements Terminator {
        public FunctionClause {
            args = List.copyOf(args);
        }

        @Override
        public List<Target> targets() {
            return List.of();
        }
    }

    /// Looks at the message at the save pointer: `message` has one parameter, the message; `empty`
    /// has none.
    record RecvPeek(Label message, Label empty, Loc loc) implements Terminator {
        @Override
        public List<Operand> args() {
            return List.of();
        }

        @Override
        public List<Target> targets() {
            return List.of(Target.of(message), Target.of(empty));
        }
    }

    /// Waits for a message beyond the save pointer (`again`) or until `after`, in ms or `infinity`,
    /// is over (`timedOut`; the save pointer is then at the start). Fails with `timeout_value`;
    /// never [OnFail.Branch].
    record RecvWait(Operand after, Label again, Label timedOut, OnFail onFail, Loc loc)
            implements Terminator {
        @Override
        public List<Operand> args() {
            return List.of(after);
        }

        @Override
        public List<Target> targets() {
            return List.of(Target.of(again), Target.of(timedOut));
        }
    }

    /// Control never comes here.
    record Unreachable(Loc loc) implements Terminator {
        @Override
        public List<Operand> args() {
            return List.of();
        }

        @Override
        public List<Target> targets() {
            return List.of();
        }
    }

    /// Where control goes on failure, if this can fail.
    default Optional<OnFail> failure() {
        return switch (this) {
            case Raise r -> Optional.of(r.onFail());
            case RecvWait w -> Optional.of(w.onFail());
            case Ret _,
                    Jump _,
                    Branch _,
                    Switch _,
                    SwitchArity _,
                    TailCall _,
                    TailCallFun _,
                    TailCallApply _,
                    FunctionClause _,
                    RecvPeek _,
                    Unreachable _ ->
                    Optional.empty();
        };
    }
}
