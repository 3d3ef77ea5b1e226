package dev.lumen.frontend.parse;

import dev.lumen.frontend.scan.LanguageLevel;
import dev.lumen.frontend.scan.Token;
import dev.lumen.frontend.scan.TokenKind;
import dev.lumen.ir.forms.Anno;
import dev.lumen.ir.forms.BinElement;
import dev.lumen.ir.forms.BinaryOperator;
import dev.lumen.ir.forms.Expr;
import dev.lumen.ir.forms.MapField;
import dev.lumen.ir.forms.Qualifier;
import dev.lumen.ir.forms.RecordField;
import dev.lumen.ir.forms.RecordName;
import dev.lumen.ir.forms.UnaryOperator;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Int;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Parses expressions: operators by precedence climbing, everything else by recursive descent.
///
/// Precedences, loosest first: `catch` 0; `=` `!` 100, right; `orelse` 150, right; `andalso` 160,
/// right; comparisons 200, none; `++` `--` 300, right; `+` `-` `bor` … 400, left; `*` `/` … 500,
/// left; prefix operators 600; `#` 700; calls 750; `:` 800.
final class ExprParser {
    private static final int LOOSEST = 0;
    private static final int MATCH = 100;
    private static final int COMPARISON = 200;
    private static final int PREFIX = 600;

    private static final Set<TokenKind> AFTER_COMPARISON =
            EnumSet.of(
                    TokenKind.EXCLAMATION,
                    TokenKind.RIGHT_PAREN,
                    TokenKind.COMMA,
                    TokenKind.ARROW,
                    TokenKind.DOUBLE_COLON,
                    TokenKind.ASSIGN,
                    TokenKind.SEMICOLON,
                    TokenKind.LEFT_ARROW,
                    TokenKind.STRICT_LEFT_ARROW,
                    TokenKind.MATCH,
                    TokenKind.FAT_ARROW,
                    TokenKind.RIGHT_BITS,
                    TokenKind.MAYBE_MATCH,
                    TokenKind.RIGHT_BRACKET,
                    TokenKind.AFTER,
                    TokenKind.ANDALSO,
                    TokenKind.CATCH,
                    TokenKind.DOT,
                    TokenKind.ELSE,
                    TokenKind.END_KEYWORD,
                    TokenKind.OF,
                    TokenKind.ORELSE,
                    TokenKind.WHEN,
                    TokenKind.BAR,
                    TokenKind.DOUBLE_BAR,
                    TokenKind.DOUBLE_AMPERSAND,
                    TokenKind.RIGHT_BRACE);

    private final TokenStream in;
    private final LanguageLevel level;
    private final ControlParser control;
    private int comparisonEnd = -1;

    ExprParser(TokenStream in, LanguageLevel level) {
        this.in = in;
        this.level = level;
        this.control = new ControlParser(in, this);
    }

    ControlParser control() {
        return control;
    }

    Expr expr() {
        return expr(LOOSEST, false);
    }

    /// If what was read last is a comparison, then one of the tokens comes that follow one
    /// somewhere. OTP's parser looks at them before it reduces a comparison, which associates with
    /// nothing; what else a form may begin with it judges before it looks behind it.
    void requireAfterComparison() {
        if (comparisonEnd == in.position() && !AFTER_COMPARISON.contains(in.kind())) {
            throw in.syntaxError();
        }
    }

    /// A pattern in the head of a function or a `catch` clause, where the grammar allows less than
    /// in an expression.
    Expr pattern() {
        return expr(MATCH, true);
    }

    /// One or more expressions with commas between them.
    List<Expr> exprs() {
        var exprs = new ArrayList<Expr>();
        do {
            exprs.add(expr());
        } while (in.accept(TokenKind.COMMA));
        return exprs;
    }

    private enum Side {
        LEFT,
        RIGHT,
        NONE
    }

