package dev.lumen.ir.core;

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
import dev.lumen.ir.core.CoreScanner.Kind;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.ListTerm;
import dev.lumen.ir.term.MapTerm;
import dev.lumen.ir.term.Nil;
import dev.lumen.ir.term.Term;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The expressions and patterns of [CoreParser].
final class CoreExprParser {
    private final CoreParser p;
    private final CoreScanner in;

    CoreExprParser(CoreParser parser) {
        this.p = parser;
        this.in = parser.in();
    }

    static Optional<Term> asConstant(CoreExpr e) {
        return e instanceof Literal(Term value, _) ? Optional.of(value) : Optional.empty();
    }

    // ---- expressions

    CoreExpr expr() {
        if (!p.accept("(")) {
            return bare();
        }
        CoreExpr e = expr();
        return annotated(e, p.annotations());
    }

    private CoreExpr bare() {
        if (in.kind == Kind.VARIABLE) {
            return p.variable();
        }
        if (in.kind == Kind.ATOM) {
            Atom name = p.atom();
            return p.accept("/")
                    ? new FunctionRef(new FunctionName(name, p.smallInteger()), Anno.NONE)
                    : new Literal(name);
        }
        Term atomic = p.atomic();
        if (atomic != null) {
            return new Literal(atomic);
        }
        String token = in.text;
        if (token.equals("fun")) {
            return fun();
        }
        in.next();
        return switch (token) {
            case "<" -> {
                List<CoreExpr> values = exprs(">");
                yield values.size() == 1 ? values.getFirst() : new Values(values, Anno.NONE);
            }
            case "{" -> CoreConstants.tuple(exprs("}"), Anno.NONE);
            case "[" -> list();
            case "~{" -> map();
            case "#{" -> CoreConstants.binary(segments(this::expr), Anno.NONE);
            case "let" -> {
                List<Var> vars = p.variables();
                p.expect("=");
                CoreExpr value = expr();
                p.expect("in");
                yield new Let(vars, value, expr(), Anno.NONE);
            }
            case "letrec" -> {
                var functions = new ArrayList<FunctionDef>();
                while (!in.is("in")) {
                    functions.add(p.definition());
                }
                p.expect("in");
                yield new Letrec(functions, expr(), Anno.NONE);
            }
            case "do" -> {
                CoreExpr first = expr();
                yield new Seq(first, expr(), Anno.NONE);
            }
            case "case" -> {
                CoreExpr arg = expr();
                p.expect("of");
                List<Clause> clauses = clauses("end");
                p.expect("end");
                yield new Case(arg, clauses, Anno.NONE);
            }
            case "receive" -> {
                List<Clause> clauses = clauses("after");
                p.expect("after");
                CoreExpr timeout = expr();
                p.expect("->");
                yield new Receive(clauses, timeout, expr(), Anno.NONE);
            }
            case "try" -> {
                CoreExpr arg = expr();
                p.expect("of");
                List<Var> vars = p.variables();
                p.expect("->");
                CoreExpr body = expr();
                p.expect("catch");
                List<Var> handlerVars = p.variables();
                p.expect("->");
                yield new Try(arg, vars, body, handlerVars, expr(), Anno.NONE);
            }
            case "catch" -> new Catch(expr(), Anno.NONE);
            case "apply" -> {
                CoreExpr operator = expr();
                yield new Apply(operator, arguments(), Anno.NONE);
            }
            case "call" -> {
                CoreExpr module = expr();
                p.expect(":");
                CoreExpr name = expr();
                yield new Call(module, name, arguments(), Anno.NONE);
            }
            case "primop" -> {
                Atom name = p.atom();
                yield new PrimOp(name, arguments(), Anno.NONE);
            }
            default -> throw p.unexpected("an expression, not '" + token + "' before that");
        };
    }

    /// `fun (…) -> …` or the constant `fun 'm':'f'/1`, at the word `fun`.
    private CoreExpr fun() {
        in.next();
        if (in.kind != Kind.ATOM) {
            return p.funAfterWord();
        }
        Atom module = p.atom();
        p.expect(":");
        FunctionName f = p.functionName();
        return new Literal(new dev.lumen.ir.term.Fun.External(module, f.name(), f.arity()));
    }

    private List<CoreExpr> arguments() {
        p.expect("(");
        return exprs(")");
    }

