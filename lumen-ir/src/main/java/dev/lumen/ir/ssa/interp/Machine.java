package dev.lumen.ir.ssa.interp;

import dev.lumen.ir.Loc;
import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Label;
import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.ssa.OnFail;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Target;
import dev.lumen.ir.ssa.Terminator;
import dev.lumen.ir.ssa.Var;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Fun;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.Pid;
import dev.lumen.ir.term.Term;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// One run of the interpreter: processes, and the meaning of control flow. What instructions
/// compute is in [Step].
final class Machine {
    /// Instructions that a process runs before another gets its turn.
    private static final int SLICE = 4000;

    private static final FunctionId APPLY_2 = FunctionId.of("erlang", "apply", 2);
    private static final FunctionId APPLY_3 = FunctionId.of("erlang", "apply", 3);

    private final Map<FunctionId, Frame.Code> functions;
    final Map<Atom, Module> modules;
    final Consumer<String> output;
    final Values values = new Values();
    private final Step step = new Step(this);
    private final Traces traces = new Traces(values);
    private final Map<Pid, Process> processes = new HashMap<>();
    private final ArrayDeque<Process> ready = new ArrayDeque<>();
    private long steps;
    private long nextPid = 100;
    long now;
    long nextUnique = 1;

    Process current;
    private Process main;
    private Outcome outcome;

    Machine(
            Map<FunctionId, Frame.Code> functions,
            Map<Atom, Module> modules,
            Consumer<String> output,
            long maxSteps) {
        this.functions = functions;
        this.modules = modules;
        this.output = output;
        this.steps = maxSteps;
    }

    // ---- processes ------------------------------------------------------------------------------

    Outcome run(FunctionId id, List<Term> args) {
        main = newProcess();
        current = main;
        try {
            enter(main, id, args.stream().map(values::of).toArray(), Loc.NONE, null);
        } catch (Failure e) {
            raise(e, List.of());
        }
        while (outcome == null) {
            current = ready.poll();
            if (current == null) {
                wakeSleepers();
                continue;
            }
            slice();
        }
        return outcome;
    }

    private Process newProcess() {
        var p = new Process(new Pid(Values.node(), nextPid++, 0, 0));
        processes.put(p.pid, p);
        ready.add(p);
        return p;
    }

    /// A process that applies a function; it must exist.
    Pid spawn(Object fun, Object[] args) {
        Process p = newProcess();
        Process parent = current;
        current = p;
        try {
            switch (fun) {
                case FunctionId id -> enter(p, id, args, Loc.NONE, null);
                default -> enterFun(p, fun, args, Loc.NONE, null);
            }
        } catch (Failure e) {
            raise(e, List.of());
        } finally {
            current = parent;
        }
        return p.pid;
    }

    void send(Pid to, Object message) {
        Process p = processes.get(to);
        if (p != null) {
            p.mailbox.add(message);
            if (p.waiting) {
                p.waiting = false;
                ready.add(p);
            }
        }
    }

    boolean isAlive(Pid pid) {
        return processes.containsKey(pid);
    }

    void halt(Object status) {
        outcome = new Outcome.Halted(values.term(status));
    }

    /// Nobody can run: time passes until the first timeout.
    private void wakeSleepers() {
        Process first = null;
        for (Process p : processes.values()) {
            if (p.waiting
                    && p.deadline >= 0
                    && (first == null
                            || p.deadline < first.deadline
                            || p.deadline == first.deadline && p.pid.id() < first.pid.id())) {
                first = p;
            }
        }
        if (first == null) {
            outcome = new Outcome.Deadlock();
            return;
        }
        now = first.deadline;
        first.waiting = false;
        ready.add(first);
    }

    private void slice() {
        Process p = current;
        for (int i = 0; i < SLICE && outcome == null && p.top != null && !p.waiting; i++) {
            if (--steps < 0) {
                outcome = new Outcome.OutOfSteps();
                return;
            }
            one(p);
        }
        if (p.top != null && !p.waiting) {
            ready.add(p);
        }
    }

