package dev.lumen.ir.ssa;

import dev.lumen.ir.Loc;
import dev.lumen.ir.bif.Bif;
import dev.lumen.ir.bif.BifTable;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Bits;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.ListTerm;
import dev.lumen.ir.term.Nil;
import dev.lumen.ir.term.Term;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads what [Printer] writes: one line, one thing. It checks the form only; [Verifier] says
/// whether it means anything. Every method throws [SsaSyntaxException], which names the place.
public final class Reader {
    private final TextCursor in;
    private final BifTable bifs;

    private Reader(String text, BifTable bifs) {
        this.in = new TextCursor(text);
        this.bifs = bifs;
    }

    /// A whole module. A text that starts with a function stands for a module of that function's
    /// module name which exports every function whose name has no `-` in front.
    public static Module module(String text) {
        return new Reader(text, BifTable.standard()).readModule();
    }

    /// One function.
    public static Function function(String text) {
        var reader = new Reader(text, BifTable.standard());
        reader.in.skipEmptyLines();
        return reader.readFunction();
    }

    private Module readModule() {
        in.skipEmptyLines();
        Optional<Atom> name = Optional.empty();
        var exportNames = new ArrayList<Map.Entry<Atom, Integer>>();
        Term attributes = Nil.NIL;
        if (in.accept("module")) {
            name = Optional.of(in.atom());
            in.expectLineEnd();
            in.skipEmptyLines();
            while (in.accept("export")) {
                Atom function = in.atom();
                in.expect("/");
                exportNames.add(Map.entry(function, in.number()));
                in.expectLineEnd();
                in.skipEmptyLines();
            }
            if (in.accept("attributes")) {
                attributes = in.term();
                in.expectLineEnd();
            }
        }
        var functions = new ArrayList<Function>();
        in.skipEmptyLines();
        while (!in.atEnd()) {
            functions.add(readFunction());
            in.skipEmptyLines();
        }
        if (name.isEmpty() && functions.isEmpty()) {
            throw in.error("expected a module or a function");
        }
        Atom module = name.orElseGet(() -> functions.getFirst().id().module());
        List<FunctionId> exports =
                name.isPresent()
                        ? exportNames.stream()
                                .map(e -> new FunctionId(module, e.getKey(), e.getValue()))
                                .toList()
                        : functions.stream()
                                .map(Function::id)
                                .filter(id -> !id.name().name().startsWith("-"))
                                .toList();
        return new Module(module, exports, attributes, functions);
    }

    private Function readFunction() {
        in.expect("func");
        FunctionId id = functionId();
        List<Var> params = params();
        in.expect("{");
        Loc loc = loc();
        String file = in.atLineEnd() ? "" : file();
        in.expectLineEnd();
        var blocks = new ArrayList<Block>();
        in.skipEmptyLines();
        while (!in.accept("}")) {
            blocks.add(block(blocks.isEmpty() ? params : null));
            in.skipEmptyLines();
        }
        in.expectLineEnd();
        if (blocks.isEmpty()) {
            throw in.error("a function needs a block");
        }
        return new Function(id, resolve(blocks), file, loc);
    }

    /// Uses are read before their definitions are known: this gives each the type of its
    /// definition.
    private List<Block> resolve(List<Block> blocks) {
        var defined = new HashMap<Integer, Var>();
        for (Block b : blocks) {
            for (Var v : b.defined()) {
                defined.putIfAbsent(v.id(), v);
            }
        }
        var resolved = new ArrayList<Block>();
        for (Block b : blocks) {
            resolved.add(
                    Rewrite.operands(
                            b, o -> o instanceof Var v ? defined.getOrDefault(v.id(), v) : o));
        }
        return resolved;
    }

    private Block block(List<Var> functionParams) {
        Label label = in.label();
        List<Var> params =
                functionParams != null ? functionParams : in.sees("(") ? params() : List.of();
        in.expect(":");
        in.expectLineEnd();
        var body = new ArrayList<Instr>();
        while (true) {
            in.skipEmptyLines();
            Optional<Instr> instr = instr();
            if (instr.isEmpty()) {
                return new Block(label, params, body, terminator());
            }
            body.add(instr.get());
        }
    }

    // ---- instructions ---------------------------------------------------------------------------

