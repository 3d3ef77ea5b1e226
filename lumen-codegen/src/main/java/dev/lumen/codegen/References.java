package dev.lumen.codegen;

import dev.lumen.ir.Loc;
import dev.lumen.ir.bif.BifTable;
import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Target;
import dev.lumen.ir.ssa.Terminator;
import dev.lumen.ir.ssa.Var;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Fun;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.ListTerm;
import dev.lumen.ir.term.MapTerm;
import dev.lumen.ir.term.Nil;
import dev.lumen.ir.term.RecordTerm;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.Tuple;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What one function names: other functions, built-ins, atoms, and what it knows of the functions
/// that it calls by names that it computes.
public final class References {
    /// Built-ins that make an atom which need not stand in the program. (Those for existing atoms
    /// make none: the atoms that exist are those of the program, and those that these made.)
    private static final Set<String> ATOM_MAKERS =
            Set.of("list_to_atom", "binary_to_atom", "binary_to_term");

    /// Built-ins that answer atoms which stand in the program, even if only to be compared with or
    /// in an attribute.
    private static final Set<String> ATOM_FINDERS =
            Set.of("list_to_existing_atom", "binary_to_existing_atom", "get_module_info");

    /// Modules of OTP that call back a module which they were given when a process of theirs was
    /// started (or, `sys`, stopped for a system message), and whose functions take such a module as
    /// an argument.
    private static final Set<Atom> BEHAVIOURS =
            Stream.of(
                            "gen",
                            "gen_server",
                            "gen_statem",
                            "gen_event",
                            "gen_fsm",
                            "supervisor",
                            "supervisor_bridge",
                            "sys")
                    .map(Atom::of)
                    .collect(Collectors.toUnmodifiableSet());

    private final Optional<Atom> behaviour;
    private final SequencedMap<FunctionId, Loc> functions = new LinkedHashMap<>();
    private final SequencedSet<FunctionId> builtins = new LinkedHashSet<>();
    private final SequencedSet<Atom> atoms = new LinkedHashSet<>();
    private final Set<Pair> pairs = new HashSet<>();
    private final Set<Pair> offers = new HashSet<>();
    private final SequencedSet<CallPattern> computed = new LinkedHashSet<>();
    private final Map<Var, Instr.MakeCons> cells = new HashMap<>();
    private final boolean closed;
    private boolean makesAtoms;
    private boolean findsAtoms;

    /// Two atoms, one right behind the other.
    public record Pair(Atom first, Atom second) {}

    private References(Atom module, boolean closed) {
        this.behaviour = Optional.of(module).filter(BEHAVIOURS::contains);
        this.closed = closed;
    }

    /// What the blocks name. In a closed world an atom that values are only compared with is not
    /// named.
    static References of(Function f, List<Block> blocks, boolean closed) {
        var found = new References(f.id().module(), closed);
        for (Block b : f.blocks()) {
            for (Instr i : b.body()) {
                if (i instanceof Instr.MakeCons c) {
                    found.cells.put(c.dst(), c);
                }
            }
        }
        blocks.forEach(found::visit);
        return found;
    }

    /// The functions it calls or makes funs of, each with the first place where it does, in order.
    SequencedMap<FunctionId, Loc> functions() {
        return functions;
    }

    SequencedSet<FunctionId> builtins() {
        return builtins;
    }

    /// The atoms among its constants.
    SequencedSet<Atom> atoms() {
        return atoms;
    }

    /// Atoms among its constants that stand one right behind the other: in a tuple, in a list, as
    /// arguments of a call.
    Set<Pair> pairs() {
        return pairs;
    }

    /// A behaviour, and an atom that one of its functions is called with where a module may stand:
    /// `gen_server` and `file_server` of `gen_server:start_link({local, file_server_2},
    /// file_server, [], [])`.
    Set<Pair> offers() {
        return offers;
    }

    /// What it knows of functions that it calls by computed names.
    SequencedSet<CallPattern> computed() {
        return computed;
    }

    /// True when it can make atoms that are not among its constants.
    boolean makesAtoms() {
        return makesAtoms;
    }

    /// True when it can get hold of atoms that stand in the program and are not [#atoms] of
    /// anything reached.
    boolean findsAtoms() {
        return findsAtoms;
    }

    private void visit(Block b) {
        b.body().forEach(this::visit);
        switch (b.end()) {
            case Terminator.TailCall c -> called(c.target(), c.args(), c.loc());
            case Terminator.TailCallApply c ->
                    named(c.module(), c.name(), OptionalInt.of(c.arguments().size()), c.loc());
            case Terminator.Switch s when !closed ->
                    s.cases().forEach(c -> visit(c.constant(), s.loc()));
            default -> {}
        }
        b.end().args().forEach(o -> visit(o, b.end().loc()));
        neighbours(b.end().args());
        for (Target t : b.end().targets()) {
            t.args().forEach(o -> visit(o, b.end().loc()));
        }
    }

