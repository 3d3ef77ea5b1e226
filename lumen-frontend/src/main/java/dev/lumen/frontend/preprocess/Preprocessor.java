package dev.lumen.frontend.preprocess;

import dev.lumen.frontend.parse.AttributeValue;
import dev.lumen.frontend.parse.FormParser;
import dev.lumen.frontend.parse.ParseError;
import dev.lumen.frontend.scan.ScanProblem;
import dev.lumen.frontend.scan.Scanner;
import dev.lumen.frontend.scan.Token;
import dev.lumen.frontend.scan.TokenKind;
import dev.lumen.ir.diag.Diagnostic;
import dev.lumen.ir.diag.Position;
import dev.lumen.ir.diag.SourceText;
import dev.lumen.ir.forms.Anno;
import dev.lumen.ir.forms.Expr;
import dev.lumen.ir.forms.Form;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.Term;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;

/// Reads a source and what it includes, one form after the other, and carries out the directives.
///
/// Problems are reported and the form they are in is left out. Mutable, for one thread.
public final class Preprocessor {
    /// Files within one another, as in OTP.
    private static final int MAX_INCLUDES = 8;

    /// After one of these, `-feature` may still come.
    private static final Set<String> PREFIX =
            Set.of(
                    "module",
                    "feature",
                    "if",
                    "else",
                    "elif",
                    "endif",
                    "ifdef",
                    "ifndef",
                    "define",
                    "undef",
                    "include",
                    "include_lib",
                    "doc",
                    "moduledoc");

    /// What comes next.
    public sealed interface Event {
        /// A form for the parser, full stop included; `file` is where it stands.
        record Tokens(List<Token> tokens, String file) implements Event {}

        /// A form that needs no parsing.
        record Ready(Form form) implements Event {}

        /// The end of the source. There is nothing behind it.
        record End(Anno anno) implements Event {}
    }

    /// A file that is being read.
    private static final class Reading {
        final SourceText source;
        final Scanner scanner;
        final List<ScanProblem> problems = new ArrayList<>();
        final Deque<String> conditions = new ArrayDeque<>();

        /// What `-file` in the source calls it.
        String claimedName;

        /// How many lines `-file` has moved the count.
        int delta;

        Reading(SourceText source, PreprocessorOptions options) {
            this.source = source;
            this.scanner = new Scanner(source, options.level(), problems::add);
            this.claimedName = source.file();
        }
    }

    private final PreprocessorOptions options;
    private final Consumer<Diagnostic> diagnostics;
    private final Consumer<SourceText> sources;
    private final Features features;
    private final MacroTable macros;
    private final MacroExpander expander;
    private final Deque<Reading> files = new ArrayDeque<>();
    private final Queue<Event> ready = new ArrayDeque<>();
    private boolean inPrefix = true;
    private boolean ended;

    /// `sources` hears of every text that is read, for renderers to quote.
    public Preprocessor(
            SourceFile file,
            PreprocessorOptions options,
            Consumer<Diagnostic> diagnostics,
            Consumer<SourceText> sources) {
        this.options = options;
        this.diagnostics = diagnostics;
        this.sources = sources;
        this.features = new Features(options.level(), options.features());
        this.macros = new MacroTable(options.level());
        this.expander = new MacroExpander(macros, options.level());
        macros.setFeatures("FEATURE_AVAILABLE", features.available());
        macros.setFeatures("FEATURE_ENABLED", features.enabled());
        options.macros()
                .forEach((name, value) -> {
                    if (!macros.define(name, value)) {
                        throw new IllegalArgumentException(
                                "macro defined twice or predefined: " + name);
                    }
                });
        enter(file);
    }

    /// The next form; the last event is always [Event.End].
    public Event next() {
        while (ready.isEmpty()) {
            if (ended) {
                throw new IllegalStateException("read past the end");
            }
            step();
        }
        return ready.remove();
    }

    private Reading file() {
        return files.getFirst();
    }

    private void enter(SourceFile included) {
        sources.accept(included.source());
        included.problem().ifPresent(p -> diagnostics.accept(p.toDiagnostic()));
        var reading = new Reading(included.source(), options);
        files.push(reading);
        setKeywords();
        macros.setFile(included.source().file());
        ready.add(fileAttribute(Anno.at(1, 1), included.source().file(), 1));
    }