    private List<CoreExpr> exprs(String end) {
        var all = new ArrayList<CoreExpr>();
        while (!in.is(end)) {
            all.add(expr());
            p.separator(end);
        }
        p.expect(end);
        return all;
    }

    /// After `[`. A loop also over `[A|[B|[C…`, which is how OTP prints a list.
    private CoreExpr list() {
        if (p.accept("]")) {
            return new Literal(Nil.NIL);
        }
        var heads = new ArrayList<CoreExpr>();
        CoreExpr tail = new Literal(Nil.NIL);
        int open = 1;
        while (true) {
            heads.add(expr());
            if (p.accept(",")) {
                continue;
            }
            if (p.accept("|")) {
                if (p.accept("[")) {
                    open++;
                    if (!in.is("]")) {
                        continue;
                    }
                    p.expect("]");
                    open--;
                } else {
                    tail = expr();
                }
            }
            break;
        }
        for (; open > 0; open--) {
            p.expect("]");
        }
        return CoreConstants.list(heads, tail, Anno.NONE);
    }

    /// After `~{`.
    private CoreExpr map() {
        var pairs = new ArrayList<MapUpdate.Pair>();
        CoreExpr base = new Literal(MapTerm.EMPTY);
        while (!in.is("}~")) {
            if (p.accept("|")) {
                base = expr();
                break;
            }
            boolean open = p.accept("(");
            CoreExpr key = expr();
            boolean ofKey = open && in.is("-|");
            key = ofKey ? annotated(key, p.annotations()) : key;
            boolean exact = p.accept(":=");
            if (!exact) {
                p.expect("=>");
            }
            pairs.add(new MapUpdate.Pair(key, expr(), exact));
            if (open && !ofKey) {
                p.annotations();
            }
            if (!in.is("|")) {
                p.separator("}~");
            }
        }
        p.expect("}~");
        return CoreConstants.map(base, pairs, Anno.NONE);
    }

    // ---- bit strings

    /// After `#{`; the values are read by `value`.
    private <V> List<Segment<V>> segments(java.util.function.Supplier<V> value) {
        var all = new ArrayList<Segment<V>>();
        while (!in.is("}#")) {
            boolean annotated = p.accept("(");
            Segment<V> s = segment(value);
            all.add(
                    annotated
                            ? new Segment<>(
                                    s.value(),
                                    s.size(),
                                    s.unit(),
                                    s.type(),
                                    s.signed(),
                                    s.endian(),
                                    p.annotations())
                            : s);
            p.separator("}#");
        }
        p.expect("}#");
        return all;
    }

    private <V> Segment<V> segment(java.util.function.Supplier<V> value) {
        p.expect("#<");
        V v = value.get();
        p.expect(">");
        p.expect("(");
        CoreExpr size = expr();
        p.expect(",");
        CoreExpr unit = expr();
        p.expect(",");
        Segment.Type type =
                switch (expr()) {
                    case Literal(Atom(String name), _) when name.equals("integer") ->
                            Segment.Type.INTEGER;
                    case Literal(Atom(String name), _) when name.equals("float") ->
                            Segment.Type.FLOAT;
                    case Literal(Atom(String name), _) when name.equals("binary") ->
                            Segment.Type.BINARY;
                    case Literal(Atom(String name), _) when name.equals("utf8") ->
                            Segment.Type.UTF8;
                    case Literal(Atom(String name), _) when name.equals("utf16") ->
                            Segment.Type.UTF16;
                    case Literal(Atom(String name), _) when name.equals("utf32") ->
                            Segment.Type.UTF32;
                    default -> throw p.unexpected("the type of a segment before that");
                };
        p.expect(",");
        Term flags = p.constant();
        p.expect(")");
        List<Term> names =
                switch (flags) {
                    case ListTerm(var all, _) -> all;
                    case Nil _ -> List.of();
                    default -> throw p.unexpected("a list of flags before that");
                };
        boolean signed = names.contains(Atom.of("signed"));
        Segment.Endian endian =
                names.contains(Atom.of("little"))
                        ? Segment.Endian.LITTLE
                        : names.contains(Atom.of("native"))
                                ? Segment.Endian.NATIVE
                                : Segment.Endian.BIG;
        boolean all =
                type == Segment.Type.BINARY
                        && size instanceof Literal(Atom(String a), _)
                        && a.equals("all");
        return new Segment<>(
                v,
                type.isUtf()
                        ? new Segment.Size.None()
                        : all ? new Segment.Size.All() : new Segment.Size.Of(size),
                unit instanceof Literal(Int u, _) && u.isSmall()
                        ? (int) Math.clamp(u.longValue(), 0, 1000)
                        : 0,
                type,
                signed,
                endian,
                Anno.NONE);
    }

