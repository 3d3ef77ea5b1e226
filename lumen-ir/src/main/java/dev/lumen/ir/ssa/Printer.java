package dev.lumen.ir.ssa;

import dev.lumen.ir.Loc;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.AtomText;
import dev.lumen.ir.term.FloatTerm;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.Nil;
import dev.lumen.ir.term.TermPrinter;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/// Writes SSA as text that [Reader] reads back to an equal value. The same input gives the same
/// text, always.
///
/// ```
/// module shapes
/// export area/1
/// attributes []
///
/// func shapes:area/1(%0: term) {                       ; 12:1 "shapes.erl"
/// entry:
///   %1: flag = is_tuple_of %0, 3                       ; 12:6
///   branch %1 -> square, no_clause                     ; 12:6
/// …
/// }
/// ```
///
/// A variable has its type where it is defined, and only there. A constant is a term in Erlang
/// syntax; raw ones have their type before them (`i64 8`). Where an instruction goes on failure
/// follows it: `fail L` is [OnFail.Branch], `catch L` is [OnFail.Catch], nothing is the caller.
/// After `;` stands the location, which is data, not a remark.
public final class Printer {
    private static final int COMMENT_COLUMN = 60;

    private final StringBuilder out = new StringBuilder();

    private Printer() {}

    public static String print(Module module) {
        var p = new Printer();
        p.module(module);
        return p.out.toString();
    }

    public static String print(Function function) {
        var p = new Printer();
        p.function(function);
        return p.out.toString();
    }

    /// One line, without location.
    public static String print(Instr instr) {
        return text(instr);
    }

    /// One line, without location.
    public static String print(Terminator end) {
        return text(end);
    }

    private void module(Module m) {
        out.append("module ").append(atom(m.name())).append('\n');
        for (FunctionId id : m.exports()) {
            out.append("export ")
                    .append(atom(id.name()))
                    .append('/')
                    .append(id.arity())
                    .append('\n');
        }
        if (!(m.attributes() instanceof Nil)) {
            out.append("attributes ")
                    .append(TermPrinter.print(m.attributes(), TermPrinter.Style.WRITE_UNICODE))
                    .append('\n');
        }
        for (Function f : m.functions()) {
            out.append('\n');
            function(f);
        }
    }

    private void function(Function f) {
        var head = "func " + id(f.id()) + params(f.params()) + " {";
        line(head, f.loc(), f.file().isEmpty() ? "" : quoted(f.file()));
        boolean entry = true;
        for (Block b : f.blocks()) {
            line(
                    b.label() + (entry || b.params().isEmpty() ? "" : params(b.params())) + ":",
                    Loc.NONE,
                    "");
            entry = false;
            for (Instr i : b.body()) {
                line("  " + text(i), i.loc(), "");
            }
            line("  " + text(b.end()), b.end().loc(), "");
        }
        out.append("}\n");
    }

    private void line(String text, Loc loc, String more) {
        int start = out.length();
        out.append(text);
        if (loc.isKnown() || !more.isEmpty()) {
            do {
                out.append(' ');
            } while (out.length() - start < COMMENT_COLUMN);
            out.append("; ").append(loc);
            if (!more.isEmpty()) {
                out.append(' ').append(more);
            }
        }
        out.append('\n');
    }

