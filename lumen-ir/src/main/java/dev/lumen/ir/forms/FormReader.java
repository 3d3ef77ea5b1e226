package dev.lumen.ir.forms;

import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.FloatTerm;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.ListTerm;
import dev.lumen.ir.term.Nil;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.Tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/// Terms of the abstract format to records. Reads what current and older releases wrote: in
/// `{'fun',A,{function,M,F,N}}` the parts may be plain terms (before OTP 15).
final class FormReader {
    private FormReader() {}

    static Form form(Term term) {
        try {
            return wellFormed(term);
        } catch (IndexOutOfBoundsException | ClassCastException e) {
            throw new IllegalFormException("a form", term);
        }
    }

    private static Form wellFormed(Term term) {
        List<Term> t = tuple("a form", term);
        return switch (tag(t) + "/" + t.size()) {
            case "attribute/4" -> attribute(anno(t.get(1)), atom(t.get(2)), t.get(3));
            case "function/5" ->
                    new Form.Function(
                            anno(t.get(1)), atom(t.get(2)), integer(t.get(3)), clauses(t.get(4)));
            case "eof/2" -> new Form.Eof(anno(t.get(1)));
            default -> throw new IllegalFormException("a form", term);
        };
    }

    private static Form attribute(Anno anno, Atom name, Term value) {
        return switch (name.name()) {
            case "record", "native_record" -> {
                List<Term> v = tuple("a record declaration", value);
                yield new Form.RecordDeclaration(
                        anno,
                        name.name().equals("native_record"),
                        atom(v.get(0)),
                        list(v.get(1), FormReader::declaredField));
            }
            case "type", "opaque", "nominal" -> {
                List<Term> v = tuple("a type declaration", value);
                yield new Form.TypeDeclaration(
                        anno,
                        name,
                        atom(v.get(0)),
                        type(v.get(1)),
                        list(v.get(2), FormReader::type));
            }
            case "spec", "callback" -> {
                List<Term> v = tuple("a spec", value);
                List<Term> f = tuple("a function", v.get(0));
                Optional<Atom> module =
                        f.size() == 3 ? Optional.of(atom(f.get(0))) : Optional.empty();
                yield new Form.Spec(
                        anno,
                        name,
                        module,
                        atom(f.get(f.size() - 2)),
                        integer(f.getLast()),
                        list(v.get(1), FormReader::type));
            }
            default -> new Form.Attribute(anno, name, value);
        };
    }

    private static Form.RecordDeclaration.Field declaredField(Term term) {
        List<Term> t = tuple("a record field", term);
        if (tag(t).equals("typed_record_field")) {
            var plain = declaredField(t.get(1));
            return new Form.RecordDeclaration.Field(
                    plain.anno(), plain.name(), plain.value(), Optional.of(type(t.get(2))));
        }
        return new Form.RecordDeclaration.Field(
                anno(t.get(1)),
                atomLiteral(t.get(2)),
                t.size() > 3 ? Optional.of(expr(t.get(3))) : Optional.empty(),
                Optional.empty());
    }