    private static int precedence(TokenKind kind) {
        return switch (kind) {
            case MATCH, EXCLAMATION -> MATCH;
            case ORELSE -> 150;
            case ANDALSO -> 160;
            case EQUAL, NOT_EQUAL, AT_MOST, LESS, AT_LEAST, GREATER, IDENTICAL, NOT_IDENTICAL ->
                    COMPARISON;
            case PLUS_PLUS, MINUS_MINUS -> 300;
            case PLUS, MINUS, BOR, BXOR, BSL, BSR, OR, XOR -> 400;
            case STAR, SLASH, DIV, REM, BAND, AND -> 500;
            default -> -1;
        };
    }

    private static Side side(int precedence) {
        return switch (precedence) {
            case COMPARISON -> Side.NONE;
            case 400, 500 -> Side.LEFT;
            default -> Side.RIGHT;
        };
    }

    /// Any expression whose operators bind at least as tightly as `lowest`.
    private Expr expr(int lowest, boolean pattern) {
        in.enter(1);
        int levels = 1;
        Expr left = operand(pattern);
        boolean compared = false;
        while (true) {
            TokenKind kind = in.kind();
            int precedence = precedence(kind);
            Side side = side(precedence);
            if (compared && side == Side.NONE) {
                throw in.syntaxError(); // wherever the comparison stands, another may not follow
            }
            if (precedence < lowest || pattern && !isPatternOperator(kind)) {
                in.leave(levels);
                return left;
            }
            Token operator = in.next();
            Expr right = expr(side == Side.RIGHT ? precedence : precedence + 1, pattern);
            left = binary(operator, left, right);
            in.enter(1); // the tree grows to the left
            levels++;
            compared = side == Side.NONE;
            if (compared) {
                comparisonEnd = in.position();
            }
        }
    }

    private static boolean isPatternOperator(TokenKind kind) {
        return kind != TokenKind.EXCLAMATION
                && kind != TokenKind.ORELSE
                && kind != TokenKind.ANDALSO;
    }

    private Expr binary(Token operator, Expr left, Expr right) {
        if (operator.is(TokenKind.MATCH)) {
            return new Expr.Match(in.from(Locations.first(left)), left, right);
        }
        return new Expr.Binary(
                in.from(operator), BinaryOperator.of(operator.kind().text()), left, right);
    }

    /// An expression without infix operators around it.
    private Expr operand(boolean pattern) {
        Token token = in.peek();
        switch (token.kind()) {
            case CATCH -> {
                if (pattern) {
                    throw in.syntaxError();
                }
                in.next();
                Expr body = expr(LOOSEST, false);
                return new Expr.Catch(in.from(token), body);
            }
            case PLUS, MINUS, BNOT, NOT -> {
                in.next();
                Expr operand = expr(PREFIX, pattern);
                return new Expr.Unary(
                        in.from(token), UnaryOperator.of(token.kind().text()), operand);
            }
            default -> {
                return pattern ? patternOperand() : postfix();
            }
        }
    }

    private Expr patternOperand() {
        if (in.looksAt(TokenKind.HASH) || in.looksAt(TokenKind.HASH_UNDERSCORE)) {
            return hash();
        }
        return switch (in.kind()) {
            case VARIABLE,
                    CHARACTER,
                    INTEGER,
                    FLOAT,
                    ATOM,
                    STRING,
                    SIGIL_PREFIX,
                    LEFT_BITS,
                    LEFT_BRACKET,
                    LEFT_BRACE ->
                    primary();
            case LEFT_PAREN -> {
                in.next();
                Expr inner = pattern();
                in.expect(TokenKind.RIGHT_PAREN);
                yield inner;
            }
            default -> throw in.syntaxError();
        };
    }