    private void exit(Outcome how) {
        current.top = null;
        processes.remove(current.pid);
        if (current == main) {
            outcome = how;
        }
    }

    // ---- one instruction ------------------------------------------------------------------------

    private void one(Process p) {
        Frame f = p.top;
        if (f.next < f.block.body().size()) {
            Instr i = f.block.body().get(f.next++);
            try {
                instr(f, i);
            } catch (Failure e) {
                fail(f, e, ((Instr.MayFail) i).onFail(), i.loc(), shown(i, f));
            }
        } else {
            Terminator end = f.end();
            try {
                terminator(p, f, end);
            } catch (Failure e) {
                if (end instanceof Terminator.Raise || end instanceof Terminator.RecvWait) {
                    fail(f, e, end.failure().orElseThrow(), end.loc(), List.of());
                } else {
                    p.top = f.caller; // a tail call: the function is left already
                    raise(e, List.of());
                }
            }
        }
    }

    /// The entry of a stack trace for a built-in that fails.
    private List<Object> shown(Instr i, Frame f) {
        return i instanceof Instr.CallBif b
                ? List.of(
                        traces.builtIn(
                                b.bif().id(), b.args().stream().map(a -> get(f, a)).toList()))
                : List.of();
    }

    private void instr(Frame f, Instr i) {
        switch (i) {
            case Instr.Call(_, var target, var args, _, var loc) ->
                    enterKnown(current, f, target, all(f, args), loc, f);
            case Instr.CallFun(_, var fun, var args, _, var loc) ->
                    enterFun(current, get(f, fun), all(f, args), loc, f);
            case Instr.CallApply(_, var module, var name, var args, _, var loc) ->
                    enterNamed(current, get(f, module), get(f, name), all(f, args), loc, f);
            case Instr.RecvSince _ -> {} // nothing is lost by looking at all messages
            case Instr.RecvAccept _ -> {
                current.mailbox.remove(current.save);
                current.save = 0;
                current.deadline = -1;
            }
            case Instr.RecvSkip _ -> current.save++;
            default -> {
                Object value = step.value(f, i);
                if (value == Step.NO_MATCH) {
                    jump(f, ((OnFail.Branch) ((Instr.MayFail) i).onFail()).label());
                } else {
                    set(f, i.result().orElseThrow(), value);
                }
            }
        }
    }

    private void terminator(Process p, Frame f, Terminator end) {
        switch (end) {
            case Terminator.Ret(var value, _) -> ret(p, f.caller, get(f, value));
            case Terminator.Jump(var target, _) -> jump(f, target);
            case Terminator.Branch(var flag, var then, var otherwise, _) ->
                    jump(f, (Boolean) get(f, flag) ? then : otherwise);
            case Terminator.Switch(var value, var cases, var otherwise, _) -> {
                Object v = get(f, value);
                jump(
                        f,
                        cases.stream()
                                .filter(c -> c.constant().equals(v))
                                .findFirst()
                                .map(Terminator.Switch.Case::label)
                                .orElse(otherwise));
            }
            case Terminator.SwitchArity(var tuple, var cases, var otherwise, _) -> {
                int size = ((Row) get(f, tuple)).size();
                jump(
                        f,
                        cases.stream()
                                .filter(c -> c.arity() == size)
                                .findFirst()
                                .map(Terminator.SwitchArity.Case::label)
                                .orElse(otherwise));
            }
            case Terminator.TailCall(var target, var args, var loc) ->
                    enterKnown(p, f, target, all(f, args), loc, f.caller);
            case Terminator.TailCallFun(var fun, var args, var loc) ->
                    enterFun(p, get(f, fun), all(f, args), loc, f.caller);
            case Terminator.TailCallApply(var module, var name, var args, var loc) ->
                    enterNamed(p, get(f, module), get(f, name), all(f, args), loc, f.caller);
            case Terminator.Raise(var exceptionClass, var reason, var trace, _, _) ->
                    throw new Failure(
                            (Atom) get(f, exceptionClass),
                            get(f, reason),
                            trace.map(t -> get(f, t)).orElse(null),
                            false);
            case Terminator.FunctionClause(var args, var loc) -> {
                List<Object> shown =
                        List.of(
                                traces.withArguments(
                                        f.code.function(),
                                        List.of(all(f, args)),
                                        f.code.function().loc()));
                p.top = f.caller;
                raise(Failure.error("function_clause"), shown);
            }
            case Terminator.RecvPeek(var message, var empty, _) -> {
                if (p.save < p.mailbox.size()) {
                    enterBlock(f, message, p.mailbox.get(p.save));
                } else {
                    jump(f, empty);
                }
            }
            case Terminator.RecvWait(var after, var again, var timedOut, _, _) ->
                    recvWait(p, f, get(f, after), again, timedOut);
            case Terminator.Unreachable _ ->
                    throw new IllegalStateException("unreachable in " + f.code.function().id());
        }
    }

