package dev.lumen.ir.core;

import dev.lumen.ir.DeepStack;
import dev.lumen.ir.core.CoreExpr.Apply;
import dev.lumen.ir.core.CoreExpr.Binary;
import dev.lumen.ir.core.CoreExpr.Call;
import dev.lumen.ir.core.CoreExpr.Case;
import dev.lumen.ir.core.CoreExpr.Catch;
import dev.lumen.ir.core.CoreExpr.Cons;
import dev.lumen.ir.core.CoreExpr.Fun;
import dev.lumen.ir.core.CoreExpr.FunctionRef;
import dev.lumen.ir.core.CoreExpr.Let;
import dev.lumen.ir.core.CoreExpr.Letrec;
import dev.lumen.ir.core.CoreExpr.Literal;
import dev.lumen.ir.core.CoreExpr.MapUpdate;
import dev.lumen.ir.core.CoreExpr.PrimOp;
import dev.lumen.ir.core.CoreExpr.Receive;
import dev.lumen.ir.core.CoreExpr.Seq;
import dev.lumen.ir.core.CoreExpr.Try;
import dev.lumen.ir.core.CoreExpr.Tuple;
import dev.lumen.ir.core.CoreExpr.Values;
import dev.lumen.ir.core.CoreExpr.Var;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.ListTerm;
import dev.lumen.ir.term.Term;

import java.util.List;

/// Prints standard Core Erlang, which [CoreParser] and OTP's `erlc +from_core` read.
///
/// Places are annotations, as OTP's compiler has them: `( X -| [{Line,Column},{'file',"f.erl"}] )`.
/// The text of the same module is always the same. A line never starts further right than
/// [#DEEPEST] blanks, so the text of deeply nested code stays proportional to its size.
public final class CorePrinter {
    /// What to print besides the meaning.
    public enum Style {
        /// All annotations: nothing is lost, and stack traces of what OTP compiles from it have
        /// lines.
        FULL,
        /// All but places: for people and golden files.
        PLAIN
    }

    private static final int DEEPEST = 60;
    private static final Atom FILE = Atom.of("file");

    private final StringBuilder out = new StringBuilder();
    private final Style style;
    private String file;

    private CorePrinter(Style style, String file) {
        this.style = style;
        this.file = file;
    }

    public static String print(CoreModule module) {
        return print(module, Style.FULL);
    }

    public static String print(CoreModule module, Style style) {
        return DeepStack.call(() -> {
            var printer = new CorePrinter(style, module.file());
            printer.module(module);
            return printer.out.toString();
        });
    }

    public static String print(CoreExpr expr, Style style) {
        return DeepStack.call(() -> {
            var printer = new CorePrinter(style, "");
            printer.expr(expr, 0);
            return printer.out.toString();
        });
    }

    public static String print(CorePattern pattern, Style style) {
        return DeepStack.call(() -> {
            var printer = new CorePrinter(style, "");
            printer.pattern(pattern);
            return printer.out.toString();
        });
    }

    // ---- modules and functions

    private void module(CoreModule m) {
        boolean annotated = open(m.anno());
        out.append("module ");
        atom(m.name());
        out.append(" [");
        for (int i = 0; i < m.exports().size(); i++) {
            if (i > 0) {
                out.append(',');
                newline(8);
            }
            name(m.exports().get(i));
        }
        out.append(']');
        newline(4);
        out.append("attributes [");
        boolean first = true;
        if (!m.file().isEmpty()) {
            attribute(FILE, Term.list(Term.tuple(Term.string(m.file()), Int.of(1))), true);
            first = false;
        }
        for (var a : m.attributes()) {
            attribute(a.key(), a.value(), first);
            first = false;
        }
        out.append("]\n");
        for (FunctionDef f : m.functions()) {
            file = file(f.fun().anno(), m.file());
            definition(f, 0);
            out.append('\n');
        }
        out.append("end");
        close(annotated, m.anno());
        out.append('\n');
    }

    private void attribute(Atom key, Term value, boolean first) {
        if (!first) {
            out.append(',');
        }
        newline(8);
        atom(key);
        out.append(" = ");
        term(value);
    }