    private static String text(Instr instr) {
        return switch (instr) {
            case Instr.MakeCons(var d, var head, var tail, _) -> def(d, "make_cons", head, tail);
            case Instr.MakeTuple(var d, var elements, _) -> def(d, "make_tuple", elements);
            case Instr.MakeFun(var d, var target, var free, _) ->
                    def(d, "make_fun " + id(target) + list(free));
            case Instr.GetHead(var d, var list, _) -> def(d, "get_head", list);
            case Instr.GetTail(var d, var list, _) -> def(d, "get_tail", list);
            case Instr.GetElement(var d, var tuple, var index, _) ->
                    def(d, "get_element", tuple, index);
            case Instr.GetFree(var d, var fun, var index, _) -> def(d, "get_free", fun, index);
            case Instr.Test(var d, var test, var n, var value, _) ->
                    test.hasNumber() ? def(d, test.text(), value, n) : def(d, test.text(), value);
            case Instr.Compare(var d, var op, var left, var right, _) ->
                    def(d, op.text(), left, right);
            case Instr.Bool(var d, var flag, _) -> def(d, "bool", flag);
            case Instr.Not(var d, var flag, _) -> def(d, "not", flag);
            case Instr.CallBif(var d, var bif, var args, var onFail, _) ->
                    def(d, "bif " + id(bif.id()) + list(args)) + fail(onFail);
            case Instr.Call(var d, var target, var args, var onFail, _) ->
                    def(d, "call " + id(target) + list(args)) + fail(onFail);
            case Instr.CallFun(var d, var fun, var args, var onFail, _) ->
                    def(d, "call_fun " + operand(fun) + list(args)) + fail(onFail);
            case Instr.CallApply(var d, var module, var name, var args, var onFail, _) ->
                    def(d, "call_apply " + operand(module) + ", " + operand(name) + list(args))
                            + fail(onFail);
            case Instr.MapPut(var d, var base, var pairs, var onFail, _) ->
                    def(d, "map_put " + operand(base) + list(pairs)) + fail(onFail);
            case Instr.MapUpdate(var d, var base, var pairs, var onFail, _) ->
                    def(d, "map_update " + operand(base) + list(pairs)) + fail(onFail);
            case Instr.MapGet(var d, var base, var key, var onFail, _) ->
                    def(d, "map_get", base, key) + fail(onFail);
            case Instr.I64Op(var d, var op, var left, var right, _) ->
                    def(d, "i64_" + lower(op), left, right);
            case Instr.I64Compare(var d, var op, var left, var right, _) ->
                    def(d, "i64_" + lower(op), left, right);
            case Instr.OrderKey(var d, var value, _) -> def(d, "order_key", value);
            case Instr.CompareKey(var d, var op, var key, var number, _) ->
                    def(d, "key_" + op.text(), key, number);
            case Instr.Tag(var d, var raw, _) -> def(d, "tag", raw);
            case Instr.Untag(var d, var small, _) -> def(d, "untag", small);
            case Instr.BitsSize(var d, var value, _) -> def(d, "bits_size", value);
            case Instr.BitsLength(var d, var size, var unit, var onFail, _) ->
                    def(d, "bits_length", size, unit) + fail(onFail);
            case Instr.BitsGet(
                            var d,
                            var kind,
                            var base,
                            var at,
                            var size,
                            var flags,
                            var onFail,
                            _) ->
                    def(d, "bits_get " + kind.text() + flags, base, at, size) + fail(onFail);
            case Instr.UtfWidth(var d, var kind, var value, _) ->
                    def(d, "utf_width " + kind.text(), value);
            case Instr.BitsMatch(var d, var base, var at, var literal, _) ->
                    def(d, "bits_match", base, at, Operand.Const.of(literal));
            case Instr.BitsBuild(var d, var segments, var onFail, _) ->
                    def(
                                    d,
                                    "bits_build ["
                                            + join(segments.stream().map(Printer::segment).toList())
                                            + "]")
                            + fail(onFail);
            case Instr.RecvSince(var term, _) -> "recv_since " + operand(term);
            case Instr.RecvAccept _ -> "recv_accept";
            case Instr.RecvSkip _ -> "recv_skip";
            case Instr.StackTrace(var d, var raw, _) -> def(d, "stacktrace", raw);
        };
    }

