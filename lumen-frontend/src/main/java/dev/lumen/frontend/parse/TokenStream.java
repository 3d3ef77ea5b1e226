package dev.lumen.frontend.parse;

import dev.lumen.frontend.scan.Token;
import dev.lumen.frontend.scan.TokenKind;
import dev.lumen.ir.forms.Anno;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The tokens of a form, read from left to right, and how deep in it the parser is.
final class TokenStream {
    /// Levels of nesting that a form may have. A level takes about a kilobyte of Java stack, here
    /// and in every later walk over the tree; [dev.lumen.ir.DeepStack] has room for many times
    /// that.
    static final int MAX_DEPTH = 10_000;

    private final List<Token> tokens;
    private final Token end;
    private int at;
    private int depth;

    /// `end` is where the file ends, for errors behind the last token.
    TokenStream(List<Token> tokens, Anno end) {
        this.tokens = tokens;
        this.end =
                new Token(TokenKind.END, null, end.line(), end.column(), end.line(), end.column());
    }

    Token peek() {
        return at < tokens.size() ? tokens.get(at) : end;
    }

    Token peek(int ahead) {
        return at + ahead < tokens.size() ? tokens.get(at + ahead) : end;
    }

    TokenKind kind() {
        return peek().kind();
    }

    TokenKind kind(int ahead) {
        return peek(ahead).kind();
    }

    Token next() {
        Token token = peek();
        at++;
        return token;
    }

    boolean looksAt(TokenKind kind) {
        return kind() == kind;
    }

    /// Moves over a token of this kind, if there is one.
    boolean accept(TokenKind kind) {
        boolean found = looksAt(kind);
        if (found) {
            at++;
        }
        return found;
    }

    Token expect(TokenKind kind) {
        if (!looksAt(kind)) {
            throw syntaxError();
        }
        return next();
    }

    int position() {
        return at;
    }

    void rewind(int position) {
        at = position;
    }

    /// The place of a node that begins at `first` and ends with the last token read.
    Anno from(Token first) {
        return from(first.anno());
    }

    /// A location, with the end of the last token read.
    Anno from(Anno first) {
        return first.to(tokens.get(at - 1).anno());
    }

    /// The token at hand fits nowhere.
    ParseError syntaxError() {
        Token token = peek();
        Optional<String> keyword =
                Stream.of(token, at > 0 ? tokens.get(Math.min(at, tokens.size()) - 1) : token)
                        .filter(t -> t.is(TokenKind.MAYBE) || t.is(TokenKind.ELSE))
                        .map(t -> t.kind().text())
                        .findFirst();
        return new ParseError(new ParseProblem.Syntax(TokenText.of(token), keyword, token.anno()));
    }

    static ParseError bad(String what, Anno place) {
        return new ParseError(new ParseProblem.Bad(what, place));
    }

    /// Goes down by some levels; [#leave] comes back.
    void enter(int levels) {
        depth += levels;
        if (depth > MAX_DEPTH) {
            throw new ParseError(new ParseProblem.TooDeep(MAX_DEPTH, peek().anno()));
        }
    }

    void leave(int levels) {
        depth -= levels;
    }
}