    static Expr expr(Term term) {
        List<Term> t = tuple("an expression", term);
        if (t.size() < 2) {
            throw new IllegalFormException("an expression", term);
        }
        Anno a = anno(t.get(1));
        return switch (tag(t) + "/" + t.size()) {
            case "atom/3" -> new Expr.AtomLiteral(a, atom(t.get(2)));
            case "integer/3" -> new Expr.IntegerLiteral(a, (Int) t.get(2));
            case "char/3" -> new Expr.CharLiteral(a, integer(t.get(2)));
            case "float/3" -> new Expr.FloatLiteral(a, ((FloatTerm) t.get(2)).value());
            case "string/3" -> new Expr.StringLiteral(a, string(t.get(2)));
            case "var/3" -> new Expr.Variable(a, atom(t.get(2)).name());
            case "match/4" -> new Expr.Match(a, expr(t.get(2)), expr(t.get(3)));
            case "maybe_match/4" -> new Expr.MaybeMatch(a, expr(t.get(2)), expr(t.get(3)));
            case "tuple/3" -> new Expr.TupleExpr(a, exprs(t.get(2)));
            case "nil/2" -> new Expr.NilExpr(a);
            case "cons/4" -> list(term);
            case "bin/3" -> new Expr.BinaryExpr(a, list(t.get(2), FormReader::element));
            case "op/4" -> new Expr.Unary(a, unaryOperator(t.get(2)), expr(t.get(3)));
            case "op/5" ->
                    new Expr.Binary(a, binaryOperator(t.get(2)), expr(t.get(3)), expr(t.get(4)));
            case "record/4" ->
                    new Expr.RecordCreate(
                            a, recordName(t.get(2)), list(t.get(3), FormReader::recordField));
            case "record/5" ->
                    new Expr.RecordUpdate(
                            a,
                            expr(t.get(2)),
                            recordName(t.get(3)),
                            list(t.get(4), FormReader::recordField));
            case "record_field/5" ->
                    new Expr.RecordAccess(
                            a, expr(t.get(2)), recordName(t.get(3)), atomLiteral(t.get(4)));
            case "record_index/4" ->
                    new Expr.RecordIndex(a, recordName(t.get(2)), atomLiteral(t.get(3)));
            case "map/3" -> new Expr.MapCreate(a, list(t.get(2), FormReader::mapField));
            case "map/4" ->
                    new Expr.MapUpdate(a, expr(t.get(2)), list(t.get(3), FormReader::mapField));
            case "catch/3" -> new Expr.Catch(a, expr(t.get(2)));
            case "call/4" -> new Expr.Call(a, expr(t.get(2)), exprs(t.get(3)));
            case "remote/4" -> new Expr.Remote(a, expr(t.get(2)), expr(t.get(3)));
            case "lc/4" ->
                    new Expr.ListComprehension(
                            a, oneOrList(t.get(2), FormReader::expr), qualifiers(t.get(3)));
            case "bc/4" -> new Expr.BinaryComprehension(a, expr(t.get(2)), qualifiers(t.get(3)));
            case "mc/4" ->
                    new Expr.MapComprehension(
                            a, oneOrList(t.get(2), FormReader::mapField), qualifiers(t.get(3)));
            case "block/3" -> new Expr.Block(a, exprs(t.get(2)));
            case "if/3" -> new Expr.If(a, clauses(t.get(2)));
            case "case/4" -> new Expr.Case(a, expr(t.get(2)), clauses(t.get(3)));
            case "try/6" ->
                    new Expr.Try(
                            a,
                            exprs(t.get(2)),
                            clauses(t.get(3)),
                            clauses(t.get(4)),
                            exprs(t.get(5)));
            case "receive/3" -> new Expr.Receive(a, clauses(t.get(2)), Optional.empty());
            case "receive/5" ->
                    new Expr.Receive(
                            a,
                            clauses(t.get(2)),
                            Optional.of(new Expr.Receive.Timeout(expr(t.get(3)), exprs(t.get(4)))));
            case "maybe/3" -> new Expr.Maybe(a, exprs(t.get(2)), Optional.empty());
            case "maybe/4" -> new Expr.Maybe(a, exprs(t.get(2)), Optional.of(otherwise(t.get(3))));
            case "fun/3" -> fun(a, tuple("a fun", t.get(2)));
            case "named_fun/4" -> new Expr.NamedFun(a, atom(t.get(2)).name(), clauses(t.get(3)));
            default -> throw new IllegalFormException("an expression", term);
        };
    }

    private static Expr list(Term first) {
        var cells = new ArrayList<Expr.ListExpr.Cell>();
        Term rest = first;
        while (rest instanceof Tuple(var t) && t.size() == 4 && tag(t).equals("cons")) {
            cells.add(new Expr.ListExpr.Cell(anno(t.get(1)), expr(t.get(2))));
            rest = t.get(3);
        }
        return new Expr.ListExpr(cells, expr(rest));
    }

    private static Expr fun(Anno a, List<Term> t) {
        return switch (tag(t) + "/" + t.size()) {
            case "function/3" -> new Expr.LocalFun(a, atom(t.get(1)), integer(t.get(2)));
            case "function/4" ->
                    new Expr.RemoteFun(a, part(a, t.get(1)), part(a, t.get(2)), part(a, t.get(3)));
            case "clauses/2" -> new Expr.Fun(a, clauses(t.get(1)));
            default -> throw new IllegalFormException("a fun", new Tuple(t));
        };
    }

    private static Expr part(Anno a, Term term) {
        return switch (term) {
            case Atom name -> new Expr.AtomLiteral(a, name);
            case Int arity -> new Expr.IntegerLiteral(a, arity);
            default -> expr(term);
        };
    }