    private void definition(FunctionDef f, int in) {
        name(f.name());
        out.append(" =");
        newline(in + 4);
        expr(f.fun(), in + 4);
    }

    private void name(FunctionName f) {
        atom(f.name());
        out.append('/').append(f.arity());
    }

    // ---- expressions

    /// Prints at the current position; the lines that follow start at column `in`.
    private void expr(CoreExpr e, int in) {
        boolean annotated = open(e.anno());
        switch (e) {
            case Var(String name, _) -> out.append(name);
            case FunctionRef(var name, _) -> name(name);
            case Literal(Term value, _) -> term(value);
            case Values(var values, _) -> list("<", values, ">", in);
            case Cons c -> cons(c, in);
            case Tuple(var elements, _) -> list("{", elements, "}", in);
            case MapUpdate m -> map(m, in);
            case Binary(var segments, _) -> {
                out.append("#{");
                for (int i = 0; i < segments.size(); i++) {
                    out.append(i > 0 ? "," : "");
                    Segment<CoreExpr> s = segments.get(i);
                    boolean inner = open(s.anno());
                    out.append("#<");
                    expr(s.value(), in + 4);
                    segment(s, in);
                    close(inner, s.anno());
                }
                out.append("}#");
            }
            case Fun(var params, var body, _) -> {
                out.append("fun (");
                variables(params);
                out.append(") ->");
                newline(in + 4);
                expr(body, in + 4);
            }
            case Apply(var operator, var args, _) -> {
                out.append("apply ");
                expr(operator, in + 4);
                list("(", args, ")", in);
            }
            case Call(var module, var name, var args, _) -> {
                out.append("call ");
                expr(module, in + 4);
                out.append(':');
                expr(name, in + 4);
                list("(", args, ")", in);
            }
            case PrimOp(var name, var args, _) -> {
                out.append("primop ");
                atom(name);
                list("(", args, ")", in);
            }
            case Let(var vars, var value, var body, _) -> {
                out.append("let <");
                variables(vars);
                out.append("> =");
                if (isShort(value)) {
                    out.append(' ');
                } else {
                    newline(in + 4);
                }
                expr(value, in + 4);
                out.append(" in");
                newline(in);
                expr(body, in);
            }
            case Seq(var first, var then, _) -> {
                out.append("do  ");
                expr(first, in + 4);
                newline(in);
                expr(then, in);
            }
            case Letrec(var functions, var body, _) -> {
                out.append("letrec");
                for (FunctionDef f : functions) {
                    newline(in + 4);
                    definition(f, in + 4);
                }
                newline(in);
                out.append("in");
                newline(in);
                expr(body, in);
            }
            case Case(var arg, var clauses, _) -> {
                out.append("case ");
                expr(arg, in + 4);
                out.append(" of");
                clauses(clauses, in);
                newline(in);
                out.append("end");
            }
            case Try t -> {
                out.append("try");
                newline(in + 4);
                expr(t.arg(), in + 4);
                newline(in);
                out.append("of <");
                variables(t.vars());
                out.append("> ->");
                newline(in + 4);
                expr(t.body(), in + 4);
                newline(in);
                out.append("catch <");
                variables(t.handlerVars());
                out.append("> ->");
                newline(in + 4);
                expr(t.handler(), in + 4);
            }
            case Catch(var body, _) -> {
                out.append("catch");
                newline(in + 4);
                expr(body, in + 4);
            }
            case Receive(var clauses, var timeout, var action, _) -> {
                out.append("receive");
                clauses(clauses, in);
                newline(in);
                out.append("after ");
                expr(timeout, in + 4);
                out.append(" ->");
                newline(in + 4);
                expr(action, in + 4);
            }
        }
        close(annotated, e.anno());
    }

