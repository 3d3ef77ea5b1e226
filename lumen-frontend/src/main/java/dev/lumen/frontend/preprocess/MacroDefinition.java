package dev.lumen.frontend.preprocess;

import dev.lumen.frontend.scan.Token;
import dev.lumen.frontend.scan.TokenKind;

import java.util.ArrayList;
import java.util.List;

/// Reads `-define(Name, tokens).` and `-define(Name(Parameters), tokens).`
final class MacroDefinition {
    private final List<Token> tokens;
    private int at;
    private Token last;

    private MacroDefinition(Token directive, List<Token> tokens) {
        this.tokens = tokens;
        this.last = directive;
    }

    /// Puts the definition into the table. Throws [PreprocessError].
    static void read(Token directive, List<Token> rest, MacroTable table) {
        new MacroDefinition(directive, rest).read(table);
    }

    private void read(MacroTable table) {
        expect(TokenKind.LEFT_PAREN);
        if (!looksAt(TokenKind.ATOM) && !looksAt(TokenKind.VARIABLE)) {
            throw malformed();
        }
        Token name = next();
        List<String> parameters = null;
        if (looksAt(TokenKind.LEFT_PAREN)) {
            parameters = parameters();
            if (!looksAt(TokenKind.COMMA)) {
                throw error("badly formed define: missing comma");
            }
        }
        expect(TokenKind.COMMA);
        var macro = new Macro(parameters, body());
        MacroExpander.checkCalls(macro.body());
        switch (table.define(name.text(), macro)) {
            case DEFINED -> {}
            case REDEFINED -> throw redefined(name, false);
            case PREDEFINED -> throw redefined(name, true);
        }
    }

    private static PreprocessError redefined(Token name, boolean predefined) {
        return new PreprocessError(
                name, span -> new PreprocessProblem.RedefinedMacro(name.text(), predefined, span));
    }

    private List<String> parameters() {
        next();
        var names = new ArrayList<String>();
        if (looksAt(TokenKind.RIGHT_PAREN)) {
            next();
            return names;
        }
        while (true) {
            if (!looksAt(TokenKind.VARIABLE)) {
                throw malformed();
            }
            Token name = next();
            if (names.contains(name.text())) {
                throw new PreprocessError(
                        name, span -> new PreprocessProblem.DuplicateParameter(name.text(), span));
            }
            names.add(name.text());
            if (looksAt(TokenKind.RIGHT_PAREN)) {
                next();
                return names;
            }
            if (!looksAt(TokenKind.COMMA)
                    || at + 1 < tokens.size() && !tokens.get(at + 1).is(TokenKind.VARIABLE)) {
                throw malformed();
            }
            next();
        }
    }

    /// Everything up to the last parenthesis before the full stop.
    private List<Token> body() {
        int end = tokens.size() - 2;
        if (!tokens.getLast().is(TokenKind.DOT)) {
            last = tokens.getLast();
            at = tokens.size();
            throw error("premature end");
        }
        if (end < at || !tokens.get(end).is(TokenKind.RIGHT_PAREN)) {
            at = tokens.size() - 1;
            throw error("badly formed define: missing closing right parenthesis");
        }
        return List.copyOf(tokens.subList(at, end));
    }

    private boolean looksAt(TokenKind kind) {
        return at < tokens.size() && tokens.get(at).is(kind);
    }

    private Token next() {
        last = tokens.get(at++);
        return last;
    }

    private void expect(TokenKind kind) {
        if (!looksAt(kind)) {
            throw malformed();
        }
        next();
    }

    private PreprocessError malformed() {
        return error("badly formed 'define'");
    }

    private PreprocessError error(String message) {
        Token place = at < tokens.size() ? tokens.get(at) : last;
        return new PreprocessError(place, span -> new PreprocessProblem.Malformed(message, span));
    }
}