    // ---- clauses and patterns

    private List<Clause> clauses(String end) {
        var all = new ArrayList<Clause>();
        while (!in.is(end)) {
            all.add(clause());
        }
        return all;
    }

    /// A parenthesis opens an annotated clause or an annotated pattern that is the only one of its
    /// clause.
    private Clause clause() {
        if (!p.accept("(")) {
            return clause(patterns());
        }
        List<CorePattern> patterns = patterns();
        if (in.is("when")) {
            Clause c = clause(patterns);
            return new Clause(c.patterns(), c.guard(), c.body(), p.annotations());
        }
        if (patterns.size() != 1) {
            throw p.unexpected("'when'");
        }
        return clause(List.of(annotated(patterns.getFirst(), p.annotations())));
    }

    private Clause clause(List<CorePattern> patterns) {
        p.expect("when");
        CoreExpr guard = expr();
        p.expect("->");
        return new Clause(patterns, guard, expr(), Anno.NONE);
    }

    private List<CorePattern> patterns() {
        return p.accept("<") ? patterns(">") : List.of(pattern());
    }

    private List<CorePattern> patterns(String end) {
        var all = new ArrayList<CorePattern>();
        while (!in.is(end)) {
            all.add(pattern());
            p.separator(end);
        }
        p.expect(end);
        return all;
    }

    private CorePattern pattern() {
        CorePattern first = onePattern();
        if (!in.is("=")) {
            return first;
        }
        in.next();
        CorePattern second = pattern();
        return switch (first) {
            case CorePattern.Bind(Var v) -> new CorePattern.Alias(v, second, Anno.NONE);
            case CorePattern p1 when CorePattern.Both.isPossible(p1, second) ->
                    new CorePattern.Both(p1, second, Anno.NONE);
            default ->
                    throw p.unexpected(
                            "a variable or two patterns of bit strings or records at '=' before"
                                    + " that");
        };
    }

    /// A pattern up to `=`.
    private CorePattern onePattern() {
        if (p.accept("(")) {
            CorePattern inner = pattern();
            return annotated(inner, p.annotations());
        }
        if (in.kind == Kind.VARIABLE) {
            return new CorePattern.Bind(p.variable());
        }
        if (in.kind == Kind.STRING) {
            return fromTerm(p.atomic());
        }
        Term atomic = p.atomic();
        if (atomic != null) {
            return new CorePattern.Literal(atomic, Anno.NONE);
        }
        String token = in.text;
        in.next();
        return switch (token) {
            case "{" -> new CorePattern.Tuple(patterns("}"), Anno.NONE);
            case "[" -> listPattern();
            case "~{" -> mapPattern();
            case "~#" -> recordPattern();
            case "#{" -> new CorePattern.Binary(segments(this::pattern), Anno.NONE);
            default -> throw p.unexpected("a pattern, not '" + token + "' before that");
        };
    }

    private CorePattern listPattern() {
        if (p.accept("]")) {
            return new CorePattern.Literal(Nil.NIL, Anno.NONE);
        }
        var heads = new ArrayList<CorePattern>();
        CorePattern tail = new CorePattern.Literal(Nil.NIL, Anno.NONE);
        int open = 1;
        while (true) {
            heads.add(pattern());
            if (p.accept(",")) {
                continue;
            }
            if (p.accept("|")) {
                if (p.accept("[")) {
                    open++;
                    if (!in.is("]")) {
                        continue;
                    }
                    p.expect("]");
                    open--;
                } else {
                    tail = pattern();
                }
            }
            break;
        }
        for (; open > 0; open--) {
            p.expect("]");
        }
        for (CorePattern head : heads.reversed()) {
            tail = new CorePattern.Cons(head, tail, Anno.NONE);
        }
        return tail;
    }