    private void visit(Instr instr) {
        if (!(closed && instr instanceof Instr.Compare)) {
            instr.args().forEach(o -> visit(o, instr.loc()));
        }
        neighbours(instr.args());
        switch (instr) {
            case Instr.MakeCons(_, var head, Var tail, _) when cells.containsKey(tail) ->
                    neighbours(List.of(head, cells.get(tail).head()));
            case Instr.MakeCons(_, var head, Operand.Const(ListTerm tail, var type), _) ->
                    neighbours(List.of(head, new Operand.Const(tail.elements().getFirst(), type)));
            case Instr.Call c -> called(c.target(), c.args(), c.loc());
            case Instr.MakeFun m -> functions.putIfAbsent(m.target(), m.loc());
            case Instr.CallApply c ->
                    named(c.module(), c.name(), OptionalInt.of(c.arguments().size()), c.loc());
            case Instr.CallBif c -> builtin(c.bif().id(), c.args(), c.loc());
            default -> {}
        }
    }

    /// Built-ins that may leave the process are called like functions.
    private void called(FunctionId id, List<Operand> args, Loc loc) {
        if (isBuiltin(id)) {
            builtin(id, args, loc);
        } else {
            functions.putIfAbsent(id, loc);
            if (BEHAVIOURS.contains(id.module())) {
                offered(id, args);
            }
        }
    }

    /// The first argument of most of these functions is who is to be called; of those that start
    /// somebody it may be a module.
    private void offered(FunctionId id, List<Operand> args) {
        String name = id.name().name();
        boolean starts = name.startsWith("start") || name.startsWith("enter_loop");
        for (Operand o : starts ? args : args.subList(Math.min(1, args.size()), args.size())) {
            atom(o).ifPresent(a -> offers.add(new Pair(id.module(), a)));
        }
    }

    /// Some built-ins take the name of a function.
    private void builtin(FunctionId id, List<Operand> args, Loc loc) {
        builtins.add(id);
        if (!id.module().name().equals("erlang")) {
            return;
        }
        makesAtoms |= ATOM_MAKERS.contains(id.name().name());
        findsAtoms |= ATOM_FINDERS.contains(id.name().name());
        switch (id.name().name() + "/" + id.arity()) {
            case "apply/3",
                    "spawn/3",
                    "spawn_link/3",
                    "spawn_monitor/3",
                    "spawn_opt/4",
                    "hibernate/3" ->
                    named(args.get(0), args.get(1), length(args.get(2)), loc);
            case "make_fun/3", "function_exported/3" ->
                    named(args.get(0), args.get(1), number(args.get(2)), loc);
            default -> {}
        }
    }

    private void named(Operand module, Operand name, OptionalInt arity, Loc loc) {
        Optional<Atom> m = atom(module);
        Optional<Atom> n = atom(name);
        if (m.isPresent() && n.isPresent() && arity.isPresent()) {
            functions.putIfAbsent(new FunctionId(m.get(), n.get(), arity.getAsInt()), loc);
        } else {
            computed.add(new CallPattern(m, n, arity, behaviour));
        }
    }

    private static Optional<Atom> atom(Operand o) {
        return o instanceof Operand.Const(Atom a, _) ? Optional.of(a) : Optional.empty();
    }

    private static OptionalInt number(Operand o) {
        return o instanceof Operand.Const(Int n, _)
                        && n.isSmall()
                        && n.longValue() >= 0
                        && n.longValue() < 256
                ? OptionalInt.of(n.intValue())
                : OptionalInt.empty();
    }

    /// Of a list, where it can be seen.
    private OptionalInt length(Operand list) {
        int known = 0;
        Operand rest = list;
        while (rest instanceof Var v && cells.containsKey(v)) {
            known++;
            rest = cells.get(v).tail();
        }
        return switch (rest) {
            case Operand.Const(Nil _, _) -> OptionalInt.of(known);
            case Operand.Const(ListTerm l, _) when l.isProper() ->
                    OptionalInt.of(known + l.elements().size());
            default -> OptionalInt.empty();
        };
    }

    private void neighbours(List<Operand> operands) {
        for (int i = 1; i < operands.size(); i++) {
            if (operands.get(i - 1) instanceof Operand.Const(Atom a, _)
                    && operands.get(i) instanceof Operand.Const(Atom b, _)) {
                pairs.add(new Pair(a, b));
            }
        }
    }

    private void neighbouringTerms(List<Term> terms) {
        for (int i = 1; i < terms.size(); i++) {
            if (terms.get(i - 1) instanceof Atom a && terms.get(i) instanceof Atom b) {
                pairs.add(new Pair(a, b));
            }
        }
    }

    private void visit(Operand operand, Loc loc) {
        if (operand instanceof Operand.Const(Term value, _)) {
            visit(value, loc);
        }
    }

    private void visit(Term constant, Loc loc) {
        var todo = new ArrayDeque<Term>();
        todo.add(constant);
        while (!todo.isEmpty()) {
            switch (todo.remove()) {
                case Atom a -> atoms.add(a);
                case Fun.External(Atom module, Atom name, int arity) -> {
                    // fun_info/2 gives the names.
                    pairs.add(new Pair(module, name));
                    atoms.add(module);
                    atoms.add(name);
                    functions.putIfAbsent(new FunctionId(module, name, arity), loc);
                }
                case Tuple t -> {
                    neighbouringTerms(t.elements());
                    todo.addAll(t.elements());
                }
                case RecordTerm r -> {
                    todo.add(r.definition());
                    todo.addAll(r.values());
                }
                case ListTerm l -> {
                    neighbouringTerms(l.elements());
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