    private static Expr.Maybe.Else otherwise(Term term) {
        List<Term> t = tuple("else", term);
        return new Expr.Maybe.Else(anno(t.get(1)), clauses(t.get(2)));
    }

    private static RecordName recordName(Term term) {
        return switch (term) {
            case Atom name -> new RecordName.Local(name);
            case Nil _ -> new RecordName.Any();
            default -> {
                List<Term> t = tuple("a record name", term);
                yield new RecordName.Remote(atom(t.get(0)), atom(t.get(1)));
            }
        };
    }

    private static RecordField recordField(Term term) {
        List<Term> t = tuple("a record field", term);
        return new RecordField(anno(t.get(1)), expr(t.get(2)), expr(t.get(3)));
    }

    private static MapField mapField(Term term) {
        List<Term> t = tuple("a map field", term);
        return new MapField(
                anno(t.get(1)), tag(t).equals("map_field_exact"), expr(t.get(2)), expr(t.get(3)));
    }

    private static BinElement element(Term term) {
        List<Term> t = tuple("a binary element", term);
        return new BinElement(
                anno(t.get(1)),
                expr(t.get(2)),
                t.get(3) instanceof Atom ? Optional.empty() : Optional.of(expr(t.get(3))),
                t.get(4) instanceof Atom ? List.of() : list(t.get(4), FormReader::bitType));
    }

    private static BinElement.BitType bitType(Term term) {
        if (term instanceof Tuple(var t)) {
            return new BinElement.BitType(atom(t.get(0)), OptionalInt.of(integer(t.get(1))));
        }
        return new BinElement.BitType(atom(term), OptionalInt.empty());
    }

    private static List<Qualifier> qualifiers(Term term) {
        return list(term, FormReader::qualifier);
    }

    private static Qualifier qualifier(Term term) {
        List<Term> t = tuple("a qualifier", term);
        return switch (tag(t)) {
            case "generate", "generate_strict" ->
                    new Qualifier.ListGenerator(
                            anno(t.get(1)), expr(t.get(2)), expr(t.get(3)), isStrict(t));
            case "b_generate", "b_generate_strict" ->
                    new Qualifier.BinaryGenerator(
                            anno(t.get(1)), expr(t.get(2)), expr(t.get(3)), isStrict(t));
            case "m_generate", "m_generate_strict" ->
                    new Qualifier.MapGenerator(
                            anno(t.get(1)), mapField(t.get(2)), expr(t.get(3)), isStrict(t));
            case "zip" -> new Qualifier.Zip(anno(t.get(1)), qualifiers(t.get(2)));
            default -> new Qualifier.Filter(expr(term));
        };
    }

    private static boolean isStrict(List<Term> generator) {
        return tag(generator).endsWith("_strict");
    }

    private static List<Clause> clauses(Term term) {
        return list(term, FormReader::clause);
    }

    private static Clause clause(Term term) {
        List<Term> t = tuple("a clause", term);
        if (t.size() != 5) {
            throw new IllegalFormException("a clause", term);
        }
        return new Clause(
                anno(t.get(1)),
                exprs(t.get(2)),
                list(t.get(3), FormReader::exprs),
                exprs(t.get(4)));
    }

    static Type type(Term term) {
        List<Term> t = tuple("a type", term);
        Anno a = anno(t.get(1));
        return switch (tag(t) + "/" + t.size()) {
            case "atom/3", "integer/3", "char/3" -> new Type.Literal(expr(term));
            case "var/3" -> new Type.Variable(a, atom(t.get(2)).name());
            case "op/4" -> new Type.Unary(a, unaryOperator(t.get(2)), type(t.get(3)));
            case "op/5" ->
                    new Type.Binary(a, binaryOperator(t.get(2)), type(t.get(3)), type(t.get(4)));
            case "ann_type/3" -> {
                List<Type> parts = list(t.get(2), FormReader::type);
                yield new Type.Annotated(a, parts.get(0), parts.get(1));
            }
            case "tuple/3" -> {
                List<Expr> parts = exprs(t.get(2));
                yield new Type.RemoteRecordName(a, parts.get(0), parts.get(1));
            }
            case "type/3" -> new Type.AnyArguments(a);
            case "type/4" -> builtin(a, atom(t.get(2)), t.get(3));
            case "user_type/4" ->
                    new Type.User(a, atom(t.get(2)), list(t.get(3), FormReader::type));
            case "remote_type/3" -> {
                List<Term> parts = list(t.get(2), Function.identity());
                yield new Type.Remote(
                        a,
                        expr(parts.get(0)),
                        expr(parts.get(1)),
                        list(parts.get(2), FormReader::type));
            }
            default -> throw new IllegalFormException("a type", term);
        };
    }