    private CorePattern recordPattern() {
        Term id =
                asConstant(expr())
                        .orElseThrow(() -> p.unexpected("the id of a record before that"));
        var fields = new ArrayList<CorePattern.Record.Field>();
        p.expect("{");
        while (!in.is("}")) {
            if (!(p.atomic() instanceof Atom name)) {
                throw p.unexpected("the name of a field before that");
            }
            p.expect("=");
            fields.add(new CorePattern.Record.Field(name, pattern()));
            p.separator("}");
        }
        p.expect("}");
        return new CorePattern.Record(id, fields, Anno.NONE);
    }

    private CorePattern mapPattern() {
        var pairs = new ArrayList<CorePattern.Map.Pair>();
        while (!in.is("}~")) {
            boolean open = p.accept("(");
            CoreExpr key = expr();
            boolean ofKey = open && in.is("-|");
            key = ofKey ? annotated(key, p.annotations()) : key;
            p.expect(":=");
            pairs.add(new CorePattern.Map.Pair(key, pattern()));
            if (open && !ofKey) {
                p.annotations();
            }
            p.separator("}~");
        }
        p.expect("}~");
        return new CorePattern.Map(pairs, Anno.NONE);
    }

    private static CorePattern fromTerm(Term t) {
        if (!(t instanceof ListTerm(var elements, var tail))) {
            return new CorePattern.Literal(t, Anno.NONE);
        }
        CorePattern result = new CorePattern.Literal(tail, Anno.NONE);
        for (Term e : elements.reversed()) {
            result = new CorePattern.Cons(new CorePattern.Literal(e, Anno.NONE), result, Anno.NONE);
        }
        return result;
    }

    // ---- annotations

    private static CorePattern annotated(CorePattern p, Anno anno) {
        return switch (p) {
            case CorePattern.Bind(Var(String name, _)) -> new CorePattern.Bind(new Var(name, anno));
            case CorePattern.Literal(var value, _) -> new CorePattern.Literal(value, anno);
            case CorePattern.Cons(var head, var tail, _) -> new CorePattern.Cons(head, tail, anno);
            case CorePattern.Tuple(var elements, _) -> new CorePattern.Tuple(elements, anno);
            case CorePattern.Map(var pairs, _) -> new CorePattern.Map(pairs, anno);
            case CorePattern.Record(var id, var fields, _) ->
                    new CorePattern.Record(id, fields, anno);
            case CorePattern.Binary(var segments, _) -> new CorePattern.Binary(segments, anno);
            case CorePattern.Alias(var v, var inner, _) -> new CorePattern.Alias(v, inner, anno);
            case CorePattern.Both(var first, var second, _) ->
                    new CorePattern.Both(first, second, anno);
        };
    }

    private static CoreExpr annotated(CoreExpr e, Anno anno) {
        return switch (e) {
            case Var(var name, _) -> new Var(name, anno);
            case FunctionRef(var name, _) -> new FunctionRef(name, anno);
            case Literal(var value, _) -> new Literal(value, anno);
            case Values(var values, _) -> new Values(values, anno);
            case Cons(var head, var tail, _) -> new Cons(head, tail, anno);
            case Tuple(var elements, _) -> new Tuple(elements, anno);
            case MapUpdate(var base, var pairs, _) -> new MapUpdate(base, pairs, anno);
            case Binary(var segments, _) -> new Binary(segments, anno);
            case Fun(var params, var body, _) -> new Fun(params, body, anno);
            case Apply(var operator, var args, _) -> new Apply(operator, args, anno);
            case Call(var module, var name, var args, _) -> new Call(module, name, args, anno);
            case PrimOp(var name, var args, _) -> new PrimOp(name, args, anno);
            case Let(var vars, var value, var body, _) -> new Let(vars, value, body, anno);
            case Seq(var first, var then, _) -> new Seq(first, then, anno);
            case Letrec(var functions, var body, _) -> new Letrec(functions, body, anno);
            case Case(var arg, var clauses, _) -> new Case(arg, clauses, anno);
            case Try(var arg, var vars, var body, var handlerVars, var handler, _) ->
                    new Try(arg, vars, body, handlerVars, handler, anno);
            case Catch(var body, _) -> new Catch(body, anno);
            case Receive(var clauses, var timeout, var action, _) ->
                    new Receive(clauses, timeout, action, anno);
        };
    }
}
