package dev.lumen.ir.ssa.interp;

import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Term;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Runs SSA. Slow on purpose: one switch that says what each instruction does.
///
/// Processes take turns in one thread, always in the same order, and time is virtual (it passes
/// only when every process waits), so a program does the same every time. Not thread-safe; [#call]
/// may be used again and again.
///
/// Not here: links, monitors, ports, the file system, ETS. A built-in that is missing raises
/// `undef`.
public final class Interpreter {
    private final Map<FunctionId, Frame.Code> functions = new HashMap<>();
    private final Map<Atom, Module> modules = new LinkedHashMap<>();
    private Consumer<String> output = _ -> {};
    private long maxSteps = Long.MAX_VALUE;

    public Interpreter(List<Module> modules) {
        for (Module m : modules) {
            this.modules.put(m.name(), m);
            for (Function f : m.functions()) {
                functions.put(f.id(), Frame.Code.of(f));
            }
        }
    }

    public Interpreter(Module module) {
        this(List.of(module));
    }

    /// Where what the program displays goes, newlines included. Nowhere by default.
    public Interpreter output(Consumer<String> sink) {
        output = sink;
        return this;
    }

    /// How many instructions a call may execute. Unlimited by default.
    public Interpreter maxSteps(long limit) {
        maxSteps = limit;
        return this;
    }

    /// Calls a function in a new process and runs until it returns or fails; other processes end
    /// then.
    public Outcome call(FunctionId id, List<Term> args) {
        return new Machine(functions, modules, output, maxSteps).run(id, args);
    }

    public Outcome call(String module, String name, Term... args) {
        return call(FunctionId.of(module, name, args.length), List.of(args));
    }
}
