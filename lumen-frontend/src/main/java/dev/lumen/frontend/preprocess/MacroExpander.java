package dev.lumen.frontend.preprocess;

import dev.lumen.frontend.parse.TokenText;
import dev.lumen.frontend.scan.LanguageLevel;
import dev.lumen.frontend.scan.Token;
import dev.lumen.frontend.scan.TokenKind;
import dev.lumen.ir.term.Int;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Replaces the macro calls among the tokens of a form.
///
/// The tokens of a definition take the place of the call, and behind an argument the place of the
/// argument's last token: as if the text had been replaced. Arguments keep their places. What comes
/// out is looked through again, so macros may use macros; one that uses itself, directly or not, is
/// an error found before anything is expanded.
final class MacroExpander {
    /// Tokens one form may grow to: definitions that double each other need few lines for more than
    /// any memory.
    private static final int LARGEST_FORM = 1_000_000;

    private final MacroTable table;
    private final LanguageLevel level;

    /// Macros (`name/arity`) known not to use themselves, as of `checkedVersion`.
    private final Set<String> acyclic = new HashSet<>();

    private int checkedVersion = -1;

    MacroExpander(MacroTable table, LanguageLevel level) {
        this.table = table;
        this.level = level;
    }

    /// What is left to look at: a list that grows and shrinks in front and shares its rest.
    private record Tokens(Token first, Tokens rest) {
        static Tokens of(List<Token> tokens, Tokens rest) {
            Tokens result = rest;
            for (Token token : tokens.reversed()) {
                result = new Tokens(token, result);
            }
            return result;
        }
    }

    /// The function that a form defines, found when it is first asked for.
    private final class Function {
        private final List<Token> form;
        private boolean found;
        private String name;
        private int arity;

        Function(List<Token> form) {
            this.form = form;
        }

        Token value(Token macro) {
            if (!found) {
                find(macro);
                found = true;
            }
            Object value = macro.text().equals("FUNCTION_NAME") ? name : Int.of(arity);
            TokenKind kind =
                    macro.text().equals("FUNCTION_NAME") ? TokenKind.ATOM : TokenKind.INTEGER;
            return new Token(kind, value, 0, 0, 0, 0).at(macro);
        }

        private void find(Token macro) {
            List<Token> tokens = expand(Tokens.of(form, null), null);
            if (tokens.size() > 2
                    && tokens.get(0).is(TokenKind.ATOM)
                    && tokens.get(1).is(TokenKind.LEFT_PAREN)) {
                name = tokens.get(0).text();
                arity = countArguments(tokens.subList(2, tokens.size()));
            } else {
                boolean first = !tokens.isEmpty() && tokens.get(0).is(TokenKind.QUESTION);
                throw new PreprocessError(
                        macro, span -> new PreprocessProblem.NoFunction(macro.text(), first, span));
            }
        }

        private int countArguments(List<Token> tokens) {
            int depth = 1;
            int arity = 0;
            for (Token token : tokens) {
                switch (token.kind()) {
                    case LEFT_PAREN, LEFT_BRACE, LEFT_BRACKET, LEFT_BITS -> {
                        depth++;
                        arity = level.countsEmptyFirstArgument() ? Math.max(arity, 1) : arity;
                    }
                    case RIGHT_PAREN, RIGHT_BRACE, RIGHT_BRACKET, RIGHT_BITS -> {
                        if (--depth == 0) {
                            return arity;
                        }
                    }
                    case COMMA -> {
                        if (depth == 1) {
                            arity++;
                        }
                    }
                    default -> arity = Math.max(arity, 1);
                }
            }
            return arity;
        }
    }

    /// The form without macro calls. Throws [PreprocessError].
    List<Token> expand(List<Token> form) {
        return form.stream().noneMatch(t -> t.is(TokenKind.QUESTION))
                ? form
                : expand(Tokens.of(form, null), new Function(form));
    }

    /// With `function` null, the macros that ask for it stay.
    private List<Token> expand(Tokens start, Function function) {
        var out = new ArrayList<Token>();
        Tokens rest = start;
        int steps = 0;
        while (rest != null) {
            Token token = rest.first;
            // At the end of a file without a full stop it is up to the parser.
            if (!token.is(TokenKind.QUESTION) || rest.rest == null) {
                out.add(token);
                rest = rest.rest;
                continue;
            }
            Token name = rest.rest.first;
            if (!name.is(TokenKind.ATOM) && !name.is(TokenKind.VARIABLE)) {
                throw new PreprocessError(
                        name,
                        span -> new PreprocessProblem.IllegalMacroCall("?" + shown(name), span));
            }
            Tokens behind = rest.rest.rest;
            if (name.is(TokenKind.VARIABLE)) {
                switch (name.text()) {
                    case "LINE" -> {
                        out.add(
                                new Token(TokenKind.INTEGER, Int.of(name.line()), 0, 0, 0, 0)
                                        .at(name));
                        rest = behind;
                        continue;
                    }
                    case "FUNCTION_NAME", "FUNCTION_ARITY" -> {
                        if (function == null) {
                            out.add(token);
                            out.add(name);
                        } else {
                            out.add(function.value(name));
                        }
                        rest = behind;
                        continue;
                    }
                    default -> {}
                }
            }
            rest = call(name, behind, function);
            if (++steps + out.size() > LARGEST_FORM) {
                throw new PreprocessError(
                        name,
                        span -> new PreprocessProblem.Malformed("macro expansion too large", span));
            }
        }
        return out;
    }