    private Optional<Instr> instr() {
        if (in.accept("recv_since")) {
            Operand term = operand();
            return Optional.of(new Instr.RecvSince(term, end()));
        }
        if (in.accept("recv_accept")) {
            return Optional.of(new Instr.RecvAccept(end()));
        }
        if (in.accept("recv_skip")) {
            return Optional.of(new Instr.RecvSkip(end()));
        }
        if (!in.sees("%")) {
            return Optional.empty();
        }
        Var d = definition();
        in.expect("=");
        String op = in.word();
        return Optional.of(
                switch (op) {
                    case "make_cons" -> new Instr.MakeCons(d, operand(), next(), end());
                    case "make_tuple" -> new Instr.MakeTuple(d, operands(), end());
                    case "make_fun" -> new Instr.MakeFun(d, functionId(), list(), end());
                    case "get_head" -> new Instr.GetHead(d, operand(), end());
                    case "get_tail" -> new Instr.GetTail(d, operand(), end());
                    case "get_element" -> new Instr.GetElement(d, operand(), nextNumber(), end());
                    case "get_free" -> new Instr.GetFree(d, operand(), nextNumber(), end());
                    case "bool" -> new Instr.Bool(d, operand(), end());
                    case "not" -> new Instr.Not(d, operand(), end());
                    case "bif" -> new Instr.CallBif(d, bif(), list(), onFail(), end());
                    case "call" -> new Instr.Call(d, functionId(), list(), onFail(), end());
                    case "call_fun" -> new Instr.CallFun(d, operand(), list(), onFail(), end());
                    case "call_apply" ->
                            new Instr.CallApply(d, operand(), next(), list(), onFail(), end());
                    case "map_put" -> new Instr.MapPut(d, operand(), list(), onFail(), end());
                    case "map_update" -> new Instr.MapUpdate(d, operand(), list(), onFail(), end());
                    case "map_get" -> new Instr.MapGet(d, operand(), next(), onFail(), end());
                    case "i64_add" ->
                            new Instr.I64Op(d, Instr.I64Operator.ADD, operand(), next(), end());
                    case "i64_sub" ->
                            new Instr.I64Op(d, Instr.I64Operator.SUB, operand(), next(), end());
                    case "i64_mul" ->
                            new Instr.I64Op(d, Instr.I64Operator.MUL, operand(), next(), end());
                    case "i64_lt" ->
                            new Instr.I64Compare(d, Instr.I64Relation.LT, operand(), next(), end());
                    case "i64_le" ->
                            new Instr.I64Compare(d, Instr.I64Relation.LE, operand(), next(), end());
                    case "i64_eq" ->
                            new Instr.I64Compare(d, Instr.I64Relation.EQ, operand(), next(), end());
                    case "order_key" -> new Instr.OrderKey(d, operand(), end());
                    case "key_lt" -> compareKey(d, CompareOp.LT);
                    case "key_le" -> compareKey(d, CompareOp.LE);
                    case "key_gt" -> compareKey(d, CompareOp.GT);
                    case "key_ge" -> compareKey(d, CompareOp.GE);
                    case "tag" -> new Instr.Tag(d, operand(), end());
                    case "untag" -> new Instr.Untag(d, operand(), end());
                    case "bits_size" -> new Instr.BitsSize(d, operand(), end());
                    case "bits_length" ->
                            new Instr.BitsLength(d, operand(), nextNumber(), onFail(), end());
                    case "bits_get" -> {
                        BitsKind kind = bitsKind();
                        BitsFlags flags = flags();
                        yield new Instr.BitsGet(
                                d, kind, operand(), next(), next(), flags, onFail(), end());
                    }
                    case "utf_width" -> new Instr.UtfWidth(d, bitsKind(), operand(), end());
                    case "bits_match" ->
                            new Instr.BitsMatch(d, operand(), next(), nextBits(), end());
                    case "bits_build" -> new Instr.BitsBuild(d, segments(), onFail(), end());
                    case "stacktrace" -> new Instr.StackTrace(d, operand(), end());
                    default -> question(d, op);
                });
    }

    private Instr question(Var d, String op) {
        for (TypeTest test : TypeTest.values()) {
            if (test.text().equals(op)) {
                Operand value = operand();
                return new Instr.Test(d, test, test.hasNumber() ? nextNumber() : 0, value, end());
            }
        }
        for (CompareOp compare : CompareOp.values()) {
            if (compare.text().equals(op)) {
                return new Instr.Compare(d, compare, operand(), next(), end());
            }
        }
        throw in.error("unknown instruction " + op);
    }

