package dev.lumen.frontend.scan;

import java.util.HashMap;
import java.util.Map;

/// What a token is. The kinds with a text are always written so; the others carry a value.
public enum TokenKind {
    ATOM(null),
    VARIABLE(null),
    INTEGER(null),
    FLOAT(null),
    CHARACTER(null),
    STRING(null),
    /// `~`, `~b` … before a string; the value is the letters.
    SIGIL_PREFIX(null),
    /// What follows the string of a sigil, mostly nothing; the value is the letters.
    SIGIL_SUFFIX(null),
    /// The end of a form: a full stop before white space, a comment or the end of the file.
    DOT(null),
    /// The end of the tokens. The scanner does not make it; the parser puts it behind the last
    /// token.
    END(null),
    /// A character that is a token in no construct; the value is the character.
    STRAY(null),

    LEFT_PAREN("("),
    RIGHT_PAREN(")"),
    LEFT_BRACE("{"),
    RIGHT_BRACE("}"),
    LEFT_BRACKET("["),
    RIGHT_BRACKET("]"),
    LEFT_BITS("<<"),
    RIGHT_BITS(">>"),
    COMMA(","),
    SEMICOLON(";"),
    COLON(":"),
    DOUBLE_COLON("::"),
    ARROW("->"),
    FAT_ARROW("=>"),
    ASSIGN(":="),
    BAR("|"),
    DOUBLE_BAR("||"),
    DOUBLE_AMPERSAND("&&"),
    LEFT_ARROW("<-"),
    STRICT_LEFT_ARROW("<:-"),
    LEFT_FAT_ARROW("<="),
    STRICT_LEFT_FAT_ARROW("<:="),
    HASH("#"),
    HASH_UNDERSCORE("#_"),
    PERIOD("."),
    DOUBLE_PERIOD(".."),
    ELLIPSIS("..."),
    QUESTION("?"),
    MAYBE_MATCH("?="),
    MATCH("="),
    EXCLAMATION("!"),
    EQUAL("=="),
    NOT_EQUAL("/="),
    AT_MOST("=<"),
    LESS("<"),
    AT_LEAST(">="),
    GREATER(">"),
    IDENTICAL("=:="),
    NOT_IDENTICAL("=/="),
    PLUS_PLUS("++"),
    MINUS_MINUS("--"),
    PLUS("+"),
    MINUS("-"),
    STAR("*"),
    SLASH("/"),

    AFTER("after"),
    AND("and"),
    ANDALSO("andalso"),
    BAND("band"),
    BEGIN("begin"),
    BNOT("bnot"),
    BOR("bor"),
    BSL("bsl"),
    BSR("bsr"),
    BXOR("bxor"),
    CASE("case"),
    CATCH("catch"),
    COND("cond"),
    DIV("div"),
    ELSE("else"),
    END_KEYWORD("end"),
    FUN("fun"),
    IF("if"),
    LET("let"),
    MAYBE("maybe"),
    NOT("not"),
    OF("of"),
    OR("or"),
    ORELSE("orelse"),
    RECEIVE("receive"),
    REM("rem"),
    TRY("try"),
    WHEN("when"),
    XOR("xor");

    private static final Map<String, TokenKind> KEYWORDS = new HashMap<>();

    static {
        for (var kind : values()) {
            if (kind.isKeyword()) {
                KEYWORDS.put(kind.text, kind);
            }
        }
    }

    private final String text;

    TokenKind(String text) {
        this.text = text;
    }

    /// How it is written; null when that varies.
    public String text() {
        return text;
    }

    public boolean isKeyword() {
        return text != null && Character.isLetter(text.charAt(0));
    }

    /// The keyword of this spelling; null when there is none.
    static TokenKind keyword(String word) {
        return KEYWORDS.get(word);
    }
}