    /// The tokens behind the name of a call, with the call replaced.
    private Tokens call(Token name, Tokens behind, Function function) {
        Macro macro = select(name, behind);
        checkAcyclic(name, macro);
        if (macro.parameters() == null) {
            List<Token> body = substitute(macro.body(), name, Map.of());
            return Tokens.of(expand(Tokens.of(body, null), function), behind);
        }
        var arguments = new HashMap<String, List<Token>>();
        Tokens rest = behind.rest; // behind the parenthesis, which select has seen
        for (String parameter : macro.parameters()) {
            var argument = new ArrayList<Token>();
            rest = argument(rest, argument);
            if (argument.isEmpty()) {
                throw new PreprocessError(
                        name, span -> new PreprocessProblem.ArgumentMismatch(name.text(), span));
            }
            arguments.put(parameter, argument);
            rest = rest.rest; // the comma or the closing parenthesis
        }
        if (macro.parameters().isEmpty()) {
            rest = rest.rest;
        }
        return Tokens.of(substitute(macro.body(), name, arguments), rest);
    }

    private Macro select(Token name, Tokens behind) {
        String text = name.text();
        int arity = countArguments(name, behind);
        Map<Integer, Macro> overloads = table.overloads(text);
        if (overloads != null) {
            Macro plain = overloads.get(Macro.NO_ARGUMENTS);
            Macro macro = overloads.size() == 1 && plain != null ? plain : overloads.get(arity);
            if (macro == null) {
                throw new PreprocessError(
                        name, span -> new PreprocessProblem.ArgumentMismatch(text, span));
            }
            return macro;
        }
        Macro predefined = table.predefined(text);
        if (predefined == null) {
            throw new PreprocessError(
                    name, span -> new PreprocessProblem.UndefinedMacro(text, arity, span));
        }
        return predefined;
    }

    /// Throws [PreprocessError] if a macro call in the body of a definition has arguments that
    /// can't be told apart, which is said where the macro is defined.
    static void checkCalls(List<Token> body) {
        for (Tokens rest = Tokens.of(body, null); rest != null; rest = rest.rest) {
            Tokens name = rest.first.is(TokenKind.QUESTION) ? rest.rest : null;
            if (name != null && name.first.is(TokenKind.QUESTION)) {
                rest = name;
            } else if (name != null
                    && (name.first.is(TokenKind.ATOM) || name.first.is(TokenKind.VARIABLE))) {
                countArguments(name.first, name.rest);
                rest = name;
            }
        }
    }

    /// How many arguments stand behind a name; [Macro#NO_ARGUMENTS] when there is no parenthesis.
    private static int countArguments(Token name, Tokens behind) {
        if (behind == null || !behind.first.is(TokenKind.LEFT_PAREN)) {
            return Macro.NO_ARGUMENTS;
        }
        Tokens rest = behind.rest;
        if (rest != null && rest.first.is(TokenKind.RIGHT_PAREN)) {
            return 0;
        }
        int count = 0;
        while (true) {
            var argument = new ArrayList<Token>();
            rest = argument(rest, argument);
            boolean missing =
                    argument.isEmpty()
                            && (count == 0 || rest != null && rest.first.is(TokenKind.RIGHT_PAREN));
            if (rest == null || missing) {
                throw new PreprocessError(
                        name, span -> new PreprocessProblem.MalformedArgument(name.text(), span));
            }
            count++;
            if (rest.first.is(TokenKind.RIGHT_PAREN)) {
                return count;
            }
            rest = rest.rest;
        }
    }

    /// Collects the tokens of an argument: up to a comma or closing parenthesis that is not within
    /// brackets or a construct that ends with `end`. Returns what is left from there; null when
    /// there is no such token.
    private static Tokens argument(Tokens start, List<Token> into) {
        Deque<TokenKind> open = new ArrayDeque<>();
        Tokens rest = start;
        while (rest != null) {
            Token token = rest.first;
            TokenKind kind = token.kind();
            if (open.isEmpty() && (kind == TokenKind.COMMA || kind == TokenKind.RIGHT_PAREN)) {
                return rest;
            }
            if (open.peek() == TokenKind.FUN) {
                // `fun (` begins a fun, or a type, which has no `end`: what comes next tells.
                switch (kind) {
                    case WHEN, ARROW -> {
                        open.pop();
                        open.push(TokenKind.END_KEYWORD);
                    }
                    case COMMA, RIGHT_PAREN -> {
                        open.pop();
                        continue;
                    }
                    default -> {}
                }
            }
            TokenKind close = closing(rest);
            if (close != null) {
                open.push(close);
            } else if (!open.isEmpty() && open.peek() == kind) {
                open.pop();
            }
            into.add(token);
            rest = rest.rest;
        }
        return null;
    }

