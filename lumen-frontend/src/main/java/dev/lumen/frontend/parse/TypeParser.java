package dev.lumen.frontend.parse;

import dev.lumen.frontend.scan.Token;
import dev.lumen.frontend.scan.TokenKind;
import dev.lumen.ir.forms.Anno;
import dev.lumen.ir.forms.BinaryOperator;
import dev.lumen.ir.forms.Expr;
import dev.lumen.ir.forms.Type;
import dev.lumen.ir.forms.UnaryOperator;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Int;

import java.util.ArrayList;
import java.util.List;

/// Parses types.
///
/// Precedences, loosest first: `|` 170; `..` 200, none; `+` `-` … 400, left; `*` … 500, left;
/// prefix 600.
final class TypeParser {
    private static final int RANGE = 200;
    private static final int PREFIX = 600;

    private final TokenStream in;
    private final ExprParser exprs;
    private final int otpRelease;

    TypeParser(TokenStream in, ExprParser exprs, int otpRelease) {
        this.in = in;
        this.exprs = exprs;
        this.otpRelease = otpRelease;
    }

    /// A type at its outermost: `Name :: type`, a union, or one of its parts.
    Type top() {
        in.enter(1);
        var parts = new ArrayList<Type>();
        Type last;
        while (true) {
            if (in.looksAt(TokenKind.VARIABLE) && in.kind(1) == TokenKind.DOUBLE_COLON) {
                last = annotated();
                break;
            }
            last = operators(RANGE);
            if (!in.accept(TokenKind.BAR)) {
                break;
            }
            parts.add(last);
        }
        in.leave(1);
        return parts.isEmpty() ? last : union(parts, last);
    }

    private Type annotated() {
        Token name = in.next();
        in.next();
        Type type = top();
        return new Type.Annotated(in.from(name), new Type.Variable(name.anno(), name.text()), type);
    }

    /// A union within a union's last part is one union, parentheses or not.
    private Type union(List<Type> parts, Type last) {
        var all = new ArrayList<>(parts);
        if (last instanceof Type.Builtin(_, Atom(var name), var more) && name.equals("union")) {
            all.addAll(more);
        } else {
            all.add(last);
        }
        return new Type.Builtin(in.from(Locations.first(parts.getFirst())), Atom.of("union"), all);
    }

    List<Type> tops() {
        var types = new ArrayList<Type>();
        do {
            types.add(top());
        } while (in.accept(TokenKind.COMMA));
        return types;
    }

    private static int precedence(TokenKind kind) {
        return switch (kind) {
            case DOUBLE_PERIOD -> RANGE;
            case PLUS, MINUS, BOR, BXOR, BSL, BSR, OR, XOR -> 400;
            case STAR, SLASH, DIV, REM, BAND, AND -> 500;
            default -> -1;
        };
    }

    private Type operators(int lowest) {
        in.enter(1);
        int levels = 1;
        Type left = operand();
        int limit = Integer.MAX_VALUE;
        while (true) {
            int precedence = precedence(in.kind());
            if (precedence < lowest || precedence >= limit) {
                in.leave(levels);
                return left;
            }
            Token operator = in.next();
            Type right = operators(precedence + 1);
            if (precedence == RANGE) {
                left =
                        new Type.Builtin(
                                in.from(left.anno()), Atom.of("range"), List.of(left, right));
                limit = RANGE;
            } else {
                left =
                        new Type.Binary(
                                in.from(operator),
                                BinaryOperator.of(operator.kind().text()),
                                left,
                                right);
            }
            in.enter(1);
            levels++;
        }
    }

    private Type operand() {
        Token token = in.peek();
        switch (token.kind()) {
            case PLUS, MINUS, BNOT, NOT -> {
                in.next();
                Type operand = operators(PREFIX);
                return new Type.Unary(
                        in.from(token), UnaryOperator.of(token.kind().text()), operand);
            }
            case LEFT_PAREN -> {
                in.next();
                Type inner = top();
                in.expect(TokenKind.RIGHT_PAREN);
                return inner;
            }
            case VARIABLE -> {
                in.next();
                return new Type.Variable(token.anno(), token.text());
            }
            case INTEGER, CHARACTER -> {
                return new Type.Literal(exprs.primary());
            }
            case ATOM -> {
                return named(token);
            }
            case LEFT_BRACKET -> {
                return list(token);
            }
            case LEFT_BRACE -> {
                in.next();
                List<Type> elements = upTo(TokenKind.RIGHT_BRACE);
                return new Type.Builtin(in.from(token), Atom.of("tuple"), elements);
            }
            case HASH -> {
                return hash(token);
            }
            case LEFT_BITS -> {
                return bits(token);
            }
            case FUN -> {
                return fun(token);
            }
            default -> throw in.syntaxError();
        }
    }

