package dev.lumen.frontend.preprocess;

import dev.lumen.frontend.scan.LanguageLevel;
import dev.lumen.frontend.scan.Token;
import dev.lumen.frontend.scan.TokenKind;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Bits;
import dev.lumen.ir.term.FloatTerm;
import dev.lumen.ir.term.Fun;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.ListTerm;
import dev.lumen.ir.term.MapTerm;
import dev.lumen.ir.term.Nil;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.Tuple;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The macros that are defined at some point of a source. A name has several when they differ in
/// arity.
final class MacroTable {
    /// Predefined without a value until the module has a name, or expanded specially.
    private static final Set<String> PREDEFINED =
            Set.of(
                    "FILE",
                    "LINE",
                    "MODULE",
                    "MODULE_STRING",
                    "BASE_MODULE",
                    "BASE_MODULE_STRING",
                    "FUNCTION_NAME",
                    "FUNCTION_ARITY",
                    "MACHINE",
                    "BEAM",
                    "OTP_RELEASE");

    private final Map<String, Map<Integer, Macro>> macros = new HashMap<>();
    private final Map<String, Macro> predefined = new HashMap<>();

    /// Changes with every definition, so that what was derived from the table can be told to be
    /// old.
    private int version;

    MacroTable(LanguageLevel level) {
        setPredefined("MACHINE", token(TokenKind.ATOM, "BEAM"));
        setPredefined("BEAM", token(TokenKind.ATOM, "true"));
        setPredefined("OTP_RELEASE", token(TokenKind.INTEGER, Int.of(level.otpRelease())));
        setPredefined("LINE", token(TokenKind.INTEGER, Int.of(1)));
    }

    private static Token token(TokenKind kind, Object value) {
        return new Token(kind, value, 1, 1, 1, 1);
    }

    void setFile(String name) {
        setPredefined("FILE", token(TokenKind.STRING, name));
    }

    void setModule(String name) {
        setPredefined("MODULE", token(TokenKind.ATOM, name));
        setPredefined("MODULE_STRING", token(TokenKind.STRING, name));
    }

    private void setPredefined(String name, Token... body) {
        predefined.put(name, new Macro(null, List.of(body)));
        version++;
    }

    /// `?FEATURE_AVAILABLE(X)` or `?FEATURE_ENABLED(X)`.
    void setFeatures(String name, List<String> features) {
        var body = new ArrayList<Token>();
        if (features.isEmpty()) {
            body.add(token(TokenKind.ATOM, "false"));
        } else {
            body.add(token(TokenKind.LEFT_PAREN, null));
            for (String feature : features) {
                if (body.size() > 1) {
                    body.add(token(TokenKind.ORELSE, null));
                }
                body.add(token(TokenKind.LEFT_PAREN, null));
                body.add(token(TokenKind.VARIABLE, "X"));
                body.add(token(TokenKind.RIGHT_PAREN, null));
                body.add(token(TokenKind.EQUAL, null));
                body.add(token(TokenKind.ATOM, feature));
            }
            body.add(token(TokenKind.RIGHT_PAREN, null));
        }
        macros.put(name, new HashMap<>(Map.of(1, new Macro(List.of("X"), body))));
        version++;
    }

    /// What a definition does to the table.
    enum Outcome {
        DEFINED,
        REDEFINED,
        PREDEFINED
    }

    Outcome define(String name, Macro macro) {
        if (PREDEFINED.contains(name)) {
            return Outcome.PREDEFINED;
        }
        boolean isNew =
                macros.computeIfAbsent(name, _ -> new HashMap<>()).putIfAbsent(macro.arity(), macro)
                        == null;
        version++;
        return isNew ? Outcome.DEFINED : Outcome.REDEFINED;
    }

    /// Defines a macro that stands for a term. False when the name is taken.
    boolean define(String name, Term value) {
        var body = new ArrayList<Token>();
        tokens(value, body);
        return define(name, new Macro(null, body)) == Outcome.DEFINED;
    }

    void undefine(String name) {
        macros.remove(name);
        predefined.remove(name);
        version++;
    }