    /// A primary and what is written behind it: record and map suffixes, `:`, arguments. Up to OTP
    /// 28 only a primary is called, or has a function called in it; `f(X)(Y)` and `f(X):g()` are
    /// OTP 29's.
    private Expr postfix() {
        boolean startsWithHash =
                in.looksAt(TokenKind.HASH) || in.looksAt(TokenKind.HASH_UNDERSCORE);
        Expr expr = startsWithHash ? hash() : primary();
        boolean isPrimary = !startsWithHash || expr instanceof Expr.MapComprehension;
        boolean remote = false;
        boolean called = false;
        int levels = 0;
        while (true) {
            switch (in.kind()) {
                case HASH, HASH_UNDERSCORE -> {
                    if (remote || called) {
                        return leave(levels, expr);
                    }
                    expr = hashSuffix(expr);
                    isPrimary = false;
                }
                case COLON -> {
                    if (remote || !isPrimary && !level.callsAnything()) {
                        return leave(levels, expr);
                    }
                    Token colon = in.next();
                    Expr function = primary();
                    expr = new Expr.Remote(in.from(colon), expr, function);
                    remote = true;
                    called = false;
                }
                case LEFT_PAREN -> {
                    if (!isPrimary && !level.callsAnything()) {
                        return leave(levels, expr);
                    }
                    List<Expr> arguments = arguments();
                    expr = new Expr.Call(in.from(Locations.first(expr)), expr, arguments);
                    remote = false;
                    called = true;
                    isPrimary = false;
                }
                default -> {
                    return leave(levels, expr);
                }
            }
            in.enter(1);
            levels++;
        }
    }

    private Expr leave(int levels, Expr expr) {
        in.leave(levels);
        return expr;
    }

    List<Expr> arguments() {
        in.expect(TokenKind.LEFT_PAREN);
        if (in.accept(TokenKind.RIGHT_PAREN)) {
            return List.of();
        }
        List<Expr> arguments = exprs();
        in.expect(TokenKind.RIGHT_PAREN);
        return arguments;
    }

    /// What needs no operator around it, `expr_max` in OTP's grammar.
    Expr primary() {
        Token token = in.peek();
        return switch (token.kind()) {
            case VARIABLE -> {
                in.next();
                yield new Expr.Variable(token.anno(), token.text());
            }
            case ATOM -> atomLiteral();
            case INTEGER -> {
                in.next();
                yield new Expr.IntegerLiteral(token.anno(), (Int) token.value());
            }
            case FLOAT -> {
                in.next();
                yield new Expr.FloatLiteral(token.anno(), (Double) token.value());
            }
            case CHARACTER -> {
                in.next();
                yield new Expr.CharLiteral(token.anno(), (Integer) token.value());
            }
            case STRING -> strings();
            case SIGIL_PREFIX -> sigil();
            case LEFT_BRACKET -> bracket();
            case LEFT_BITS -> {
                in.enter(1); // its segments are primaries again, with no operators in between to
                // count
                Expr bits = bits();
                in.leave(1);
                yield bits;
            }
            case LEFT_BRACE -> tuple();
            case LEFT_PAREN -> {
                in.next();
                Expr inner = expr();
                in.expect(TokenKind.RIGHT_PAREN);
                yield inner;
            }
            case BEGIN, IF, CASE, RECEIVE, FUN, TRY, MAYBE -> control.expression();
            // A comprehension is a primary, a map is not: `#{…}:f()` means nothing.
            case HASH -> {
                int start = in.position();
                if (in.kind(1) == TokenKind.LEFT_BRACE
                        && hash() instanceof Expr.MapComprehension comprehension) {
                    yield comprehension;
                }
                in.rewind(start);
                throw in.syntaxError();
            }
            default -> throw in.syntaxError();
        };
    }

    Expr.AtomLiteral atomLiteral() {
        Token token = in.expect(TokenKind.ATOM);
        return new Expr.AtomLiteral(token.anno(), Atom.of(token.text()));
    }

    /// Adjacent strings are one.
    private Expr strings() {
        Token first = in.next();
        if (!in.looksAt(TokenKind.STRING)) {
            return new Expr.StringLiteral(first.anno(), first.text());
        }
        var all = new StringBuilder(first.text());
        while (in.looksAt(TokenKind.STRING)) {
            all.append(in.next().text());
        }
        return new Expr.StringLiteral(in.from(first), all.toString());
    }