    /// Whether the value of a `let` stands on the line of the `let`.
    private static boolean isShort(CoreExpr e) {
        return switch (e) {
            case Var _,
                    FunctionRef _,
                    Literal _,
                    Values _,
                    Cons _,
                    Tuple _,
                    MapUpdate _,
                    Binary _,
                    Apply _,
                    Call _,
                    PrimOp _ ->
                    true;
            case Fun _, Let _, Seq _, Letrec _, Case _, Try _, Catch _, Receive _ -> false;
        };
    }

    private void list(String before, List<CoreExpr> exprs, String after, int in) {
        out.append(before);
        for (int i = 0; i < exprs.size(); i++) {
            out.append(i > 0 ? "," : "");
            expr(exprs.get(i), in + 4);
        }
        out.append(after);
    }

    /// `[A,B|T]`: a loop, because a list may be long.
    private void cons(Cons first, int in) {
        out.append('[');
        expr(first.head(), in + 4);
        CoreExpr tail = first.tail();
        while (tail instanceof Cons(var head, var next, var anno) && isBare(anno)) {
            out.append(',');
            expr(head, in + 4);
            tail = next;
        }
        if (!(tail instanceof Literal(dev.lumen.ir.term.Nil _, var anno) && isBare(anno))) {
            out.append('|');
            expr(tail, in + 4);
        }
        out.append(']');
    }

    private void map(MapUpdate m, int in) {
        out.append("~{");
        for (int i = 0; i < m.pairs().size(); i++) {
            var p = m.pairs().get(i);
            out.append(i > 0 ? "," : "");
            expr(p.key(), in + 4);
            out.append(p.exact() ? ":=" : "=>");
            expr(p.value(), in + 4);
        }
        boolean fresh =
                m.base() instanceof Literal(dev.lumen.ir.term.MapTerm base, var anno)
                        && base.size() == 0
                        && isBare(anno);
        if (!fresh) {
            out.append('|');
            expr(m.base(), in + 4);
        }
        out.append("}~");
    }

    private void clauses(List<Clause> clauses, int in) {
        for (Clause c : clauses) {
            newline(in + 2);
            boolean annotated = open(c.anno());
            out.append('<');
            for (int i = 0; i < c.patterns().size(); i++) {
                out.append(i > 0 ? "," : "");
                pattern(c.patterns().get(i));
            }
            out.append("> when ");
            expr(c.guard(), in + 6);
            out.append(" ->");
            newline(in + 6);
            expr(c.body(), in + 6);
            close(annotated, c.anno());
        }
    }

    private void variables(List<Var> vars) {
        for (int i = 0; i < vars.size(); i++) {
            out.append(i > 0 ? "," : "");
            expr(vars.get(i), 0);
        }
    }

    /// What follows the value of a segment.
    private void segment(Segment<?> s, int in) {
        out.append(">(");
        switch (s.size()) {
            case Segment.Size.All _ -> out.append("'all'");
            case Segment.Size.None _ -> out.append("'undefined'");
            case Segment.Size.Of(var count) -> expr(count, in + 4);
        }
        out.append(',')
                .append(s.unit() == 0 ? "'undefined'" : Integer.toString(s.unit()))
                .append(",'")
                .append(
                        switch (s.type()) {
                            case INTEGER -> "integer";
                            case FLOAT -> "float";
                            case BINARY -> "binary";
                            case UTF8 -> "utf8";
                            case UTF16 -> "utf16";
                            case UTF32 -> "utf32";
                        })
                .append(s.signed() ? "',['signed','" : "',['unsigned','")
                .append(
                        switch (s.endian()) {
                            case BIG -> "big";
                            case LITTLE -> "little";
                            case NATIVE -> "native";
                        })
                .append("'])");
    }

    // ---- patterns