    private static Type builtin(Anno a, Atom name, Term arguments) {
        if (arguments instanceof Atom) {
            return new Type.AnyOf(a, name);
        }
        if (name.name().equals("bounded_fun")) {
            List<Term> parts = list(arguments, Function.identity());
            return new Type.Bounded(
                    a, type(parts.get(0)), list(parts.get(1), FormReader::constraint));
        }
        return new Type.Builtin(a, name, list(arguments, FormReader::type));
    }

    private static Type.Bounded.Constraint constraint(Term term) {
        List<Term> t = tuple("a constraint", term);
        List<Term> parts = list(t.get(3), Function.identity());
        List<Type> types = list(parts.get(1), FormReader::type);
        return new Type.Bounded.Constraint(anno(t.get(1)), types.get(0), types.get(1));
    }

    private static List<Expr> exprs(Term term) {
        return list(term, FormReader::expr);
    }

    private static <T> List<T> oneOrList(Term term, Function<Term, T> read) {
        return term instanceof ListTerm ? list(term, read) : List.of(read.apply(term));
    }

    private static <T> List<T> list(Term term, Function<Term, T> read) {
        if (term instanceof Nil) {
            return List.of();
        }
        if (!(term instanceof ListTerm list) || !list.isProper()) {
            throw new IllegalFormException("a list", term);
        }
        var result = new ArrayList<T>(list.elements().size());
        for (Term element : list.elements()) {
            result.add(read.apply(element));
        }
        return result;
    }

    private static UnaryOperator unaryOperator(Term term) {
        var op = UnaryOperator.of(atom(term).name());
        if (op == null) {
            throw new IllegalFormException("a prefix operator", term);
        }
        return op;
    }

    private static BinaryOperator binaryOperator(Term term) {
        var op = BinaryOperator.of(atom(term).name());
        if (op == null) {
            throw new IllegalFormException("an operator", term);
        }
        return op;
    }

    private static Expr.AtomLiteral atomLiteral(Term term) {
        if (expr(term) instanceof Expr.AtomLiteral atom) {
            return atom;
        }
        throw new IllegalFormException("an atom", term);
    }

    private static Anno anno(Term term) {
        return switch (term) {
            case Int line -> Anno.line(line.intValue());
            case Tuple(var t) when t.size() == 2 -> Anno.at(integer(t.get(0)), integer(t.get(1)));
            case Nil _ -> Anno.NONE;
            case ListTerm(var parts, _) -> {
                Anno location = Anno.NONE;
                boolean generated = false;
                String text = "";
                for (Term part : parts) {
                    List<Term> t = tuple("an annotation", part);
                    switch (tag(t)) {
                        case "location" -> location = anno(t.get(1));
                        case "generated" -> generated = t.get(1).equals(Atom.TRUE);
                        case "text" -> text = string(t.get(1));
                        default -> {}
                    }
                }
                yield new Anno(location.line(), location.column(), 0, 0, generated, text);
            }
            default -> throw new IllegalFormException("an annotation", term);
        };
    }

    private static String tag(List<Term> tuple) {
        return !tuple.isEmpty() && tuple.getFirst() instanceof Atom(var name) ? name : "";
    }

    private static List<Term> tuple(String expected, Term term) {
        if (term instanceof Tuple(var elements)) {
            return elements;
        }
        throw new IllegalFormException(expected, term);
    }

    private static Atom atom(Term term) {
        if (term instanceof Atom atom) {
            return atom;
        }
        throw new IllegalFormException("an atom", term);
    }

    private static int integer(Term term) {
        if (term instanceof Int i && i.isLong() && (int) i.longValue() == i.longValue()) {
            return (int) i.longValue();
        }
        throw new IllegalFormException("a small integer", term);
    }

    private static String string(Term term) {
        var text = new StringBuilder();
        if (term instanceof ListTerm(var elements, _)) {
            elements.forEach(c -> text.appendCodePoint(integer(c)));
        }
        return text.toString();
    }
}