    private Expr sigil() {
        Token prefix = in.next();
        Token string = in.expect(TokenKind.STRING);
        Token suffix = in.expect(TokenKind.SIGIL_SUFFIX);
        boolean binary =
                switch (prefix.text()) {
                    case "", "b", "B" -> true;
                    case "s", "S" -> false;
                    default -> throw TokenStream.bad("illegal sigil prefix", prefix.anno());
                };
        if (!suffix.text().isEmpty()) {
            throw TokenStream.bad("illegal sigil suffix", suffix.anno());
        }
        var text = new Expr.StringLiteral(string.anno(), string.text());
        if (!binary) {
            return text;
        }
        var utf8 = new BinElement.BitType(Atom.of("utf8"), OptionalInt.empty());
        var element = new BinElement(string.anno(), text, Optional.empty(), List.of(utf8));
        return new Expr.BinaryExpr(in.from(prefix), List.of(element));
    }

    private Expr tuple() {
        Token open = in.next();
        if (in.accept(TokenKind.RIGHT_BRACE)) {
            return new Expr.TupleExpr(in.from(open), List.of());
        }
        List<Expr> elements = exprs();
        in.expect(TokenKind.RIGHT_BRACE);
        return new Expr.TupleExpr(in.from(open), elements);
    }

    /// A list or a list comprehension.
    private Expr bracket() {
        Token open = in.next();
        if (in.accept(TokenKind.RIGHT_BRACKET)) {
            return new Expr.NilExpr(in.from(open));
        }
        List<Expr> elements = exprs();
        Expr tail;
        switch (in.kind()) {
            case DOUBLE_BAR -> {
                in.next();
                List<Qualifier> qualifiers = qualifiers();
                in.expect(TokenKind.RIGHT_BRACKET);
                return new Expr.ListComprehension(in.from(open), elements, qualifiers);
            }
            case BAR -> {
                in.next();
                tail = expr();
                in.expect(TokenKind.RIGHT_BRACKET);
            }
            default -> {
                Token close = in.expect(TokenKind.RIGHT_BRACKET);
                tail = new Expr.NilExpr(close.anno());
            }
        }
        var cells = new ArrayList<Expr.ListExpr.Cell>();
        for (Expr element : elements) {
            Anno place = cells.isEmpty() ? open.anno() : Locations.first(element);
            cells.add(new Expr.ListExpr.Cell(in.from(place), element));
        }
        if (tail instanceof Expr.ListExpr(var more, var last)) {
            cells.addAll(more);
            tail = last;
        }
        return new Expr.ListExpr(cells, tail);
    }

    /// A bit string or a binary comprehension.
    private Expr bits() {
        Token open = in.next();
        if (in.accept(TokenKind.RIGHT_BITS)) {
            return new Expr.BinaryExpr(in.from(open), List.of());
        }
        var elements = new ArrayList<BinElement>();
        do {
            boolean prefixed = isPrefix(in.kind());
            Expr value = segmentValue();
            if (elements.isEmpty() && !prefixed && in.accept(TokenKind.DOUBLE_BAR)) {
                List<Qualifier> qualifiers = qualifiers();
                in.expect(TokenKind.RIGHT_BITS);
                return new Expr.BinaryComprehension(in.from(open), value, qualifiers);
            }
            elements.add(segment(value));
        } while (in.accept(TokenKind.COMMA));
        in.expect(TokenKind.RIGHT_BITS);
        return new Expr.BinaryExpr(in.from(open), elements);
    }

    private static boolean isPrefix(TokenKind kind) {
        return kind == TokenKind.PLUS
                || kind == TokenKind.MINUS
                || kind == TokenKind.BNOT
                || kind == TokenKind.NOT;
    }

