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
import java.util.ArrayList;
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

    /// Built-ins that call a function, or begin a process with it: module, name, list of arguments.
    static final Set<String> APPLIERS =
            Set.of(
                    "erlang:apply/3",
                    "erlang:spawn/3",
                    "erlang:spawn_link/3",
                    "erlang:spawn_monitor/3",
                    "erlang:spawn_opt/4",
                    "erlang:hibernate/3",
                    "erts_internal:spawn_request/4");

    private static final FunctionId MAKE_FUN = FunctionId.of("erlang", "make_fun", 3);
    static final FunctionId SET_ELEMENT = FunctionId.of("erlang", "setelement", 3);

    private final SequencedMap<FunctionId, Loc> functions = new LinkedHashMap<>();
    private final Set<FunctionId> direct = new HashSet<>();
    private final Set<FunctionId> named = new HashSet<>();
    private final SequencedSet<FunctionId> builtins = new LinkedHashSet<>();
    private final SequencedSet<Atom> atoms = new LinkedHashSet<>();
    private final Set<Pair> pairs = new HashSet<>();
    private final Set<Placed> placed = new HashSet<>();
    private final SequencedSet<Offer> offers = new LinkedHashSet<>();
    private final SequencedSet<ComputedCall> computed = new LinkedHashSet<>();
    private final List<Call> calls = new ArrayList<>();
    private final List<Instr.MakeFun> funs = new ArrayList<>();
    private final List<List<Operand>> madeTuples = new ArrayList<>();
    private final List<Instr.CallBif> setElements = new ArrayList<>();
    private final Set<FunctionId> namedOnly = new LinkedHashSet<>();
    private final Map<Var, Instr.MakeCons> cells = new HashMap<>();
    private final Map<Var, Instr.MakeTuple> tuples = new HashMap<>();
    private final boolean closed;
    private boolean makesAtoms;
    private boolean findsAtoms;

    /// Two atoms, one right behind the other.
    record Pair(Atom first, Atom second) {}

    /// Where a tuple has them.
    record Placed(Pair pair, CallPattern.Place place) {}

    /// A call by a computed name: at least one of module, name and arity is not known here.
    ///
    /// @param list the arguments, where their number is not known
    record ComputedCall(Operand module, Operand name, OptionalInt arity, Optional<Operand> list) {}

    /// A behaviour, and what one of its functions is given as a module to be called back.
    record Offer(Atom behaviour, Operand module) {}

    /// A function, and the arguments it is called with.
    record Call(FunctionId target, List<Operand> arguments) {}

    private References(boolean closed) {
        this.closed = closed;
    }

    /// What the blocks name. In a closed world an atom that values are only compared with is not
    /// named.
    static References of(Function f, List<Block> blocks, boolean closed) {
        var found = new References(closed);
        for (Block b : f.blocks()) {
            for (Instr i : b.body()) {
                switch (i) {
                    case Instr.MakeCons c -> found.cells.put(c.dst(), c);
                    case Instr.MakeTuple t -> found.tuples.put(t.dst(), t);
                    default -> {}
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

    /// Those that its instructions call or make funs of.
    Set<FunctionId> direct() {
        return direct;
    }

    /// Those that are meant by their names, which only exported functions can be.
    Set<FunctionId> named() {
        return named;
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

    /// Those of the pairs that stand in tuples.
    Set<Placed> placed() {
        return placed;
    }

    SequencedSet<Offer> offers() {
        return offers;
    }

    SequencedSet<ComputedCall> computed() {
        return computed;
    }

    /// With arguments that can be seen.
    List<Call> calls() {
        return calls;
    }

    List<Instr.MakeFun> funs() {
        return funs;
    }

    /// Tuples that are not empty, made or constant.
    List<List<Operand>> madeTuples() {
        return madeTuples;
    }

    /// Calls of `setelement/3`.
    List<Instr.CallBif> setElements() {
        return setElements;
    }

    /// Functions that are named, and then called with arguments that can't be seen.
    Set<FunctionId> namedOnly() {
        return namedOnly;
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
            case Terminator.TailCall c -> {
                direct.add(c.target());
                called(c.target(), c.args(), c.loc());
            }
            case Terminator.TailCallApply c -> named(c.module(), c.name(), c.arguments(), c.loc());
            case Terminator.Switch s when !closed ->
                    s.cases().forEach(c -> visit(c.constant(), s.loc()));
            default -> {}
        }
        b.end().args().forEach(o -> visit(o, b.end().loc()));
        if (!(b.end() instanceof Terminator.TailCall c && appliesKnown(c.target(), c.args()))) {
            neighbours(b.end().args());
        }
        for (Target t : b.end().targets()) {
            t.args().forEach(o -> visit(o, b.end().loc()));
        }
    }

    private void visit(Instr instr) {
        if (!(closed && instr instanceof Instr.Compare)) {
            instr.args().forEach(o -> visit(o, instr.loc()));
        }
        boolean applies =
                switch (instr) {
                    case Instr.Call c -> appliesKnown(c.target(), c.args());
                    case Instr.CallBif c -> appliesKnown(c.bif().id(), c.args());
                    default -> false;
                };
        if (!applies) {
            neighbours(instr.args());
        }
        switch (instr) {
            case Instr.MakeCons(_, var head, Var tail, _) when cells.containsKey(tail) ->
                    neighbours(List.of(head, cells.get(tail).head()));
            case Instr.MakeCons(_, var head, Operand.Const(ListTerm tail, var type), _) ->
                    neighbours(List.of(head, new Operand.Const(tail.elements().getFirst(), type)));
            case Instr.Call c -> {
                direct.add(c.target());
                called(c.target(), c.args(), c.loc());
            }
            case Instr.MakeTuple t -> tuple(t);
            case Instr.MakeFun m -> {
                direct.add(m.target());
                functions.putIfAbsent(m.target(), m.loc());
                funs.add(m);
            }
            case Instr.CallApply c -> named(c.module(), c.name(), c.arguments(), c.loc());
            case Instr.CallBif c -> {
                builtin(c.bif().id(), c.args(), c.loc());
                if (c.bif().id().equals(SET_ELEMENT)) {
                    setElements.add(c);
                }
            }
            default -> {}
        }
    }

    /// Built-ins that may leave the process are called like functions.
    private void called(FunctionId id, List<Operand> args, Loc loc) {
        if (isBuiltin(id)) {
            builtin(id, args, loc);
        } else {
            functions.putIfAbsent(id, loc);
            calls.add(new Call(id, args));
            Behaviours.modules(id).forEach(i -> offers.add(offer(id.module(), args.get(i))));
        }
    }

    /// An event handler may be a pair of its module and something else.
    private Offer offer(Atom behaviour, Operand module) {
        return switch (module) {
            case Operand.Const(Tuple(var elements), var type) when !elements.isEmpty() ->
                    offer(behaviour, new Operand.Const(elements.getFirst(), type));
            case Var v when tuples.containsKey(v) && !tuples.get(v).elements().isEmpty() ->
                    offer(behaviour, tuples.get(v).elements().getFirst());
            default -> new Offer(behaviour, module);
        };
    }

    private void tuple(Instr.MakeTuple t) {
        List<Operand> elements = t.elements();
        if (!elements.isEmpty()) {
            madeTuples.add(elements);
        }
        for (int i = 1; i < elements.size(); i++) {
            int index = i - 1;
            boolean list = i + 1 < elements.size() && canBeList(elements.get(i + 1));
            pair(elements.get(index), elements.get(i))
                    .ifPresent(p -> placed(p, elements.size(), index, list));
        }
        if (elements.size() == 2
                && atom(elements.getFirst()).filter(Behaviours::isAction).isPresent()) {
            offers.add(new Offer(Atom.of("gen_statem"), elements.getLast()));
        }
    }

    private void placed(Pair pair, int arity, int index, boolean list) {
        placed.add(new Placed(pair, new CallPattern.Place(arity, index, false)));
        if (list) {
            placed.add(new Placed(pair, new CallPattern.Place(arity, index, true)));
        }
    }

    private static boolean canBeList(Operand o) {
        return !(o instanceof Operand.Const(Term t, _)) || canBeList(t);
    }

    private static boolean canBeList(Term t) {
        return t instanceof ListTerm || t instanceof Nil;
    }

    /// Whether it calls a function that is named right there: then the names go nowhere else.
    private static boolean appliesKnown(FunctionId id, List<Operand> args) {
        return APPLIERS.contains(id.toString())
                && atom(args.get(0)).isPresent()
                && atom(args.get(1)).isPresent();
    }

    /// Some built-ins take the name of a function.
    private void builtin(FunctionId id, List<Operand> args, Loc loc) {
        builtins.add(id);
        if (Origins.STORED_BY.containsValue(id)) {
            calls.add(new Call(id, args));
        }
        makesAtoms |= makesAtoms(id);
        findsAtoms |= findsAtoms(id);
        if (APPLIERS.contains(id.toString())) {
            applied(args.get(0), args.get(1), args.get(2), loc);
        } else if (id.equals(MAKE_FUN)) {
            named(args.get(0), args.get(1), number(args.get(2)), loc);
        }
    }

    private void applied(Operand module, Operand name, Operand list, Loc loc) {
        elements(list)
                .ifPresentOrElse(
                        args -> named(module, name, args, loc),
                        () ->
                                computed.add(
                                        new ComputedCall(
                                                module,
                                                name,
                                                OptionalInt.empty(),
                                                Optional.of(list))));
    }

    private void named(Operand module, Operand name, List<Operand> args, Loc loc) {
        Optional<Atom> m = atom(module);
        Optional<Atom> n = atom(name);
        if (m.isPresent() && n.isPresent()) {
            var id = new FunctionId(m.get(), n.get(), args.size());
            named.add(id);
            called(id, args, loc);
        } else {
            computed.add(
                    new ComputedCall(module, name, OptionalInt.of(args.size()), Optional.empty()));
        }
    }

    private void named(Operand module, Operand name, OptionalInt arity, Loc loc) {
        Optional<Atom> m = atom(module);
        Optional<Atom> n = atom(name);
        if (m.isPresent() && n.isPresent() && arity.isPresent()) {
            var id = new FunctionId(m.get(), n.get(), arity.getAsInt());
            functions.putIfAbsent(id, loc);
            named.add(id);
            namedOnly.add(id);
        } else {
            computed.add(new ComputedCall(module, name, arity, Optional.empty()));
        }
    }

    static Optional<Atom> atom(Operand o) {
        return o instanceof Operand.Const(Atom a, _) ? Optional.of(a) : Optional.empty();
    }

    static OptionalInt number(Operand o) {
        return o instanceof Operand.Const(Int n, _)
                        && n.isSmall()
                        && n.longValue() >= 0
                        && n.longValue() < 256
                ? OptionalInt.of(n.intValue())
                : OptionalInt.empty();
    }

    /// Of a list, where it can be seen.
    private Optional<List<Operand>> elements(Operand list) {
        var known = new ArrayList<Operand>();
        Operand rest = list;
        while (rest instanceof Var v && cells.containsKey(v)) {
            known.add(cells.get(v).head());
            rest = cells.get(v).tail();
        }
        switch (rest) {
            case Operand.Const(Nil _, _) -> {}
            case Operand.Const(ListTerm l, _) when l.isProper() ->
                    l.elements().forEach(e -> known.add(Operand.Const.of(e)));
            default -> {
                return Optional.empty();
            }
        }
        return Optional.of(known);
    }

    private void neighbours(List<Operand> operands) {
        for (int i = 1; i < operands.size(); i++) {
            pair(operands.get(i - 1), operands.get(i)).ifPresent(pairs::add);
        }
    }

    private static Optional<Pair> pair(Operand first, Operand second) {
        return atom(first).flatMap(a -> atom(second).map(b -> new Pair(a, b)));
    }

    private void neighbouringTerms(List<Term> terms) {
        for (int i = 1; i < terms.size(); i++) {
            if (terms.get(i - 1) instanceof Atom a && terms.get(i) instanceof Atom b) {
                pairs.add(new Pair(a, b));
            }
        }
    }

    private void placedTerms(List<Term> terms) {
        for (int i = 1; i < terms.size(); i++) {
            if (terms.get(i - 1) instanceof Atom a && terms.get(i) instanceof Atom b) {
                boolean list = i + 1 < terms.size() && canBeList(terms.get(i + 1));
                placed(new Pair(a, b), terms.size(), i - 1, list);
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
                    var id = new FunctionId(module, name, arity);
                    functions.putIfAbsent(id, loc);
                    named.add(id);
                    namedOnly.add(id);
                }
                case Tuple t -> {
                    if (t.elements().size() > 0 && t.elements().getFirst() instanceof Atom) {
                        madeTuples.add(
                                t.elements().stream().<Operand>map(Operand.Const::of).toList());
                    }
                    neighbouringTerms(t.elements());
                    placedTerms(t.elements());
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

    /// Whether the built-in makes atoms, or answers some that stand only where nothing is reached.
    static boolean makesAtoms(FunctionId builtin) {
        return isOfErlang(builtin) && ATOM_MAKERS.contains(builtin.name().name());
    }

    static boolean findsAtoms(FunctionId builtin) {
        return isOfErlang(builtin) && ATOM_FINDERS.contains(builtin.name().name());
    }

    private static boolean isOfErlang(FunctionId id) {
        return id.module().name().equals("erlang");
    }

    static boolean isBuiltin(FunctionId id) {
        return BifTable.standard().find(id).isPresent();
    }
}