    private void setKeywords() {
        for (String feature : List.of(Features.MAYBE)) {
            for (TokenKind keyword : Features.keywords(feature)) {
                file().scanner.enable(keyword, features.isEnabled(feature));
            }
        }
    }

    private static Event fileAttribute(Anno anno, String name, int line) {
        return new Event.Ready(
                new Form.Attribute(
                        anno, Atom.of("file"), Term.tuple(Term.string(name), Term.of(line))));
    }

    private void step() {
        Scanner.FormTokens form = file().scanner.nextForm();
        file().problems.forEach(p -> diagnostics.accept(p.toDiagnostic()));
        file().problems.clear();
        if (form == null) {
            leave();
            return;
        }
        if (form.broken() || form.tokens().isEmpty()) {
            return;
        }
        try {
            form(form.tokens());
        } catch (PreprocessError e) {
            diagnostics.accept(e.problem(file().claimedName).toDiagnostic());
        }
    }

    private void leave() {
        Reading left = file();
        Position end = left.scanner.position();
        Token place =
                new Token(TokenKind.END, null, end.line(), end.column(), end.line(), end.column());
        for (String condition : left.conditions) {
            diagnostics.accept(
                    new PreprocessProblem.IllegalConditional(
                                    "unterminated", condition, place.anno().span(left.claimedName))
                            .toDiagnostic());
        }
        if (files.size() == 1) {
            ended = true;
            ready.add(new Event.End(Anno.at(end.line(), end.column())));
            return;
        }
        files.pop();
        setKeywords();
        Reading back = file();
        Position at = back.scanner.position();
        Anno here = Anno.at(at.line() + back.delta, at.column());
        macros.setFile(back.claimedName);
        ready.add(fileAttribute(here, back.source.file(), here.line()));
        if (!back.claimedName.equals(back.source.file())) {
            ready.add(fileAttribute(here.asGenerated(), back.claimedName, at.line()));
        }
    }

    private void form(List<Token> tokens) {
        if (tokens.size() > 1 && tokens.get(0).is(TokenKind.MINUS)) {
            Token name = tokens.get(1);
            List<Token> rest = tokens.subList(2, tokens.size());
            if (name.is(TokenKind.ATOM) && directive(name, rest)) {
                return;
            }
            if (name.is(TokenKind.IF)) {
                condition(name, rest);
                return;
            }
            if (name.is(TokenKind.ELSE)) {
                otherwise(name, rest);
                return;
            }
        }
        List<Token> expanded = expander.expand(tokens);
        inPrefix &=
                expanded.size() > 1
                        && expanded.get(0).is(TokenKind.MINUS)
                        && expanded.get(1).is(TokenKind.ATOM)
                        && PREFIX.contains(expanded.get(1).text());
        rememberModule(expanded);
        ready.add(new Event.Tokens(expanded, file().claimedName));
    }

    private void rememberModule(List<Token> tokens) {
        if (tokens.size() > 4
                && tokens.get(0).is(TokenKind.MINUS)
                && tokens.get(1).isAtom("module")
                && tokens.get(2).is(TokenKind.LEFT_PAREN)
                && tokens.get(3).is(TokenKind.ATOM)
                && (tokens.get(4).is(TokenKind.RIGHT_PAREN) || tokens.get(4).is(TokenKind.COMMA))) {
            macros.setModule(tokens.get(3).text());
        }
    }