    private Expr segmentValue() {
        if (!isPrefix(in.kind())) {
            return primary();
        }
        Token operator = in.next();
        Expr operand = primary();
        return new Expr.Unary(in.from(operator), UnaryOperator.of(operator.kind().text()), operand);
    }

    private BinElement segment(Expr value) {
        Optional<Expr> size =
                in.accept(TokenKind.COLON) ? Optional.of(primary()) : Optional.empty();
        var types = new ArrayList<BinElement.BitType>();
        if (in.accept(TokenKind.SLASH)) {
            do {
                Atom name = Atom.of(in.expect(TokenKind.ATOM).text());
                OptionalInt number = OptionalInt.empty();
                if (in.accept(TokenKind.COLON)) {
                    Int value2 = (Int) in.expect(TokenKind.INTEGER).value();
                    number =
                            OptionalInt.of(
                                    value2.isLong() && value2.longValue() <= Integer.MAX_VALUE
                                            ? value2.intValue()
                                            : Integer.MAX_VALUE);
                }
                types.add(new BinElement.BitType(name, number));
            } while (in.accept(TokenKind.MINUS));
        }
        return new BinElement(in.from(Locations.first(value)), value, size, types);
    }

    /// What stands behind `||`.
    private List<Qualifier> qualifiers() {
        var qualifiers = new ArrayList<Qualifier>();
        do {
            Qualifier first = qualifier();
            if (in.looksAt(TokenKind.DOUBLE_AMPERSAND)) {
                var zipped = new ArrayList<Qualifier>();
                zipped.add(first);
                while (in.accept(TokenKind.DOUBLE_AMPERSAND)) {
                    zipped.add(qualifier());
                }
                // OTP places a zip at the comma behind it, or at its first generator when it is the
                // last one.
                Anno place = in.looksAt(TokenKind.COMMA) ? in.peek().anno() : first.anno();
                qualifiers.add(new Qualifier.Zip(place, zipped));
            } else {
                qualifiers.add(first);
            }
        } while (in.accept(TokenKind.COMMA));
        return qualifiers;
    }

    private Qualifier qualifier() {
        Expr left = expr();
        Token arrow = in.peek();
        switch (arrow.kind()) {
            case LEFT_ARROW, STRICT_LEFT_ARROW -> {
                in.next();
                Expr source = expr();
                return new Qualifier.ListGenerator(
                        in.from(arrow), left, source, arrow.is(TokenKind.STRICT_LEFT_ARROW));
            }
            case LEFT_FAT_ARROW, STRICT_LEFT_FAT_ARROW -> {
                if (!(left instanceof Expr.BinaryExpr)) {
                    throw in.syntaxError();
                }
                in.next();
                Expr source = expr();
                return new Qualifier.BinaryGenerator(
                        in.from(arrow), left, source, arrow.is(TokenKind.STRICT_LEFT_FAT_ARROW));
            }
            case ASSIGN -> {
                in.next();
                Expr value = expr();
                var field = new MapField(in.from(arrow), true, left, value);
                Token generator = in.peek();
                if (!generator.is(TokenKind.LEFT_ARROW)
                        && !generator.is(TokenKind.STRICT_LEFT_ARROW)) {
                    throw in.syntaxError();
                }
                in.next();
                Expr source = expr();
                return new Qualifier.MapGenerator(
                        in.from(generator),
                        field,
                        source,
                        generator.is(TokenKind.STRICT_LEFT_ARROW));
            }
            default -> {
                return new Qualifier.Filter(left);
            }
        }
    }

    /// What begins with `#`: a map, a map comprehension, a record or a record index.
    private Expr hash() {
        Token hash = in.next();
        if (hash.is(TokenKind.HASH_UNDERSCORE)) {
            List<RecordField> fields = recordFields();
            return new Expr.RecordCreate(in.from(hash), new RecordName.Any(), fields);
        }
        if (in.looksAt(TokenKind.LEFT_BRACE)) {
            return map(hash);
        }
        RecordName name = recordName();
        if (name instanceof RecordName.Local && in.accept(TokenKind.PERIOD)) {
            Expr.AtomLiteral field = atomLiteral();
            return new Expr.RecordIndex(in.from(hash), name, field);
        }
        List<RecordField> fields = recordFields();
        return new Expr.RecordCreate(in.from(hash), name, fields);
    }