    private void recvWait(Process p, Frame f, Object after, Label again, Label timedOut) {
        if (p.save < p.mailbox.size()) {
            jump(f, again);
            return;
        }
        if (p.deadline < 0 && !after.equals(Atom.of("infinity"))) {
            if (!(after instanceof Int ms)
                    || !ms.isLong()
                    || ms.longValue() < 0
                    || ms.longValue() > 0xFFFFFFFFL) {
                p.save = 0;
                throw Failure.error("timeout_value");
            }
            p.deadline = now + ms.longValue();
        }
        if (p.deadline >= 0 && p.deadline <= now) {
            p.deadline = -1;
            p.save = 0;
            jump(f, timedOut);
            return;
        }
        p.waiting = true; // then this terminator runs again
    }

    // ---- calls ----------------------------------------------------------------------------------

    private FunctionId computed(Object module, Object name, int arity) {
        if (module instanceof Atom m && name instanceof Atom n) {
            return new FunctionId(m, n, arity);
        }
        throw Failure.badarg();
    }

    private void enterKnown(
            Process p, Frame f, FunctionId target, Object[] args, Loc loc, Frame caller) {
        if (target.module().equals(f.code.function().id().module())) {
            enter(p, target, args, loc, caller);
        } else {
            enterNamed(p, target.module(), target.name(), args, loc, caller);
        }
    }

    /// Calls the function that has the name for all: one that is exported.
    private void enterNamed(
            Process p, Object module, Object name, Object[] args, Loc loc, Frame caller) {
        FunctionId id = computed(module, name, args.length);
        if (functions.containsKey(id) && !modules.get(id.module()).exports().contains(id)) {
            throw Failure.error("undef").at(id, args);
        }
        enter(p, id, args, loc, caller);
    }

    /// Calls a function; `caller` gets the result, null ends the process.
    private void enter(Process p, FunctionId id, Object[] args, Loc loc, Frame caller) {
        Frame.Code code = functions.get(id);
        if (code != null) {
            var callee = new Frame(code, caller);
            int i = 0;
            for (Var param : code.function().params()) {
                set(callee, param, args[i++]);
            }
            p.top = callee;
            return;
        }
        if (id.equals(APPLY_2)) {
            enterFun(p, args[0], Values.elements(args[1]).toArray(), loc, caller);
            return;
        }
        if (id.equals(APPLY_3)) {
            Object[] given = Values.elements(args[2]).toArray();
            enterNamed(p, args[0], args[1], given, loc, caller);
            return;
        }
        Builtin builtIn = Builtins.find(id);
        if (builtIn == null) {
            throw Failure.error("undef").at(id, args);
        }
        Object value;
        try {
            value = builtIn.call(this, args);
        } catch (Failure e) {
            throw e.shown ? e.at(id, args) : e;
        }
        ret(p, caller, value);
    }

    private void enterFun(Process p, Object fun, Object[] args, Loc loc, Frame caller) {
        switch (fun) {
            case Closure c when c.arity() == args.length -> {
                Object[] all = new Object[args.length + 1];
                System.arraycopy(args, 0, all, 0, args.length);
                all[args.length] = c;
                enter(p, c.target(), all, loc, caller);
            }
            case Fun.External e when e.arity() == args.length ->
                    enterNamed(p, e.module(), e.name(), args, loc, caller);
            case Closure _, Fun _ ->
                    throw Failure.raised(
                            Failure.ERROR,
                            Values.row(
                                    Atom.of("badarity"),
                                    Values.row(fun, Values.list(List.of(args)))));
            default -> throw Failure.raised(Failure.ERROR, Values.row(Atom.of("badfun"), fun));
        }
    }

