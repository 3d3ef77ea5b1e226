package dev.lumen.ir.ssa.gen;

import dev.lumen.ir.Loc;
import dev.lumen.ir.bif.Bif;
import dev.lumen.ir.bif.BifTable;
import dev.lumen.ir.ssa.BitsFlags;
import dev.lumen.ir.ssa.BitsKind;
import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.CompareOp;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Label;
import dev.lumen.ir.ssa.OnFail;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Segment;
import dev.lumen.ir.ssa.Target;
import dev.lumen.ir.ssa.Terminator;
import dev.lumen.ir.ssa.Type;
import dev.lumen.ir.ssa.TypeTest;
import dev.lumen.ir.ssa.Var;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.Term;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// The body of one random function: a tree of statements, turned into blocks as it grows. What is
/// in scope at a place is what dominates it.
final class FunctionGenerator {
    private static final List<String> GUARDS =
            List.of(
                    "+",
                    "-",
                    "*",
                    "div",
                    "rem",
                    "band",
                    "bor",
                    "element",
                    "hd",
                    "tl",
                    "length",
                    "tuple_size",
                    "abs",
                    "map_size",
                    "bit_size",
                    "not",
                    "and",
                    "max");
    private static final int MAX_STATEMENTS = 60;

    private final Random random;
    private final FunctionId id;
    private final List<FunctionId> callees;
    private final List<FunctionId> closures;
    private final boolean isClosure;
    private final Loc loc;

    private final List<Block> blocks = new ArrayList<>();
    private final List<Var> terms = new ArrayList<>();
    private int nextVar;
    private int nextLabel;
    private int statements;
    private OnFail handler = OnFail.CALLER;

    private Label open = Label.ENTRY;
    private List<Var> params = List.of();
    private List<Instr> body = new ArrayList<>();

    FunctionGenerator(
            Random random,
            FunctionId id,
            List<FunctionId> callees,
            List<FunctionId> closures,
            boolean isClosure,
            Loc loc) {
        this.random = random;
        this.id = id;
        this.callees = callees;
        this.closures = closures;
        this.isClosure = isClosure;
        this.loc = loc;
    }

    Function function() {
        var all = new ArrayList<Var>();
        for (int i = 0; i < id.arity(); i++) {
            all.add(fresh(isClosure && i == id.arity() - 1 ? Type.FUN : Type.TERM));
        }
        params = all;
        terms.addAll(all);
        if (isClosure) {
            Var free = fresh(Type.TERM);
            emit(new Instr.GetFree(free, all.getLast(), 0, loc));
            terms.add(free);
        }
        statements(4 + random.nextInt(5), 0);
        if (!callees.isEmpty() && random.nextInt(3) == 0) {
            FunctionId target = pick(callees);
            end(new Terminator.TailCall(target, operands(target.arity()), loc));
        } else {
            end(new Terminator.Ret(term(), loc));
        }
        return withoutUnreachable(new Function(id, blocks, "random.erl", loc));
    }

    /// A handler that nothing raises to has no predecessor; programs are easier to read without it.
    private static Function withoutUnreachable(Function f) {
        Set<Label> reached = new HashSet<>();
        var work = new ArrayList<Label>(List.of(f.entry().label()));
        var byLabel = f.byLabel();
        while (!work.isEmpty()) {
            Label next = work.removeLast();
            if (reached.add(next)) {
                work.addAll(byLabel.get(next).successors());
            }
        }
        return f.withBlocks(f.blocks().stream().filter(b -> reached.contains(b.label())).toList());
    }

    // ---- building -------------------------------------------------------------------------------

    private Var fresh(Type type) {
        return new Var(nextVar++, type);
    }

    private Label label() {
        return new Label("b" + nextLabel++);
    }