    private List<Type> upTo(TokenKind close) {
        if (in.accept(close)) {
            return List.of();
        }
        List<Type> types = tops();
        in.expect(close);
        return types;
    }

    /// An atom, a type of a name, or one of another module.
    private Type named(Token token) {
        Expr.AtomLiteral name = exprs.atomLiteral();
        if (in.accept(TokenKind.COLON)) {
            Expr.AtomLiteral remote = exprs.atomLiteral();
            in.expect(TokenKind.LEFT_PAREN);
            List<Type> arguments = upTo(TokenKind.RIGHT_PAREN);
            return new Type.Remote(in.from(token), name, remote, arguments);
        }
        if (!in.accept(TokenKind.LEFT_PAREN)) {
            return new Type.Literal(name);
        }
        List<Type> arguments = upTo(TokenKind.RIGHT_PAREN);
        Anno place = in.from(token);
        String text = name.value().name();
        if (arguments.isEmpty() && (text.equals("tuple") || text.equals("map"))) {
            return new Type.AnyOf(place, name.value());
        }
        return BuiltinTypes.contains(text, arguments.size(), otpRelease)
                ? new Type.Builtin(place, name.value(), arguments)
                : new Type.User(place, name.value(), arguments);
    }

    private Type list(Token open) {
        in.next();
        if (in.accept(TokenKind.RIGHT_BRACKET)) {
            return new Type.Builtin(in.from(open), Atom.of("nil"), List.of());
        }
        Type element = top();
        String name = "list";
        if (in.accept(TokenKind.COMMA)) {
            in.expect(TokenKind.ELLIPSIS);
            name = "nonempty_list";
        }
        in.expect(TokenKind.RIGHT_BRACKET);
        return new Type.Builtin(in.from(open), Atom.of(name), List.of(element));
    }

    /// A map or a record.
    private Type hash(Token hash) {
        in.next();
        if (in.accept(TokenKind.LEFT_BRACE)) {
            var fields = new ArrayList<Type>();
            if (!in.looksAt(TokenKind.RIGHT_BRACE)) {
                do {
                    fields.add(mapField());
                } while (in.accept(TokenKind.COMMA));
            }
            in.expect(TokenKind.RIGHT_BRACE);
            return new Type.Builtin(in.from(hash), Atom.of("map"), fields);
        }
        var arguments = new ArrayList<Type>();
        arguments.add(recordName(hash));
        in.expect(TokenKind.LEFT_BRACE);
        if (!in.looksAt(TokenKind.RIGHT_BRACE)) {
            do {
                Token first = in.peek();
                Expr.AtomLiteral field = exprs.atomLiteral();
                in.expect(TokenKind.DOUBLE_COLON);
                Type type = top();
                arguments.add(
                        new Type.Builtin(
                                in.from(first),
                                Atom.of("field_type"),
                                List.of(new Type.Literal(field), type)));
            } while (in.accept(TokenKind.COMMA));
        }
        in.expect(TokenKind.RIGHT_BRACE);
        return new Type.Builtin(in.from(hash), Atom.of("record"), arguments);
    }

    private Type recordName(Token hash) {
        Expr.AtomLiteral first = exprs.atomLiteral();
        if (!in.accept(TokenKind.COLON)) {
            return new Type.Literal(first);
        }
        Token token = in.peek();
        Atom name = exprs.plainRecordName();
        return new Type.RemoteRecordName(
                in.from(hash), first, new Expr.AtomLiteral(token.anno(), name));
    }

    private Type mapField() {
        Type key = top();
        Token arrow = in.peek();
        String name =
                switch (arrow.kind()) {
                    case FAT_ARROW -> "map_field_assoc";
                    case ASSIGN -> "map_field_exact";
                    default -> throw in.syntaxError();
                };
        in.next();
        Type value = top();
        return new Type.Builtin(in.from(arrow), Atom.of(name), List.of(key, value));
    }