    private void ret(Process p, Frame caller, Object value) {
        p.top = caller;
        if (caller == null) {
            exit(new Outcome.Returned(values.term(value)));
        } else {
            caller.call().result().ifPresent(d -> set(caller, d, value));
        }
    }

    // ---- exceptions -----------------------------------------------------------------------------

    private void fail(Frame f, Failure e, OnFail onFail, Loc loc, List<Object> shown) {
        if (onFail instanceof OnFail.Branch(var label)) {
            jump(f, label);
            return;
        }
        List<Object> first =
                e.callee != null
                        ? List.of(traces.builtIn(e.callee, List.of(e.args)))
                        : e.shown ? shown : List.of();
        Object trace = e.trace != null ? e.trace : traces.make(first, f, loc, e.ownArgs);
        if (onFail instanceof OnFail.Catch(var label)) {
            enterBlock(f, label, e.exceptionClass, e.reason, trace);
            return;
        }
        current.top = f.caller;
        unwind(e.exceptionClass, e.reason, trace);
    }

    /// Raises in the caller of a function that has no frame any more.
    private void raise(Failure e, List<Object> shown) {
        Frame top = current.top;
        List<Object> first =
                e.callee != null ? List.of(traces.builtIn(e.callee, List.of(e.args))) : shown;
        unwind(
                e.exceptionClass,
                e.reason,
                traces.make(first, top, top == null ? Loc.NONE : top.call().loc(), null));
    }

    private void unwind(Atom exceptionClass, Object reason, Object trace) {
        for (Frame f = current.top; f != null; f = f.caller) {
            if (f.call() instanceof Instr.MayFail call
                    && call.onFail() instanceof OnFail.Catch(var label)) {
                current.top = f;
                enterBlock(f, label, exceptionClass, reason, trace);
                return;
            }
        }
        exit(new Outcome.Raised(exceptionClass, values.term(reason), values.term(trace)));
    }

    // ---- variables and blocks -------------------------------------------------------------------

    Object get(Frame f, Operand o) {
        return switch (o) {
            case Var v -> f.vars[v.id()];
            case Operand.Const c ->
                    switch (c.type()) {
                        case dev.lumen.ir.ssa.Type.Raw raw ->
                                switch (raw) {
                                    case FLAG -> c.asFlag();
                                    case I64 -> c.asLong();
                                    case KEY -> throw new IllegalStateException("a constant key");
                                    case F64 -> ((dev.lumen.ir.term.FloatTerm) c.value()).value();
                                };
                        case dev.lumen.ir.ssa.Type.Terms _ -> values.constant(c.value());
                    };
        };
    }

    private Object[] all(Frame f, List<Operand> operands) {
        Object[] all = new Object[operands.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = get(f, operands.get(i));
        }
        return all;
    }

    /// Throws [IllegalStateException] when the value is not of the variable's type: the SSA claims
    /// what is not true.
    private static void set(Frame f, Var v, Object value) {
        if (v.type().isTerm() && !Values.type(value).isSubtypeOf(v.type())) {
            throw new IllegalStateException(
                    v + ": " + v.type() + " gets " + value + " in " + f.code.function().id());
        }
        f.vars[v.id()] = value;
    }

    private void jump(Frame f, Label label) {
        enterBlock(f, label);
    }

    private void jump(Frame f, Target t) {
        enterBlock(f, t.label(), all(f, t.args()));
    }

    private static void enterBlock(Frame f, Label label, Object... args) {
        Block b = f.code.blocks().get(label);
        for (int i = 0; i < args.length; i++) {
            set(f, b.params().get(i), args[i]);
        }
        f.block = b;
        f.next = 0;
    }
}