    private Expr map(Token hash) {
        in.expect(TokenKind.LEFT_BRACE);
        if (in.accept(TokenKind.RIGHT_BRACE)) {
            return new Expr.MapCreate(in.from(hash), List.of());
        }
        List<MapField> fields = mapFields();
        if (in.accept(TokenKind.DOUBLE_BAR)) {
            List<Qualifier> qualifiers = qualifiers();
            in.expect(TokenKind.RIGHT_BRACE);
            return new Expr.MapComprehension(in.from(hash), fields, qualifiers);
        }
        in.expect(TokenKind.RIGHT_BRACE);
        return new Expr.MapCreate(in.from(hash), fields);
    }

    private List<MapField> mapFields() {
        var fields = new ArrayList<MapField>();
        do {
            Expr key = expr();
            Token arrow = in.peek();
            if (!arrow.is(TokenKind.FAT_ARROW) && !arrow.is(TokenKind.ASSIGN)) {
                throw in.syntaxError();
            }
            in.next();
            Expr value = expr();
            fields.add(new MapField(in.from(arrow), arrow.is(TokenKind.ASSIGN), key, value));
        } while (in.accept(TokenKind.COMMA));
        return fields;
    }

    /// `#name` or `#module:name` behind the hash. A record's name may be a keyword or look like a
    /// variable.
    RecordName recordName() {
        Token first = in.peek();
        if (first.is(TokenKind.ATOM) && in.kind(1) == TokenKind.COLON) {
            in.next();
            in.next();
            return new RecordName.Remote(Atom.of(first.text()), plainRecordName());
        }
        return new RecordName.Local(plainRecordName());
    }

    Atom plainRecordName() {
        Token token = in.peek();
        if (token.is(TokenKind.ATOM) || token.is(TokenKind.VARIABLE)) {
            in.next();
            return Atom.of(token.text());
        }
        if (token.kind().isKeyword()) {
            in.next();
            return Atom.of(token.kind().text());
        }
        throw in.syntaxError();
    }

    private List<RecordField> recordFields() {
        in.expect(TokenKind.LEFT_BRACE);
        if (in.accept(TokenKind.RIGHT_BRACE)) {
            return List.of();
        }
        var fields = new ArrayList<RecordField>();
        do {
            Token first = in.peek();
            Expr name =
                    first.is(TokenKind.VARIABLE)
                            ? new Expr.Variable(in.next().anno(), first.text())
                            : atomLiteral();
            in.expect(TokenKind.MATCH);
            Expr value = expr();
            fields.add(new RecordField(in.from(first), name, value));
        } while (in.accept(TokenKind.COMMA));
        in.expect(TokenKind.RIGHT_BRACE);
        return fields;
    }

    /// `#…` behind an expression: update of a map or record, or access to a field.
    private Expr hashSuffix(Expr expr) {
        Token hash = in.next();
        RecordName name;
        if (hash.is(TokenKind.HASH_UNDERSCORE)) {
            name = new RecordName.Any();
        } else if (in.accept(TokenKind.LEFT_BRACE)) {
            List<MapField> fields = in.looksAt(TokenKind.RIGHT_BRACE) ? List.of() : mapFields();
            in.expect(TokenKind.RIGHT_BRACE);
            return new Expr.MapUpdate(in.from(hash), expr, fields);
        } else {
            name = recordName();
        }
        if (in.accept(TokenKind.PERIOD)) {
            Expr.AtomLiteral field = atomLiteral();
            return new Expr.RecordAccess(in.from(hash), expr, name, field);
        }
        List<RecordField> fields = recordFields();
        return new Expr.RecordUpdate(in.from(hash), expr, name, fields);
    }
}