    private void emit(Instr i) {
        if (!body.isEmpty()
                && body.getLast() instanceof Instr.MayFail last
                && !(last.onFail() instanceof OnFail.Caller)) {
            Label next = label();
            end(new Terminator.Jump(Target.of(next), loc));
            start(next, List.of());
        }
        body.add(i);
    }

    private void end(Terminator t) {
        blocks.add(new Block(open, params, body, t));
    }

    private void start(Label label, List<Var> with) {
        open = label;
        params = with;
        body = new ArrayList<>();
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private Operand term() {
        return terms.isEmpty() || random.nextInt(3) == 0
                ? Operand.Const.of(ProgramGenerator.constant(random))
                : pick(terms);
    }

    /// Most of the time something of the type, so that programs do not fail all the time.
    private Operand operand(Type type) {
        if (random.nextInt(12) == 0) {
            return term();
        }
        List<Var> fitting = terms.stream().filter(v -> v.type().isSubtypeOf(type)).toList();
        if (!fitting.isEmpty() && random.nextInt(3) > 0) {
            return pick(fitting);
        }
        while (true) {
            Operand c = Operand.Const.of(ProgramGenerator.constant(random));
            if (c.type().isSubtypeOf(type)) {
                return c;
            }
        }
    }

    private List<Operand> operands(int count) {
        var all = new ArrayList<Operand>();
        for (int i = 0; i < count; i++) {
            all.add(term());
        }
        return all;
    }

    // ---- statements -----------------------------------------------------------------------------

    private void statements(int count, int depth) {
        for (int i = 0; i < count && statements++ < MAX_STATEMENTS; i++) {
            statement(depth);
        }
    }

    private void statement(int depth) {
        int kind = random.nextInt(depth < 3 ? 20 : 12);
        switch (kind) {
            case 0, 1, 2 -> guard(handler);
            case 3 ->
                    define(
                            Type.TUPLE,
                            v -> new Instr.MakeTuple(v, operands(1 + random.nextInt(3)), loc));
            case 4 -> define(Type.CONS, v -> new Instr.MakeCons(v, term(), term(), loc));
            case 5 -> {
                Var flag = condition();
                define(Type.BOOLEAN, v -> new Instr.Bool(v, flag, loc));
            }
            case 6 ->
                    define(
                            Type.MAP,
                            v -> new Instr.MapPut(v, operand(Type.MAP), operands(2), handler, loc));
            case 7 -> bits();
            case 8 -> call();
            case 9 -> closureCall();
            case 10 ->
                    bif(
                            BifTable.standard().find("erlang", "put", 2).orElseThrow(),
                            List.of(Operand.Const.atom("k"), term()),
                            OnFail.CALLER);
            case 11 ->
                    bif(
                            BifTable.standard().find("erlang", "display", 1).orElseThrow(),
                            List.of(term()),
                            OnFail.CALLER);
            case 12, 13 -> choose(depth);
            case 14 -> switchOn(depth);
            case 15, 16 -> inspect(depth);
            case 17 -> guardOrElse(depth);
            case 18 -> tryCatch(depth);
            default -> loop(depth);
        }
    }

    private interface Make {
        Instr make(Var dst);
    }

    private Var define(Type type, Make make) {
        // Operands are drawn before the result is in scope.
        Var v = fresh(type);
        emit(make.make(v));
        if (type.isTerm()) {
            terms.add(v);
        }
        return v;
    }

    private void bif(Bif bif, List<Operand> args, OnFail onFail) {
        define(
                bif.result(),
                v ->
                        new Instr.CallBif(
                                v, bif, args, bif.effects().fails() ? onFail : OnFail.CALLER, loc));
    }

    private void guard(OnFail onFail) {
        String name = pick(GUARDS);
        int arity =
                List.of("hd", "tl", "length", "tuple_size", "abs", "map_size", "bit_size", "not")
                                .contains(name)
                        ? 1
                        : 2;
        Bif bif = BifTable.standard().find("erlang", name, arity).orElseThrow();
        bif(bif, bif.params().stream().map(this::operand).toList(), onFail);
    }

    private Var condition() {
        Var flag = fresh(Type.FLAG);
        if (random.nextBoolean()) {
            TypeTest test = pick(List.of(TypeTest.values()));
            emit(new Instr.Test(flag, test, test.hasNumber() ? random.nextInt(3) : 0, term(), loc));
        } else {
            emit(new Instr.Compare(flag, pick(List.of(CompareOp.values())), term(), term(), loc));
        }
        if (random.nextInt(4) == 0) {
            Var not = fresh(Type.FLAG);
            emit(new Instr.Not(not, flag, loc));
            return not;
        }
        return flag;
    }

    private void call() {
        if (!callees.isEmpty()) {
            FunctionId target = pick(callees);
            define(
                    Type.TERM,
                    v -> new Instr.Call(v, target, operands(target.arity()), handler, loc));
        }
    }

    private void closureCall() {
        if (!closures.isEmpty()) {
            FunctionId target = pick(closures);
            Var fun = define(Type.FUN, v -> new Instr.MakeFun(v, target, List.of(term()), loc));
            int arity = random.nextInt(6) == 0 ? 2 : target.arity() - 1;
            Operand callee = random.nextInt(5) == 0 ? term() : fun;
            define(Type.TERM, v -> new Instr.CallFun(v, callee, operands(arity), handler, loc));
        }
    }

    private void bits() {
        var segments =
                List.of(
                        new Segment(
                                BitsKind.INTEGER,
                                operand(Type.INTEGER),
                                Optional.of(Operand.Const.integer(random.nextInt(20))),
                                1,
                                new BitsFlags(false, random.nextBoolean(), false)),
                        new Segment(
                                BitsKind.LITERAL,
                                Operand.Const.of(Term.binary("x")),
                                Optional.empty(),
                                1,
                                BitsFlags.NONE));
        define(Type.BITSTRING, v -> new Instr.BitsBuild(v, segments, handler, loc));
    }

    // ---- control --------------------------------------------------------------------------------

    /// Fills `label`, then goes to `join` with one value.
    private void branch(Label label, int depth, Label join, Runnable first) {
        start(label, List.of());
        int scope = terms.size();
        first.run();
        statements(1 + random.nextInt(3), depth + 1);
        Operand value = term();
        terms.subList(scope, terms.size()).clear();
        end(new Terminator.Jump(Target.of(join, value), loc));
    }

    private void join(Label label) {
        Var v = fresh(Type.TERM);
        start(label, List.of(v));
        terms.add(v);
    }

    private void choose(int depth) {
        Var flag = condition();
        Label yes = label();
        Label no = label();
        Label join = label();
        end(new Terminator.Branch(flag, Target.of(yes), Target.of(no), loc));
        branch(yes, depth, join, () -> {});
        branch(no, depth, join, () -> {});
        join(join);
    }

    private void switchOn(int depth) {
        Label a = label();
        Label b = label();
        Label otherwise = label();
        Label join = label();
        end(
                new Terminator.Switch(
                        term(),
                        List.of(
                                new Terminator.Switch.Case(Term.atom("a"), a),
                                new Terminator.Switch.Case(Int.of(random.nextInt(3)), b),
                                new Terminator.Switch.Case(
                                        Term.atom("true"), random.nextBoolean() ? a : otherwise)),
                        otherwise,
                        loc));
        branch(a, depth, join, () -> {});
        branch(b, depth, join, () -> {});
        branch(otherwise, depth, join, () -> {});
        join(join);
    }

    /// Tests what a term is and, where it is, takes it apart.
    private void inspect(int depth) {
        Operand value = term();
        Label yes = label();
        Label no = label();
        Label join = label();
        Var flag = fresh(Type.FLAG);
        int size = 1 + random.nextInt(2);
        int kind = random.nextInt(3);
        emit(
                new Instr.Test(
                        flag,
                        List.of(TypeTest.IS_TUPLE_OF, TypeTest.IS_CONS, TypeTest.IS_BITSTRING)
                                .get(kind),
                        kind == 0 ? size : 0,
                        value,
                        loc));
        end(new Terminator.Branch(flag, Target.of(yes), Target.of(no), loc));
        branch(
                yes,
                depth,
                join,
                () -> {
                    switch (kind) {
                        case 0 ->
                                define(
                                        Type.TERM,
                                        v -> new Instr.GetElement(v, value, size - 1, loc));
                        case 1 -> {
                            define(Type.TERM, v -> new Instr.GetHead(v, value, loc));
                            define(Type.TERM, v -> new Instr.GetTail(v, value, loc));
                        }
                        default -> {
                            Var end = define(Type.I64, v -> new Instr.BitsSize(v, value, loc));
                            define(Type.SMALL, v -> new Instr.Tag(v, end, loc));
                        }
                    }
                });
        branch(no, depth, join, () -> {});
        join(join);
    }

    private void guardOrElse(int depth) {
        Label failed = label();
        Label join = label();
        int scope = terms.size();
        if (random.nextBoolean()) {
            guard(new OnFail.Branch(failed));
        } else {
            define(
                    Type.TERM,
                    v -> new Instr.MapGet(v, term(), term(), new OnFail.Branch(failed), loc));
        }
        boolean canFail =
                body.getLast() instanceof Instr.MayFail f && f.onFail() instanceof OnFail.Branch;
        Operand value = term();
        terms.subList(scope, terms.size()).clear();
        end(new Terminator.Jump(Target.of(join, value), loc));
        if (canFail) {
            branch(failed, depth, join, () -> {});
        }
        join(join);
    }

    private void tryCatch(int depth) {
        OnFail outside = handler;
        Label caught = label();
        Label join = label();
        int scope = terms.size();
        handler = new OnFail.Catch(caught);
        statements(2 + random.nextInt(3), depth + 1);
        if (random.nextInt(4) == 0) {
            end(
                    new Terminator.Raise(
                            Operand.Const.atom("throw"), term(), Optional.empty(), handler, loc));
            terms.subList(scope, terms.size()).clear();
        } else {
            Operand value = term();
            terms.subList(scope, terms.size()).clear();
            end(new Terminator.Jump(Target.of(join, value), loc));
        }
        handler = outside;
        List<Var> exception = List.of(fresh(Type.TERM), fresh(Type.TERM), fresh(Type.TERM));
        start(caught, exception);
        terms.add(exception.get(0));
        terms.add(exception.get(1));
        statements(1, depth + 1);
        Operand value = term();
        terms.subList(scope, terms.size()).clear();
        end(new Terminator.Jump(Target.of(join, value), loc));
        join(join);
    }

    /// Runs a few times with a value that goes around.
    private void loop(int depth) {
        Label header = label();
        Label again = label();
        Label done = label();
        end(
                new Terminator.Jump(
                        Target.of(header, Operand.Const.i64(1 + random.nextInt(3)), term()), loc));
        Var left = fresh(Type.I64);
        Var value = fresh(Type.TERM);
        start(header, List.of(left, value));
        int scope = terms.size();
        terms.add(value);
        Var over = fresh(Type.FLAG);
        emit(new Instr.I64Compare(over, Instr.I64Relation.EQ, left, Operand.Const.i64(0), loc));
        end(new Terminator.Branch(over, Target.of(done), Target.of(again), loc));
        start(again, List.of());
        statements(1 + random.nextInt(3), depth + 1);
        Var less = fresh(Type.I64);
        emit(new Instr.I64Op(less, Instr.I64Operator.SUB, left, Operand.Const.i64(1), loc));
        end(new Terminator.Jump(Target.of(header, less, term()), loc));
        terms.subList(scope, terms.size()).clear();
        start(done, List.of());
        terms.add(value);
    }
}
