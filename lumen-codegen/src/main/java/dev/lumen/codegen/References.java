package dev.lumen.codegen;

import dev.lumen.ir.bif.BifTable;
import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Target;
import dev.lumen.ir.ssa.Terminator;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Fun;
import dev.lumen.ir.term.ListTerm;
import dev.lumen.ir.term.MapTerm;
import dev.lumen.ir.term.RecordTerm;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.Tuple;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;

/// What a function names: other functions, atoms, and whether it calls functions whose names it computes.
final class References {
    /// Built-ins that call, or make a fun of, a function whose name they are given.
    private static final Set<String> BY_NAME = Set.of(
            "apply", "spawn", "spawn_link", "spawn_monitor", "spawn_opt", "make_fun", "function_exported");

    /// Built-ins that make an atom which need not stand in the program.
    private static final Set<String> ATOM_MAKERS = Set.of(
            "list_to_atom", "list_to_existing_atom", "binary_to_atom", "binary_to_existing_atom", "binary_to_term");

    private final SequencedMap<FunctionId, Function> functions = new LinkedHashMap<>();
    private final SequencedSet<Atom> atoms = new LinkedHashSet<>();
    private boolean computed;
    private boolean makesAtoms;

    private References() {}

    static References of(Iterable<Function> all) {
        var found = new References();
        all.forEach(found::visit);
        return found;
    }

    /// The functions it names, each with the first function that does, in order.
    Map<FunctionId, Function> functions() {
        return functions;
    }

    /// The atoms among its constants.
    SequencedSet<Atom> atoms() {
        return atoms;
    }

    /// True when it calls functions by names that are computed.
    boolean callsComputed() {
        return computed;
    }

    /// True when it can make atoms that are not among its constants.
    boolean makesAtoms() {
        return makesAtoms;
    }

    private void visit(Function f) {
        for (Block b : f.blocks()) {
            b.body().forEach(i -> visit(f, i));
            switch (b.end()) {
                case Terminator.TailCall c -> functions.putIfAbsent(c.target(), f);
                case Terminator.TailCallApply _ -> computed = true;
                case Terminator.Switch s -> s.cases().forEach(c -> visit(f, c.constant()));
                default -> {}
            }
            b.end().args().forEach(o -> visit(f, o));
            for (Target t : b.end().targets()) {
                t.args().forEach(o -> visit(f, o));
            }
        }
    }

    private void visit(Function f, Instr instr) {
        instr.args().forEach(o -> visit(f, o));
        switch (instr) {
            case Instr.Call c -> functions.putIfAbsent(c.target(), f);
            case Instr.MakeFun m -> functions.putIfAbsent(m.target(), f);
            case Instr.CallApply _ -> computed = true;
            case Instr.CallBif c -> {
                computed |= BY_NAME.contains(c.bif().name().name());
                makesAtoms |= ATOM_MAKERS.contains(c.bif().name().name());
            }
            default -> {}
        }
    }

    private void visit(Function f, Operand operand) {
        if (operand instanceof Operand.Const(Term value, _)) {
            visit(f, value);
        }
    }

    private void visit(Function f, Term constant) {
        var todo = new ArrayDeque<Term>();
        todo.add(constant);
        while (!todo.isEmpty()) {
            switch (todo.remove()) {
                case Atom a -> atoms.add(a);
                case Fun.External(Atom module, Atom name, int arity) -> {
                    atoms.add(name);
                    functions.putIfAbsent(new FunctionId(module, name, arity), f);
                }
                case Tuple t -> todo.addAll(t.elements());
                case RecordTerm r -> {
                    todo.add(r.definition());
                    todo.addAll(r.values());
                }
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

    static boolean isBuiltin(FunctionId id) {
        return BifTable.standard().find(id).isPresent();
    }
}