    private static String text(Terminator end) {
        return switch (end) {
            case Terminator.Ret(var value, _) -> "ret " + operand(value);
            case Terminator.Jump(var target, _) -> "jump " + target(target);
            case Terminator.Branch(var flag, var then, var otherwise, _) ->
                    "branch " + operand(flag) + " -> " + target(then) + ", " + target(otherwise);
            case Terminator.Switch(var value, var cases, var otherwise, _) -> {
                var text =
                        new StringJoiner(
                                ", ", "switch " + operand(value) + " [", "] else " + otherwise);
                for (var c : cases) {
                    text.add(constant(Operand.Const.of(c.constant())) + " -> " + c.label());
                }
                yield text.toString();
            }
            case Terminator.SwitchArity(var tuple, var cases, var otherwise, _) -> {
                var text =
                        new StringJoiner(
                                ", ",
                                "switch_arity " + operand(tuple) + " [",
                                "] else " + otherwise);
                for (var c : cases) {
                    text.add(c.arity() + " -> " + c.label());
                }
                yield text.toString();
            }
            case Terminator.TailCall(var target, var args, _) ->
                    "tail_call " + id(target) + list(args);
            case Terminator.TailCallFun(var fun, var args, _) ->
                    "tail_call_fun " + operand(fun) + list(args);
            case Terminator.TailCallApply(var module, var name, var args, _) ->
                    "tail_call_apply " + operand(module) + ", " + operand(name) + list(args);
            case Terminator.Raise(var c, var reason, var trace, var onFail, _) ->
                    "raise "
                            + operand(c)
                            + ", "
                            + operand(reason)
                            + optional(", ", trace)
                            + fail(onFail);
            case Terminator.FunctionClause(var args, _) -> "function_clause " + list(args);
            case Terminator.RecvPeek(var message, var empty, _) ->
                    "recv_peek -> " + message + ", " + empty;
            case Terminator.RecvWait(var after, var again, var timedOut, var onFail, _) ->
                    "recv_wait " + operand(after) + " -> " + again + ", " + timedOut + fail(onFail);
            case Terminator.Unreachable _ -> "unreachable";
        };
    }

    private static String def(Var dst, String rest) {
        return dst + ": " + dst.type() + " = " + rest;
    }

    private static String def(Var dst, String name, Object... args) {
        return def(dst, name, List.of(args));
    }

    private static String def(Var dst, String name, List<?> args) {
        return def(
                dst,
                args.isEmpty()
                        ? name
                        : name + " " + join(args.stream().map(Printer::arg).toList()));
    }

    private static String arg(Object part) {
        return part instanceof Operand o ? operand(o) : part.toString();
    }

    private static String segment(Segment s) {
        return s.kind().text()
                + " "
                + operand(s.value())
                + optional(" size ", s.size())
                + " unit "
                + s.unit()
                + s.flags();
    }

    private static String optional(String before, Optional<Operand> operand) {
        return operand.map(o -> before + operand(o)).orElse("");
    }

    private static String fail(OnFail onFail) {
        return switch (onFail) {
            case OnFail.Caller _ -> "";
            case OnFail.Catch(var label) -> " catch " + label;
            case OnFail.Branch(var label) -> " fail " + label;
        };
    }

    private static String target(Target t) {
        return t.args().isEmpty() ? t.label().name() : t.label() + list(t.args());
    }

    static String list(List<? extends Operand> operands) {
        return "(" + join(operands.stream().map(Printer::operand).toList()) + ")";
    }

    private static String params(List<Var> params) {
        return "(" + join(params.stream().map(v -> v + ": " + v.type()).toList()) + ")";
    }

    private static String join(List<String> parts) {
        return String.join(", ", parts);
    }

    static String operand(Operand o) {
        return switch (o) {
            case Var v -> v.toString();
            case Operand.Const c -> constant(c);
        };
    }

    private static String constant(Operand.Const c) {
        String value =
                switch (c.value()) {
                    case Atom a -> atom(a);
                    case Int i -> i.toString();
                    case FloatTerm f -> f.toString();
                    default -> TermPrinter.print(c.value(), TermPrinter.Style.WRITE_UNICODE);
                };
        return c.type().isRaw() ? c.type() + " " + value : value;
    }

    static String id(FunctionId id) {
        return atom(id.module()) + ":" + atom(id.name()) + "/" + id.arity();
    }

    private static String atom(Atom a) {
        return AtomText.quoted(a.name(), true);
    }

    private static String quoted(String file) {
        return TermPrinter.print(dev.lumen.ir.term.Term.string(file), TermPrinter.Style.PRETTY);
    }

    private static String lower(Enum<?> e) {
        return e.name().toLowerCase(java.util.Locale.ROOT);
    }
}