    private Terminator terminator() {
        String op = in.word();
        return switch (op) {
            case "ret" -> new Terminator.Ret(operand(), end());
            case "jump" -> new Terminator.Jump(target(), end());
            case "branch" -> {
                Operand flag = operand();
                in.expect("->");
                Target then = target();
                in.expect(",");
                yield new Terminator.Branch(flag, then, target(), end());
            }
            case "switch" -> {
                Operand value = operand();
                var cases = new ArrayList<Terminator.Switch.Case>();
                in.expect("[");
                while (!in.accept("]")) {
                    Term constant = in.term();
                    in.expect("->");
                    cases.add(new Terminator.Switch.Case(constant, in.label()));
                    in.accept(",");
                }
                in.expect("else");
                yield new Terminator.Switch(value, cases, in.label(), end());
            }
            case "switch_arity" -> {
                Operand tuple = operand();
                var cases = new ArrayList<Terminator.SwitchArity.Case>();
                in.expect("[");
                while (!in.accept("]")) {
                    int arity = in.number();
                    in.expect("->");
                    cases.add(new Terminator.SwitchArity.Case(arity, in.label()));
                    in.accept(",");
                }
                in.expect("else");
                yield new Terminator.SwitchArity(tuple, cases, in.label(), end());
            }
            case "tail_call" -> new Terminator.TailCall(functionId(), list(), end());
            case "tail_call_fun" -> new Terminator.TailCallFun(operand(), list(), end());
            case "tail_call_apply" ->
                    new Terminator.TailCallApply(operand(), next(), list(), end());
            case "raise" -> {
                Operand exceptionClass = operand();
                Operand reason = next();
                Optional<Operand> trace =
                        in.accept(",") ? Optional.of(operand()) : Optional.empty();
                yield new Terminator.Raise(exceptionClass, reason, trace, onFail(), end());
            }
            case "function_clause" -> new Terminator.FunctionClause(list(), end());
            case "recv_peek" -> {
                in.expect("->");
                Label message = in.label();
                in.expect(",");
                yield new Terminator.RecvPeek(message, in.label(), end());
            }
            case "recv_wait" -> {
                Operand after = operand();
                in.expect("->");
                Label again = in.label();
                in.expect(",");
                yield new Terminator.RecvWait(after, again, in.label(), onFail(), end());
            }
            case "unreachable" -> new Terminator.Unreachable(end());
            default -> throw in.error("unknown instruction " + op);
        };
    }

    // ---- parts ----------------------------------------------------------------------------------

    private Var definition() {
        in.expect("%");
        int id = in.number();
        in.expect(":");
        return new Var(id, in.type());
    }

    private List<Var> params() {
        var all = new ArrayList<Var>();
        in.expect("(");
        while (!in.accept(")")) {
            all.add(definition());
            in.accept(",");
        }
        return all;
    }

    private Operand operand() {
        if (in.accept("%")) {
            return new Var(in.number(), Type.NONE);
        }
        if (in.seesRaw()) {
            Type type = in.type();
            return new Operand.Const(in.term(), type);
        }
        return Operand.Const.of(in.term());
    }

    private Instr compareKey(Var d, CompareOp op) {
        Operand key = operand();
        in.expect(",");
        if (in.term() instanceof Int number && number.isLong()) {
            return new Instr.CompareKey(d, op, key, number.longValue(), end());
        }
        throw in.error("expected a number to compare the key with");
    }

    private Operand next() {
        in.expect(",");
        return operand();
    }

    private int nextNumber() {
        in.expect(",");
        return in.number();
    }

    private Bits nextBits() {
        in.expect(",");
        if (in.term() instanceof Bits bits) {
            return bits;
        }
        throw in.error("expected a bit string");
    }

    private List<Operand> operands() {
        var all = new ArrayList<Operand>();
        do {
            all.add(operand());
        } while (in.accept(","));
        return all;
    }

    private List<Operand> list() {
        in.expect("(");
        if (in.accept(")")) {
            return List.of();
        }
        List<Operand> all = operands();
        in.expect(")");
        return all;
    }

    private Target target() {
        Label label = in.label();
        return new Target(label, in.sees("(") ? list() : List.of());
    }

    private FunctionId functionId() {
        Atom module = in.atom();
        in.expect(":");
        Atom name = in.atom();
        in.expect("/");
        return new FunctionId(module, name, in.number());
    }

    private Bif bif() {
        FunctionId id = functionId();
        return bifs.find(id).orElseThrow(() -> in.error("no built-in " + id));
    }

    private BitsKind bitsKind() {
        String name = in.word();
        try {
            return BitsKind.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw in.error("unknown kind of segment " + name);
        }
    }

    private BitsFlags flags() {
        return new BitsFlags(in.accept("signed"), in.accept("little"), in.accept("native"));
    }

    private List<Segment> segments() {
        var all = new ArrayList<Segment>();
        in.expect("[");
        while (!in.accept("]")) {
            BitsKind kind = bitsKind();
            Operand value = operand();
            Optional<Operand> size = in.accept("size") ? Optional.of(operand()) : Optional.empty();
            in.expect("unit");
            int unit = in.number();
            all.add(new Segment(kind, value, size, unit, flags()));
            in.accept(",");
        }
        return all;
    }

    private OnFail onFail() {
        if (in.accept("fail")) {
            return new OnFail.Branch(in.label());
        }
        return in.accept("catch") ? new OnFail.Catch(in.label()) : OnFail.CALLER;
    }

    /// The location after an instruction, and the end of its line.
    private Loc end() {
        Loc loc = loc();
        in.expectLineEnd();
        return loc;
    }

    private Loc loc() {
        if (!in.accept(";")) {
            return Loc.NONE;
        }
        int line = in.number();
        return Loc.of(line, in.accept(":") ? in.number() : 0);
    }

    private String file() {
        Term text = in.term();
        var name = new StringBuilder();
        if (text instanceof ListTerm(var elements, _)) {
            for (Term c : elements) {
                name.appendCodePoint(((Int) c).intValue());
            }
        }
        return name.toString();
    }
}