    /// The token that ends what this one begins; null when it begins nothing.
    private static TokenKind closing(Tokens tokens) {
        return switch (tokens.first.kind()) {
            case LEFT_PAREN -> TokenKind.RIGHT_PAREN;
            case LEFT_BITS -> TokenKind.RIGHT_BITS;
            case LEFT_BRACKET -> TokenKind.RIGHT_BRACKET;
            case LEFT_BRACE -> TokenKind.RIGHT_BRACE;
            case BEGIN, IF, CASE, RECEIVE, TRY, COND, MAYBE -> TokenKind.END_KEYWORD;
            case FUN -> {
                Tokens next = tokens.rest;
                if (next != null && next.first.is(TokenKind.LEFT_PAREN)) {
                    yield TokenKind.FUN;
                }
                boolean named =
                        next != null
                                && next.first.is(TokenKind.VARIABLE)
                                && next.rest != null
                                && next.rest.first.is(TokenKind.LEFT_PAREN);
                yield named ? TokenKind.END_KEYWORD : null;
            }
            default -> null;
        };
    }

    private static List<Token> substitute(
            List<Token> body, Token call, Map<String, List<Token>> arguments) {
        var out = new ArrayList<Token>(body.size());
        Token place = call;
        for (int i = 0; i < body.size(); i++) {
            Token token = body.get(i);
            boolean quotes =
                    token.is(TokenKind.QUESTION)
                            && i + 2 < body.size()
                            && body.get(i + 1).is(TokenKind.QUESTION)
                            && body.get(i + 2).is(TokenKind.VARIABLE);
            Token name = quotes ? body.get(i + 2) : token;
            List<Token> argument = name.is(TokenKind.VARIABLE) ? arguments.get(name.text()) : null;
            if (quotes) {
                i += 2;
            }
            if (argument == null) {
                out.add(name.at(place));
            } else if (quotes) {
                out.add(new Token(TokenKind.STRING, text(argument), 0, 0, 0, 0).at(place));
            } else {
                out.addAll(argument);
                place = argument.isEmpty() ? place : argument.getLast();
            }
        }
        return out;
    }

    /// What `??Argument` stands for: the tokens as text, one space between them.
    private static String text(List<Token> tokens) {
        var out = new StringBuilder();
        for (Token token : tokens) {
            if (!out.isEmpty()) {
                out.append(' ');
            }
            out.append(
                    token.kind().text() != null
                            ? token.kind().text()
                            : switch (token.kind()) {
                                case DOT -> ".";
                                default -> TokenText.of(token);
                            });
        }
        return out.toString();
    }

    private void checkAcyclic(Token name, Macro macro) {
        if (checkedVersion != table.version()) {
            acyclic.clear();
            checkedVersion = table.version();
        }
        check(name, name.text(), macro, new HashSet<>());
    }

    private void check(Token call, String name, Macro macro, Set<String> path) {
        String key = name + "/" + macro.arity();
        if (acyclic.contains(key)) {
            return;
        }
        if (!path.add(key)) {
            throw new PreprocessError(
                    call, span -> new PreprocessProblem.CircularMacro(name, macro.arity(), span));
        }
        Tokens rest = Tokens.of(macro.body(), null);
        while (rest != null) {
            Token token = rest.first;
            rest = rest.rest;
            if (!token.is(TokenKind.QUESTION) || rest == null) {
                continue;
            }
            Token used = rest.first;
            rest = rest.rest;
            if (!used.is(TokenKind.ATOM) && !used.is(TokenKind.VARIABLE)) {
                continue;
            }
            Map<Integer, Macro> overloads = table.overloads(used.text());
            if (overloads != null) {
                Macro next = overloads.get(countArguments(used, rest));
                next = next != null ? next : overloads.get(Macro.NO_ARGUMENTS);
                if (next != null) {
                    check(call, used.text(), next, path);
                }
            }
        }
        path.remove(key);
        acyclic.add(key);
    }

    /// As OTP names a token that no macro's name is: by its value.
    private static String shown(Token token) {
        return switch (token.kind()) {
            case DOT -> "dot";
            case CHARACTER -> token.value().toString();
            case STRING -> token.text().isEmpty() ? "[]" : TokenText.of(token);
            default -> TokenText.of(token);
        };
    }
}
