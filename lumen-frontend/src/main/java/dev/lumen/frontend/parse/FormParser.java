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
        this.exprs = new ExprParser(in, level);
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
        if (parser.in.accept(TokenKind.SEMICOLON)) {
            throw parser.in.syntaxError(); // to OTP it would begin another clause
        }
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
        // As in OTP what is wrong with the clauses is said before what is wrong behind them.
        var first = heads.getFirst();
        List<Clause> clauses = ControlParser.sameHeads(heads);
        requireDot();
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
            case String record when record.equals("record") && isNativeRecord() ->
                    nativeRecord(name);
            default -> new AttributeParser(in, exprs, types).attribute(name);
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

    private boolean isNativeRecord() {
        int at = in.looksAt(TokenKind.LEFT_PAREN) ? 1 : 0;
        return in.kind(at) == TokenKind.HASH && in.kind(at + 1) != TokenKind.LEFT_BRACE;
    }

    /// `-record #name{fields}`, which may stand in parentheses.
    private Form nativeRecord(Token keyword) {
        boolean parenthesized = in.accept(TokenKind.LEFT_PAREN);
        in.expect(TokenKind.HASH);
        Atom name = exprs.plainRecordName();
        in.expect(TokenKind.LEFT_BRACE);
        var fields = new ArrayList<AttributeParser.FieldText>();
        if (!in.looksAt(TokenKind.RIGHT_BRACE)) {
            do {
                fields.add(AttributeParser.field(in, exprs, types));
            } while (in.accept(TokenKind.COMMA));
        }
        in.expect(TokenKind.RIGHT_BRACE);
        List<Form.RecordDeclaration.Field> declared = AttributeParser.fields(fields);
        if (parenthesized) {
            in.expect(TokenKind.RIGHT_PAREN);
        }
        requireDot();
        return new Form.RecordDeclaration(in.from(keyword), true, name, declared);
    }
}