    private void pattern(CorePattern p) {
        boolean annotated = open(p.anno());
        switch (p) {
            case CorePattern.Bind(Var(String name, _)) -> out.append(name);
            case CorePattern.Literal(Term value, _) -> term(value);
            case CorePattern.Cons c -> {
                out.append('[');
                pattern(c.head());
                CorePattern tail = c.tail();
                while (tail instanceof CorePattern.Cons(var head, var next, var anno)
                        && isBare(anno)) {
                    out.append(',');
                    pattern(head);
                    tail = next;
                }
                if (!(tail instanceof CorePattern.Literal(dev.lumen.ir.term.Nil _, var anno)
                        && isBare(anno))) {
                    out.append('|');
                    pattern(tail);
                }
                out.append(']');
            }
            case CorePattern.Tuple(var elements, _) -> {
                out.append('{');
                for (int i = 0; i < elements.size(); i++) {
                    out.append(i > 0 ? "," : "");
                    pattern(elements.get(i));
                }
                out.append('}');
            }
            case CorePattern.Map(var pairs, _) -> {
                out.append("~{");
                for (int i = 0; i < pairs.size(); i++) {
                    out.append(i > 0 ? "," : "");
                    expr(pairs.get(i).key(), DEEPEST);
                    out.append(":=");
                    pattern(pairs.get(i).value());
                }
                out.append("}~");
            }
            case CorePattern.Record(var id, var fields, _) -> {
                out.append("~#");
                CoreLiterals.print(id, out);
                out.append('{');
                for (int i = 0; i < fields.size(); i++) {
                    out.append(i > 0 ? "," : "");
                    CoreLiterals.print(fields.get(i).name(), out);
                    out.append('=');
                    pattern(fields.get(i).value());
                }
                out.append('}');
            }
            case CorePattern.Binary(var segments, _) -> {
                out.append("#{");
                for (int i = 0; i < segments.size(); i++) {
                    out.append(i > 0 ? "," : "");
                    Segment<CorePattern> s = segments.get(i);
                    boolean inner = open(s.anno());
                    out.append("#<");
                    pattern(s.value());
                    segment(s, DEEPEST);
                    close(inner, s.anno());
                }
                out.append("}#");
            }
            case CorePattern.Alias(Var var, var inner, _) -> {
                expr(var, DEEPEST);
                out.append(" = ");
                pattern(inner);
            }
            case CorePattern.Both(var first, var second, _) -> {
                pattern(first);
                out.append(" = ");
                pattern(second);
            }
        }
        close(annotated, p.anno());
    }

    // ---- annotations, constants, layout

    private boolean isBare(Anno anno) {
        return anno.terms().isEmpty() && (style == Style.PLAIN || !anno.loc().isKnown());
    }

    private boolean open(Anno anno) {
        if (isBare(anno)) {
            return false;
        }
        out.append("( ");
        return true;
    }

    private void close(boolean annotated, Anno anno) {
        if (!annotated) {
            return;
        }
        out.append(" -| [");
        boolean first = true;
        if (style == Style.FULL && anno.loc().isKnown()) {
            var loc = anno.loc();
            out.append(
                    loc.column() == 0
                            ? "" + loc.line()
                            : "{" + loc.line() + "," + loc.column() + "}");
            if (!file.isEmpty() && anno.terms().stream().noneMatch(CorePrinter::isFile)) {
                out.append(",{'file',");
                CoreText.quote(file, '"', out);
                out.append('}');
            }
            first = false;
        }
        for (Term t : anno.terms()) {
            out.append(first ? "" : ",");
            term(t);
            first = false;
        }
        out.append("] )");
    }

    /// The file of a function with these annotations, in a module of another.
    private static String file(Anno anno, String ofModule) {
        for (Term t : anno.terms()) {
            if (isFile(t)
                    && ((dev.lumen.ir.term.Tuple) t).get(1) instanceof ListTerm name
                    && CoreText.isString(name)) {
                return CoreText.string(name);
            }
        }
        return ofModule;
    }

    static Term fileTerm(String file) {
        return Term.tuple(FILE, Term.string(file));
    }

    static boolean isFile(Term t) {
        return t instanceof dev.lumen.ir.term.Tuple(var parts)
                && parts.size() == 2
                && parts.get(0).equals(FILE);
    }

    private void atom(Atom a) {
        CoreText.quote(a.name(), '\'', out);
    }

    private void term(Term t) {
        CoreLiterals.print(t, out);
    }

    private void newline(int in) {
        out.append('\n').repeat(' ', Math.min(in, DEEPEST));
    }
}