    /// `<<_:M, _:_*N>>` and its shorter forms. OTP gives a size that is not written the line alone.
    private Type bits(Token open) {
        in.next();
        Type zero = new Type.Literal(new Expr.IntegerLiteral(Anno.line(open.line()), Int.of(0)));
        Type base = zero;
        Type unit = zero;
        if (!in.looksAt(TokenKind.RIGHT_BITS)) {
            boolean isUnit = isUnit();
            Type first = size();
            if (isUnit) {
                unit = first;
            } else {
                base = first;
                if (in.accept(TokenKind.COMMA)) {
                    unit = unit();
                }
            }
        }
        in.expect(TokenKind.RIGHT_BITS);
        return new Type.Builtin(in.from(open), Atom.of("binary"), List.of(base, unit));
    }

    private boolean isUnit() {
        return in.kind(2) == TokenKind.VARIABLE && in.kind(3) == TokenKind.STAR;
    }

    private Type size() {
        Token first = in.expect(TokenKind.VARIABLE);
        in.expect(TokenKind.COLON);
        Token second = first;
        if (in.looksAt(TokenKind.VARIABLE) && in.kind(1) == TokenKind.STAR) {
            second = in.next();
            in.next();
        }
        return sized(first, second);
    }

    /// `_:_*N`
    private Type unit() {
        Token first = in.expect(TokenKind.VARIABLE);
        in.expect(TokenKind.COLON);
        Token second = in.expect(TokenKind.VARIABLE);
        in.expect(TokenKind.STAR);
        return sized(first, second);
    }

    /// The size behind these variables, which must be `_`.
    private Type sized(Token first, Token second) {
        Type size = operators(RANGE);
        for (Token variable : List.of(first, second)) {
            if (!variable.text().equals("_")) {
                throw TokenStream.bad("Bad binary type", variable.anno());
            }
        }
        return size;
    }

    private Type fun(Token keyword) {
        in.next();
        in.expect(TokenKind.LEFT_PAREN);
        if (in.accept(TokenKind.RIGHT_PAREN)) {
            return new Type.Builtin(in.from(keyword), Atom.of("fun"), List.of());
        }
        Type type = function(true);
        in.expect(TokenKind.RIGHT_PAREN);
        return type;
    }

    /// `(arguments) -> result`; with `anyArguments`, the arguments may be `...`.
    Type function(boolean anyArguments) {
        Token open = in.expect(TokenKind.LEFT_PAREN);
        Type arguments;
        if (anyArguments && in.accept(TokenKind.ELLIPSIS)) {
            in.expect(TokenKind.RIGHT_PAREN);
            arguments = new Type.AnyArguments(open.anno());
        } else {
            List<Type> types = upTo(TokenKind.RIGHT_PAREN);
            arguments = new Type.Builtin(in.from(open), Atom.of("product"), types);
        }
        in.expect(TokenKind.ARROW);
        Type result = top();
        return new Type.Builtin(in.from(open), Atom.of("fun"), List.of(arguments, result));
    }

    /// A function type of a spec, with its constraints.
    Type signature() {
        Token first = in.peek();
        Type function = function(true);
        if (!in.accept(TokenKind.WHEN)) {
            return function;
        }
        var constraints = new ArrayList<Type.Bounded.Constraint>();
        do {
            constraints.add(constraint());
        } while (in.accept(TokenKind.COMMA));
        return new Type.Bounded(in.from(first), function, constraints);
    }

    /// `Variable :: type`, or the old `is_subtype(Variable, type)`.
    private Type.Bounded.Constraint constraint() {
        Token first = in.peek();
        if (first.is(TokenKind.VARIABLE)) {
            in.next();
            in.expect(TokenKind.DOUBLE_COLON);
            return constraint(new Type.Variable(first.anno(), first.text()), top());
        }
        in.expect(TokenKind.ATOM);
        in.expect(TokenKind.LEFT_PAREN);
        List<Type> arguments = tops();
        in.expect(TokenKind.RIGHT_PAREN);
        if (!first.text().equals("is_subtype") || arguments.size() != 2) {
            throw TokenStream.bad("unsupported constraint " + TokenText.of(first), first.anno());
        }
        if (!(arguments.get(0) instanceof Type.Variable variable)) {
            throw TokenStream.bad("bad type variable", Locations.first(arguments.get(0)));
        }
        return constraint(variable, arguments.get(1));
    }

    private Type.Bounded.Constraint constraint(Type.Variable variable, Type type) {
        if (variable.name().equals("_")) {
            throw TokenStream.bad("bad type variable", variable.anno());
        }
        return new Type.Bounded.Constraint(variable.anno(), variable, type);
    }
}
