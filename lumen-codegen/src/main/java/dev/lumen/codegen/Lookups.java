package dev.lumen.codegen;

import dev.lumen.ir.bif.Bif;
import dev.lumen.ir.bif.BifTable;
import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Terminator;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Bits;
import dev.lumen.ir.term.ExternalTerm;
import dev.lumen.ir.term.Fun;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.ListTerm;
import dev.lumen.ir.term.MapTerm;
import dev.lumen.ir.term.RecordTerm;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.TermFormatException;
import dev.lumen.ir.term.Tuple;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/// What a function has the runtime find by its name: a call that compiled code makes finds its
/// target by itself.
final class Lookups {
    private static final Atom ERLANG = Atom.of("erlang");
    private static final Atom HANDLER = Atom.of("$handle_undefined_function");
    private static final Atom ERROR_HANDLER = Atom.of("error_handler");
    private static final Atom UNDEFINED_FUNCTION = Atom.of("undefined_function");
    private static final int EXTERNAL_FORMAT = 131;

    /// Built-ins whose first three arguments are a module, the name of a function and its arity.
    private static final Set<String> OF_ARITY = Set.of("make_fun/3", "function_exported/3");

    /// Built-ins that tell which modules there are.
    private static final Set<String> MODULE_FINDERS =
            Set.of("module_loaded/1", "loaded/0", "pre_loaded/0");

    private static final Set<String> DECODERS = Set.of("binary_to_term/1", "binary_to_term/2");

    private final SequencedSet<FunctionId> functions = new LinkedHashSet<>();
    private final SequencedSet<FunctionId> values = new LinkedHashSet<>();
    private boolean findsModules;
    private boolean decodes;

    private Lookups() {}

    static Lookups of(List<Block> blocks) {
        var found = new Lookups();
        for (Block b : blocks) {
            b.body().forEach(found::visit);
            found.visit(b.end());
        }
        return found;
    }

    /// What is called, if it is there, in place of functions that the module doesn't have.
    static FunctionId handlerOf(Atom module) {
        return new FunctionId(module, HANDLER, 2);
    }

    static boolean isHandler(FunctionId id) {
        return id.arity() == 2 && id.name().equals(HANDLER);
    }

    /// Functions and built-ins whose names are constants. They need not be there.
    SequencedSet<FunctionId> functions() {
        return functions;
    }

    /// Built-ins of which it has funs.
    SequencedSet<FunctionId> values() {
        return values;
    }

    /// Whether it asks which modules there are.
    boolean findsModules() {
        return findsModules;
    }

    /// Whether it reads terms from bytes that are not constants: these can hold funs of any name.
    boolean decodes() {
        return decodes;
    }

    private void visit(Instr instr) {
        instr.args().forEach(this::constant);
        switch (instr) {
            case Instr.Call c -> called(c.target(), c.args());
            case Instr.CallBif c -> called(c.bif().id(), c.args());
            case Instr.CallApply c -> named(c.module(), c.name(), c.arguments().size());
            case Instr.MakeFun m -> asValue(m.target());
            default -> {}
        }
    }

    private void visit(Terminator end) {
        end.args().forEach(this::constant);
        end.targets().forEach(t -> t.args().forEach(this::constant));
        switch (end) {
            case Terminator.TailCall c -> called(c.target(), c.args());
            case Terminator.TailCallApply c -> named(c.module(), c.name(), c.arguments().size());
            default -> {}
        }
    }

    private void called(FunctionId id, List<Operand> args) {
        if (References.APPLIERS.contains(id.toString())) {
            builtins(args.get(0), args.get(1));
        }
        if (!id.module().equals(ERLANG)) {
            return;
        }
        String name = id.name().name() + "/" + id.arity();
        findsModules |= MODULE_FINDERS.contains(name);
        if (name.equals("process_flag/2") && isErrorHandler(args.get(0))) {
            named(args.get(1), Operand.Const.of(UNDEFINED_FUNCTION), 3);
        }
        if (DECODERS.contains(name)) {
            decodes |= !(args.get(0) instanceof Operand.Const(Bits b, _) && decode(b).isPresent());
        } else if (OF_ARITY.contains(name)) {
            if (args.get(2) instanceof Operand.Const(Int n, _) && n.isSmall()) {
                named(args.get(0), args.get(1), n.longValue());
            }
        }
    }

    /// The flag that gives a process a module to be called for functions that are not there.
    private static boolean isErrorHandler(Operand flag) {
        return flag instanceof Operand.Const(Atom f, _) && f.equals(ERROR_HANDLER);
    }

    private void named(Operand module, Operand name, long arity) {
        if (module instanceof Operand.Const(Atom m, _)
                && name instanceof Operand.Const(Atom n, _)
                && arity >= 0
                && arity < 256) {
            functions.add(new FunctionId(m, n, (int) arity));
        }
    }

    /// The function itself is among [References#functions], if it isn't built in.
    private void builtins(Operand module, Operand name) {
        if (module instanceof Operand.Const(Atom m, _)
                && name instanceof Operand.Const(Atom n, _)) {
            BifTable.standard().all().stream()
                    .map(Bif::id)
                    .filter(id -> id.module().equals(m) && id.name().equals(n))
                    .forEach(functions::add);
        }
    }

    /// A fun of a built-in may be called with anything.
    private void asValue(FunctionId builtin) {
        if (!References.isBuiltin(builtin)) {
            return;
        }
        values.add(builtin);
        String name = builtin.name().name() + "/" + builtin.arity();
        if (builtin.module().equals(ERLANG)) {
            findsModules |= MODULE_FINDERS.contains(name);
            decodes |= DECODERS.contains(name);
        }
    }

    private void constant(Operand o) {
        if (o instanceof Operand.Const(Term value, _)) {
            visit(value, false);
        }
    }

    /// A constant binary in the external format counts as the term that it holds.
    private void visit(Term constant, boolean encoded) {
        var todo = new ArrayDeque<Term>();
        todo.add(constant);
        while (!todo.isEmpty()) {
            switch (todo.remove()) {
                case Bits b -> decode(b).ifPresent(t -> visit(t, true));
                case Fun.External(Atom module, Atom name, int arity) -> {
                    var id = new FunctionId(module, name, arity);
                    if (encoded) {
                        functions.add(id);
                    } else {
                        asValue(id);
                    }
                }
                case Tuple t -> todo.addAll(t.elements());
                case RecordTerm r -> todo.addAll(r.values());
                case ListTerm l -> {
                    todo.addAll(l.elements());
                    todo.add(l.tail());
                }
                case MapTerm m -> {
                    todo.addAll(m.keys());
                    todo.addAll(m.values());
                }
                default -> {}
            }
        }
    }

    private static Optional<Term> decode(Bits bytes) {
        try {
            return bytes.isBinary() && bytes.byteLength() > 0 && bytes.byteAt(0) == EXTERNAL_FORMAT
                    ? Optional.of(ExternalTerm.decode(bytes.bytes()))
                    : Optional.empty();
        } catch (TermFormatException e) {
            return Optional.empty();
        }
    }
}