    /// As `-ifdef` sees it.
    boolean isDefined(String name) {
        return macros.containsKey(name) || predefined.containsKey(name);
    }

    /// As `defined(name)` in `-if` sees it: predefined names count even without a value.
    boolean isKnown(String name) {
        return isDefined(name) || PREDEFINED.contains(name);
    }

    /// The user's macros of a name by arity; null when there is none.
    Map<Integer, Macro> overloads(String name) {
        return macros.get(name);
    }

    /// The predefined macro of a name; null when there is none, or it has no value yet.
    Macro predefined(String name) {
        return predefined.get(name);
    }

    int version() {
        return version;
    }

    private static void tokens(Term value, List<Token> out) {
        switch (value) {
            case Atom(var name) -> out.add(token(TokenKind.ATOM, name));
            case Int i -> {
                if (i.signum() < 0) {
                    out.add(token(TokenKind.MINUS, null));
                }
                out.add(token(TokenKind.INTEGER, Int.of(i.bigValue().abs())));
            }
            case FloatTerm(double f) -> out.add(token(TokenKind.FLOAT, f));
            case Nil _ -> {
                out.add(token(TokenKind.LEFT_BRACKET, null));
                out.add(token(TokenKind.RIGHT_BRACKET, null));
            }
            case ListTerm(var elements, var tail) -> {
                String text = text(elements, tail);
                if (text != null) {
                    out.add(token(TokenKind.STRING, text));
                    return;
                }
                out.add(token(TokenKind.LEFT_BRACKET, null));
                list(elements, out);
                if (!(tail instanceof Nil)) {
                    out.add(token(TokenKind.BAR, null));
                    tokens(tail, out);
                }
                out.add(token(TokenKind.RIGHT_BRACKET, null));
            }
            case Tuple(var elements) -> {
                out.add(token(TokenKind.LEFT_BRACE, null));
                list(elements, out);
                out.add(token(TokenKind.RIGHT_BRACE, null));
            }
            case MapTerm map -> {
                out.add(token(TokenKind.HASH, null));
                out.add(token(TokenKind.LEFT_BRACE, null));
                for (int i = 0; i < map.size(); i++) {
                    if (i > 0) {
                        out.add(token(TokenKind.COMMA, null));
                    }
                    tokens(map.keys().get(i), out);
                    out.add(token(TokenKind.FAT_ARROW, null));
                    tokens(map.values().get(i), out);
                }
                out.add(token(TokenKind.RIGHT_BRACE, null));
            }
            case Bits bits -> {
                out.add(token(TokenKind.LEFT_BITS, null));
                for (int i = 0; i < bits.byteLength(); i++) {
                    if (i > 0) {
                        out.add(token(TokenKind.COMMA, null));
                    }
                    int spare = (int) Math.max(0, (i + 1) * 8L - bits.bitLength());
                    out.add(token(TokenKind.INTEGER, Int.of(bits.byteAt(i) >> spare)));
                    if (spare > 0) {
                        out.add(token(TokenKind.COLON, null));
                        out.add(token(TokenKind.INTEGER, Int.of(8 - spare)));
                    }
                }
                out.add(token(TokenKind.RIGHT_BITS, null));
            }
            case dev.lumen.ir.term.RecordTerm _,
                    Fun _,
                    dev.lumen.ir.term.Pid _,
                    dev.lumen.ir.term.Port _,
                    dev.lumen.ir.term.Ref _ ->
                    throw new IllegalArgumentException("not a value for a macro: " + value);
        }
    }

    private static void list(List<Term> elements, List<Token> out) {
        for (int i = 0; i < elements.size(); i++) {
            if (i > 0) {
                out.add(token(TokenKind.COMMA, null));
            }
            tokens(elements.get(i), out);
        }
    }

    private static String text(List<Term> elements, Term tail) {
        var out = new StringBuilder();
        for (Term element : elements) {
            if (!(element instanceof Int c)
                    || !c.isLong()
                    || c.longValue() < 0
                    || c.longValue() > 0x10ffff) {
                return null;
            }
            out.appendCodePoint(c.intValue());
        }
        return tail instanceof Nil ? out.toString() : null;
    }
}