    /// Carries out a directive; false when the name is not one.
    private boolean directive(Token name, List<Token> rest) {
        switch (name.text()) {
            case "define" -> MacroDefinition.read(name, rest, macros);
            case "undef" -> {
                inPrefix = false;
                macros.undefine(macroName(name, rest));
            }
            case "error", "warning" -> userMessage(name, rest);
            case "include" -> include(name, rest, false);
            case "include_lib" -> include(name, rest, true);
            case "ifdef" -> ifDefined(name, rest, true);
            case "ifndef" -> ifDefined(name, rest, false);
            case "else" -> otherwise(name, rest);
            case "elif" -> elseIf(name);
            case "endif" -> endIf(name, rest);
            case "file" -> claimFile(name, expander.expand(rest));
            case "feature" -> feature(name, rest);
            case "doc", "moduledoc" -> {
                return documentationFile(name, rest);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static PreprocessError malformed(Token place, Token directive) {
        return malformed(place, directive.is(TokenKind.IF) ? "if" : directiveName(directive));
    }

    private static PreprocessError malformed(Token place, String directive) {
        return new PreprocessError(
                place,
                span -> new PreprocessProblem.Malformed("badly formed '" + directive + "'", span));
    }

    private static String directiveName(Token directive) {
        return directive.is(TokenKind.ATOM) ? directive.text() : directive.kind().text();
    }

    /// Checks the tokens of a directive against the kinds that it must have. With `null`, an atom
    /// or a variable.
    private static void require(Token directive, List<Token> rest, TokenKind... kinds) {
        for (int i = 0; i < kinds.length; i++) {
            boolean fits =
                    i < rest.size()
                            && (kinds[i] == null
                                    ? rest.get(i).is(TokenKind.ATOM)
                                            || rest.get(i).is(TokenKind.VARIABLE)
                                    : rest.get(i).is(kinds[i]));
            if (!fits) {
                throw malformed(
                        i < rest.size() ? rest.get(i) : i > 0 ? rest.get(i - 1) : directive,
                        directive);
            }
        }
        if (rest.size() > kinds.length) {
            throw malformed(rest.get(kinds.length), directive);
        }
    }

    private static String macroName(Token directive, List<Token> rest) {
        require(directive, rest, TokenKind.LEFT_PAREN, null, TokenKind.RIGHT_PAREN, TokenKind.DOT);
        return rest.get(1).text();
    }

    private void userMessage(Token name, List<Token> rest) {
        inPrefix = false;
        Term value;
        try {
            if (rest.isEmpty() || !rest.getFirst().is(TokenKind.LEFT_PAREN)) {
                throw malformed(rest.isEmpty() ? name : rest.getFirst(), name);
            }
            List<Expr> exprs = FormParser.exprs(expandedMessage(name, rest), options.level());
            if (exprs.size() != 1) {
                throw malformed(name, name);
            }
            value = AttributeValue.of(exprs.getFirst());
        } catch (ParseError | AttributeValue.NotATerm e) {
            throw malformed(name, name);
        }
        throw new PreprocessError(
                name,
                span ->
                        new PreprocessProblem.UserMessage(
                                name.text().equals("error"), value, span));
    }

    /// As in OTP a macro that can't be used is no error of its own here.
    private List<Token> expandedMessage(Token name, List<Token> rest) {
        try {
            return expander.expand(rest);
        } catch (PreprocessError e) {
            throw malformed(name, name);
        }
    }

    private void include(Token directive, List<Token> written, boolean library) {
        List<Token> rest = joinStrings(written);
        require(
                directive,
                rest,
                TokenKind.LEFT_PAREN,
                TokenKind.STRING,
                TokenKind.RIGHT_PAREN,
                TokenKind.DOT);
        Token name = rest.get(1);
        if (files.size() > MAX_INCLUDES) {
            List<String> chain = files.stream().map(f -> f.source.file()).toList().reversed();
            throw new PreprocessError(
                    name,
                    span -> new PreprocessProblem.IncludeTooDeep(directive.text(), chain, span));
        }
        enter(resolve(name, library));
    }

    private SourceFile resolve(Token name, boolean library) {
        try {
            Optional<SourceFile> found =
                    options.includes().resolve(name.text(), file().source.file(), library);
            return found.orElseThrow(() ->
                    new PreprocessError(
                            name,
                            span ->
                                    new PreprocessProblem.IncludeNotFound(
                                            name.text(), library, span)));
        } catch (IOException e) {
            throw new PreprocessError(
                    name,
                    span ->
                            new PreprocessProblem.IncludeUnreadable(
                                    name.text(), String.valueOf(e.getMessage()), span));
        }
    }

    private static List<Token> joinStrings(List<Token> tokens) {
        var out = new ArrayList<Token>();
        for (Token token : tokens) {
            if (token.is(TokenKind.STRING)
                    && !out.isEmpty()
                    && out.getLast().is(TokenKind.STRING)) {
                Token first = out.removeLast();
                out.add(
                        new Token(
                                TokenKind.STRING,
                                first.text() + token.text(),
                                first.line(),
                                first.column(),
                                token.endLine(),
                                token.endColumn()));
            } else {
                out.add(token);
            }
        }
        return out;
    }

    private void ifDefined(Token directive, List<Token> rest, boolean expected) {
        String name = directive.text();
        boolean defined;
        try {
            defined = macros.isDefined(macroName(directive, rest));
        } catch (PreprocessError e) {
            skip(name);
            throw e;
        }
        if (defined == expected) {
            file().conditions.push(name);
        } else {
            skip(name);
        }
    }

    /// `-if`, or an `-elif` that decides.
    private void condition(Token directive, List<Token> rest) {
        boolean holds;
        try {
            if (rest.isEmpty() || !rest.getFirst().is(TokenKind.LEFT_PAREN)) {
                throw malformed(rest.isEmpty() ? directive : rest.getFirst(), "if");
            }
            holds = Conditions.evaluate(directive, expander.expand(rest), macros, options.level());
        } catch (PreprocessError e) {
            skip("if");
            throw e;
        } catch (ParseError e) {
            diagnostics.accept(e.problem().toDiagnostic(file().claimedName));
            skip("if");
            return;
        }
        if (holds) {
            file().conditions.push("if");
        } else {
            skip("if");
        }
    }

    private void otherwise(Token directive, List<Token> rest) {
        require(directive, rest, TokenKind.DOT);
        Deque<String> conditions = file().conditions;
        if (conditions.isEmpty()) {
            throw illegal(directive, "unbalanced", "else");
        }
        boolean repeated = conditions.pop().equals("else");
        skip("else");
        if (repeated) {
            throw illegal(directive, "repeated", "else");
        }
    }

    private void elseIf(Token directive) {
        Deque<String> conditions = file().conditions;
        if (conditions.isEmpty()) {
            throw illegal(directive, "unbalanced", "elif");
        }
        boolean afterElse = conditions.pop().equals("else");
        skip(afterElse ? "else" : "elif");
        if (afterElse) {
            throw illegal(directive, "unbalanced", "elif");
        }
    }

    private void endIf(Token directive, List<Token> rest) {
        require(directive, rest, TokenKind.DOT);
        if (file().conditions.isEmpty()) {
            throw illegal(directive, "unbalanced", "endif");
        }
        file().conditions.pop();
    }

    private static PreprocessError illegal(Token directive, String how, String name) {
        return new PreprocessError(
                directive, span -> new PreprocessProblem.IllegalConditional(how, name, span));
    }

    /// Leaves forms out up to where the condition `kind` ends or another branch of it begins. What
    /// is wrong in them does not matter.
    private void skip(String kind) {
        Reading file = file();
        Deque<String> nested = new ArrayDeque<>();
        nested.push(kind);
        while (!nested.isEmpty()) {
            Scanner.FormTokens form = file.scanner.nextForm();
            file.problems.clear();
            if (form == null) {
                // As in OTP the conditions around are forgotten: one message is enough.
                file.conditions.clear();
                nested.reversed().forEach(file.conditions::push);
                return;
            }
            List<Token> tokens = form.tokens();
            if (tokens.size() < 2 || !tokens.get(0).is(TokenKind.MINUS)) {
                continue;
            }
            Token name = tokens.get(1);
            String directive =
                    name.is(TokenKind.ATOM) || name.is(TokenKind.IF) || name.is(TokenKind.ELSE)
                            ? directiveName(name)
                            : "";
            switch (directive) {
                case "ifdef", "ifndef", "if" -> nested.push(directive);
                case "endif" -> nested.pop();
                case "else" -> {
                    if (nested.peek().equals("else")) {
                        report(illegal(name, "repeated", "else"));
                    } else if (nested.peek().equals("elif")) {
                        nested.pop();
                        nested.push("else");
                    } else if (nested.size() == 1) {
                        file.conditions.push("else");
                        return;
                    }
                }
                case "elif" -> {
                    if (nested.peek().equals("else")) {
                        report(new PreprocessError(name, PreprocessProblem.ElifAfterElse::new));
                    } else if (nested.size() == 1 && !nested.peek().equals("elif")) {
                        try {
                            condition(name, tokens.subList(2, tokens.size()));
                        } catch (PreprocessError e) {
                            report(e);
                        }
                        return;
                    }
                }
                default -> {}
            }
        }
    }

    private void report(PreprocessError error) {
        diagnostics.accept(error.problem(file().claimedName).toDiagnostic());
    }

    /// `-file("name", line)`: from here on the text claims to come from elsewhere.
    private void claimFile(Token directive, List<Token> written) {
        List<Token> rest = joinStrings(written);
        require(
                directive,
                rest,
                TokenKind.LEFT_PAREN,
                TokenKind.STRING,
                TokenKind.COMMA,
                TokenKind.INTEGER,
                TokenKind.RIGHT_PAREN,
                TokenKind.DOT);
        String name = rest.get(1).text();
        Int number = (Int) rest.get(3).value();
        int line =
                number.isLong() && number.longValue() < Integer.MAX_VALUE / 2
                        ? number.intValue()
                        : 1;
        Reading file = file();
        ready.add(fileAttribute(directive.anno().asGenerated(), name, line));
        macros.setFile(name);
        int next = file.scanner.position().line();
        file.delta += directive.line() - line;
        file.claimedName = name;
        file.scanner.setPlace(name, line + next - directive.line());
    }

    private void feature(Token directive, List<Token> rest) {
        boolean wellFormed =
                rest.size() == 6
                        && rest.get(0).is(TokenKind.LEFT_PAREN)
                        && rest.get(1).is(TokenKind.ATOM)
                        && rest.get(2).is(TokenKind.COMMA)
                        && (rest.get(3).isAtom("enable") || rest.get(3).isAtom("disable"))
                        && rest.get(4).is(TokenKind.RIGHT_PAREN);
        if (!wellFormed) {
            throw malformed(rest.isEmpty() ? directive : rest.getFirst(), directive);
        }
        if (!inPrefix) {
            throw new PreprocessError(directive, PreprocessProblem.LateFeature::new);
        }
        String feature = rest.get(1).text();
        if (!features.available().contains(feature)) {
            throw new PreprocessError(
                    directive, span -> new PreprocessProblem.UnknownFeature(feature, span));
        }
        features.set(feature, rest.get(3).isAtom("enable"));
        macros.setFeatures("FEATURE_ENABLED", features.enabled());
        setKeywords();
    }

    private static Event documentation(Token directive, Anno anno, String text) {
        return new Event.Ready(
                new Form.Attribute(anno, Atom.of(directive.text()), Term.string(text)));
    }

    /// `-doc({file, "name"})`: as if the text of the file stood there. False when it is
    /// documentation of another kind.
    private boolean documentationFile(Token directive, List<Token> written) {
        List<Token> rest = joinStrings(written);
        boolean parenthesized = !rest.isEmpty() && rest.getFirst().is(TokenKind.LEFT_PAREN);
        int open = parenthesized ? 1 : 0;
        if (rest.size() < open + 6
                || !rest.get(open).is(TokenKind.LEFT_BRACE)
                || !rest.get(open + 1).isAtom("file")
                || !rest.get(open + 3).is(TokenKind.STRING)) {
            return false;
        }
        Token name = rest.get(open + 3);
        SourceFile text;
        try {
            text = resolve(name, false);
        } catch (PreprocessError e) {
            report(
                    new PreprocessError(
                            directive,
                            span ->
                                    new PreprocessProblem.DocumentationNotFound(
                                            directive.text(), name.text(), span)));
            ready.add(documentation(directive, directive.anno(), ""));
            return true;
        }
        sources.accept(text.source());
        Anno back = rest.getLast().anno();
        ready.add(fileAttribute(Anno.at(1, 1), text.source().file(), 1));
        ready.add(documentation(directive, Anno.at(1, 1), text.source().text()));
        ready.add(
                fileAttribute(
                        Anno.at(back.line(), back.column()), file().source.file(), back.line()));
        return true;
    }
}
