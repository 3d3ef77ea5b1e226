package dev.lumen.frontend.parse;

import dev.lumen.frontend.scan.LanguageLevel;
import dev.lumen.frontend.scan.Token;
import dev.lumen.frontend.scan.TokenKind;
import dev.lumen.ir.forms.Anno;
import dev.lumen.ir.forms.Clause;
import dev.lumen.ir.forms.Expr;
import dev.lumen.ir.forms.Form;
import dev.lumen.ir.forms.Type;
import dev.lumen.ir.term.Atom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Parses a form: an attribute or a function. One parser reads one form.
public final class FormParser {
    private final TokenStream in;
    private final ExprParser exprs;
    private final TypeParser types;

    private FormParser(List<Token> tokens, Anno end, LanguageLevel level) {
        this.in = new TokenStream(tokens, end);
        this.exprs = new ExprParser(in);
        this.types = new TypeParser(in, exprs, level.otpRelease());
    }

    /// The form that the tokens make, full stop included. `end` is where the file ends. Throws
    /// [ParseError].
    public static Form form(List<Token> tokens, Anno end, LanguageLevel level) {
        return new FormParser(tokens, end, level).form();
    }

    /// Expressions with commas between them and a full stop behind. Throws [ParseError].
    public static List<Expr> exprs(List<Token> tokens, LanguageLevel level) {
        Anno end = tokens.isEmpty() ? Anno.NONE : tokens.getLast().anno();
        var parser = new FormParser(tokens, end, level);
        List<Expr> result = parser.exprs.exprs();
        parser.in.expect(TokenKind.DOT);
        return result;
    }

    private Form form() {
        Form form = in.looksAt(TokenKind.MINUS) ? attribute() : function();
        in.expect(TokenKind.DOT);
        return form;
    }

    private Form function() {
        var heads = new ArrayList<ControlParser.Head>();
        do {
            Token name = in.expect(TokenKind.ATOM);
            List<Expr> patterns = exprs.control().patterns();
            List<List<Expr>> guard = exprs.control().optionalGuard();
            List<Expr> body = exprs.control().body();
            heads.add(
                    new ControlParser.Head(
                            name.text(), new Clause(in.from(name), patterns, guard, body)));
        } while (in.accept(TokenKind.SEMICOLON));
        if (!in.looksAt(TokenKind.DOT)) {
            throw in.syntaxError();
        }
        var first = heads.getFirst();
        List<Clause> clauses = ControlParser.sameHeads(heads);
        return new Form.Function(
                in.from(first.clause().anno()),
                Atom.of(first.name()),
                first.clause().patterns().size(),
                clauses);
    }

    private Form attribute() {
        in.next();
        Token name = in.expect(TokenKind.ATOM);
        return switch (name.text()) {
            case "spec", "callback" -> spec(name);
            case "record" -> record(name);
            case "type", "opaque", "nominal" -> type(name);
            default -> new AttributeBuilder(in, exprs).attribute(name);
        };
    }

    private Form spec(Token kind) {
        boolean parenthesized = in.accept(TokenKind.LEFT_PAREN);
        Token first = in.expect(TokenKind.ATOM);
        Optional<Atom> module = Optional.empty();
        Atom name = Atom.of(first.text());
        if (in.accept(TokenKind.COLON)) {
            module = Optional.of(name);
            name = Atom.of(in.expect(TokenKind.ATOM).text());
        }
        var signatures = new ArrayList<Type>();
        do {
            signatures.add(types.signature());
        } while (in.accept(TokenKind.SEMICOLON));
        if (parenthesized) {
            in.expect(TokenKind.RIGHT_PAREN);
        }
        requireDot();
        return new Form.Spec(
                in.from(kind),
                Atom.of(kind.text()),
                module,
                name,
                arity(signatures.getFirst()),
                signatures);
    }

    private int arity(Type signature) {
        Type function = signature instanceof Type.Bounded(_, var inner, _) ? inner : signature;
        if (function instanceof Type.Builtin(_, _, var parts)
                && parts.getFirst() instanceof Type.Builtin(_, _, var arguments)) {
            return arguments.size();
        }
        // (...) -> T: OTP has no message for it.
        throw TokenStream.bad("bad spec", function.anno());
    }

    private void requireDot() {
        if (!in.looksAt(TokenKind.DOT)) {
            throw in.syntaxError();
        }
    }

    /// `-record(name, {fields})` or, native, `-record #name{fields}`; the parentheses may be
    /// missing or present.
    private Form record(Token keyword) {
        boolean parenthesized = in.accept(TokenKind.LEFT_PAREN);
        boolean isNative = in.accept(TokenKind.HASH);
        Atom name;
        if (isNative) {
            name = exprs.plainRecordName();
        } else {
            Anno place = in.peek().anno();
            Expr nameExpr = exprs.expr();
            if (!(nameExpr instanceof Expr.AtomLiteral(_, var atom))) {
                throw TokenStream.bad("bad record declaration", Locations.first(nameExpr));
            }
            if (!in.looksAt(TokenKind.COMMA)) {
                if (parenthesized && !in.looksAt(TokenKind.RIGHT_PAREN)) {
                    throw in.syntaxError();
                }
                throw TokenStream.bad("bad record declaration", place);
            }
            in.next();
            name = atom;
        }
        List<Form.RecordDeclaration.Field> fields = recordFields();
        if (parenthesized) {
            in.expect(TokenKind.RIGHT_PAREN);
        }
        requireDot();
        return new Form.RecordDeclaration(in.from(keyword), isNative, name, fields);
    }

    private List<Form.RecordDeclaration.Field> recordFields() {
        if (!in.looksAt(TokenKind.LEFT_BRACE)) {
            Expr other = exprs.expr();
            throw TokenStream.bad("bad record declaration", Locations.first(other));
        }
        in.next();
        var fields = new ArrayList<Form.RecordDeclaration.Field>();
        if (!in.looksAt(TokenKind.RIGHT_BRACE)) {
            ParseError bad = null; // a syntax error further on comes first
            do {
                try {
                    fields.add(recordField());
                } catch (ParseError e) {
                    if (!(e.problem() instanceof ParseProblem.Bad)) {
                        throw e;
                    }
                    bad = bad == null ? e : bad;
                }
            } while (in.accept(TokenKind.COMMA));
            in.expect(TokenKind.RIGHT_BRACE);
            if (bad != null) {
                throw bad;
            }
            return fields;
        }
        in.next();
        return fields;
    }

    private Form.RecordDeclaration.Field recordField() {
        Expr expr = exprs.expr();
        Optional<Type> type =
                in.accept(TokenKind.DOUBLE_COLON) ? Optional.of(types.top()) : Optional.empty();
        return switch (expr) {
            case Expr.AtomLiteral name ->
                    new Form.RecordDeclaration.Field(
                            in.from(name.anno()), name, Optional.empty(), type);
            case Expr.Match(_, Expr.AtomLiteral name, var value) ->
                    new Form.RecordDeclaration.Field(
                            in.from(name.anno()), name, Optional.of(value), type);
            default -> throw TokenStream.bad("bad record field", Locations.first(expr));
        };
    }

    /// `-type name(Parameters) :: type`
    private Form type(Token kind) {
        boolean parenthesized = in.accept(TokenKind.LEFT_PAREN);
        Token first = in.peek();
        Expr head = exprs.expr();
        if (!in.accept(TokenKind.DOUBLE_COLON)) {
            // Not a declaration; perhaps an attribute that is merely called so.
            throw in.looksAt(TokenKind.DOT) || in.looksAt(TokenKind.RIGHT_PAREN)
                    ? TokenStream.bad("bad " + kind.text() + " declaration", first.anno())
                    : in.syntaxError();
        }
        Type type = types.top();
        if (parenthesized) {
            in.expect(TokenKind.RIGHT_PAREN);
        }
        requireDot();
        if (!(head instanceof Expr.Call(_, Expr.AtomLiteral(_, var name), var arguments))) {
            throw TokenStream.bad("bad " + kind.text() + " declaration", kind.anno());
        }
        var parameters = new ArrayList<Type>();
        for (Expr argument : arguments) {
            if (!(argument instanceof Expr.Variable(var a, var variable)) || variable.equals("_")) {
                throw TokenStream.bad("bad type variable", Locations.first(argument));
            }
            parameters.add(new Type.Variable(a, variable));
        }
        return new Form.TypeDeclaration(
                in.from(kind), Atom.of(kind.text()), name, type, parameters);
    }
}
