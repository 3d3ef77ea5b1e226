package dev.lumen.frontend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Makes wrong programs out of right ones: each differs from one of them by a few edits, of the
/// kinds that people make. What is put in comes from any of the programs, so that whatever can be
/// written ends up where it doesn't belong.
final class ProgramMutator {
    private static final Pattern TOKEN =
            Pattern.compile(
                    """
                    (?<space>(?:\\s|%[^\\n]*)+)\
                    |(?<variable>[A-Z_][A-Za-z0-9_@]*)\
                    |(?<word>[a-z][A-Za-z0-9_@]*|'(?:[^'\\\\]|\\\\.)*')\
                    |(?<number>\\d+\\.\\d+(?:[eE][-+]?\\d+)?|\\d+\\#[0-9a-zA-Z]+|\\d+)\
                    |(?<text>"(?:[^"\\\\]|\\\\.)*"|\\$(?:\\\\.|.))\
                    |(?<sign>->|=>|:=|\\?=|<=|<-|<<|>>|\\|\\||=:=|=/=|==|/=|=<|>=|\\+\\+|--|::|\\.\\.\\.|\\.\\.|.)\
                    """,
                    Pattern.DOTALL);

    private static final int ATTEMPTS = 20;

    private record Token(String kind, String text) {}

    /// A form: its tokens, white space among them, up to the full stop.
    private record FormText(List<Token> tokens) {
        @Override
        public String toString() {
            return tokens.stream().map(Token::text).collect(Collectors.joining());
        }
    }

    private final List<List<FormText>> programs;
    private final Map<String, List<Token>> tokens = new HashMap<>();

    /// Whole operands, arguments, guards and elements.
    private final List<List<Token>> phrases = new ArrayList<>();

    private final Random random;

    /// @param programs right programs, small ones
    ProgramMutator(List<String> programs, long seed) {
        this.programs = programs.stream().map(ProgramMutator::forms).toList();
        this.random = new Random(seed);
        for (List<FormText> program : this.programs) {
            for (FormText form : program) {
                form.tokens.stream()
                        .filter(t -> !(t.kind.equals("number") && t.text.length() > 9))
                        .forEach(
                                t -> tokens.computeIfAbsent(t.kind, _ -> new ArrayList<>()).add(t));
                for (int i = 0; i < form.tokens.size(); i++) {
                    int end = phraseEnd(form.tokens, i);
                    if (end > i && end - i < 30) {
                        phrases.add(form.tokens.subList(i, end));
                    }
                }
            }
        }
    }

    private static List<FormText> forms(String program) {
        var forms = new ArrayList<FormText>();
        var current = new ArrayList<Token>();
        Matcher m = TOKEN.matcher(program);
        while (m.find()) {
            String kind =
                    List.of("space", "variable", "word", "number", "text", "sign").stream()
                            .filter(k -> m.group(k) != null)
                            .findFirst()
                            .orElseThrow();
            current.add(new Token(kind, m.group()));
            boolean stop =
                    m.group().equals(".")
                            && (m.end() == program.length()
                                    || Character.isWhitespace(program.charAt(m.end())));
            if (stop) {
                forms.add(new FormText(List.copyOf(current)));
                current.clear();
            }
        }
        return forms;
    }

    /// A program of about `size` forms, with one to three mistakes.
    String next(String module, int size) {
        List<FormText> from = programs.get(random.nextInt(programs.size()));
        var forms = new ArrayList<FormText>();
        for (FormText form : from) {
            // Attributes stay, so that records and types are there; of the functions only some.
            if (form.toString().stripLeading().startsWith("-")
                    || random.nextInt(from.size()) < size) {
                forms.add(form);
            }
        }
        for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
            edit(forms);
        }
        String body = forms.stream().map(FormText::toString).collect(Collectors.joining());
        return body.replaceAll("-module\\(\\w+\\)", "-module(" + module + ")") + "\n";
    }

    private void edit(List<FormText> forms) {
        int at = random.nextInt(forms.size());
        switch (random.nextInt(12)) {
            case 0 -> forms.remove(at);
            case 1 -> forms.add(at, anyForm());
            case 2 -> forms.add(forms.remove(random.nextInt(forms.size())));
            default -> forms.set(at, new FormText(edited(forms.get(at).tokens)));
        }
        if (forms.isEmpty()) {
            forms.add(anyForm());
        }
    }

    private FormText anyForm() {
        List<FormText> from = programs.get(random.nextInt(programs.size()));
        // Attributes are rarer than functions and have more rules.
        List<FormText> attributes =
                from.stream().filter(f -> f.toString().stripLeading().startsWith("-")).toList();
        List<FormText> some = attributes.isEmpty() || random.nextBoolean() ? from : attributes;
        return some.get(random.nextInt(some.size()));
    }

    private List<Token> edited(List<Token> form) {
        var result = new ArrayList<>(form);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int i = random.nextInt(result.size());
            Token t = result.get(i);
            if (t.kind.equals("space")) {
                continue;
            }
            switch (random.nextInt(10)) {
                case 0 -> result.remove(i);
                case 1 -> result.add(i, anyToken(t.kind));
                case 2 -> result.set(i, anyToken("sign"));
                case 3, 4, 5 -> result.set(i, anyToken(t.kind));
                default -> {
                    int end = phraseEnd(result, i);
                    if (end <= i) {
                        continue;
                    }
                    result.subList(i, end).clear();
                    result.addAll(i, phrases.get(random.nextInt(phrases.size())));
                }
            }
            return result;
        }
        return result;
    }

    private Token anyToken(String kind) {
        List<Token> all = tokens.get(kind);
        return all.get(random.nextInt(all.size()));
    }

    /// Where the phrase ends that begins here: behind an opening bracket, a comma or the like, up
    /// to the next one of its level; `start` when none begins here.
    private static int phraseEnd(List<Token> form, int start) {
        int before = start - 1;
        while (before >= 0 && form.get(before).kind.equals("space")) {
            before--;
        }
        boolean begins =
                before >= 0
                        && List.of("(", "[", "{", ",", "->", "=", "when", "|", ";", "of", "::", "#")
                                .contains(form.get(before).text);
        if (!begins || form.get(start).kind.equals("space")) {
            return start;
        }
        int depth = 0;
        for (int i = start; i < form.size(); i++) {
            switch (form.get(i).text) {
                case "(", "[", "{", "<<", "case", "if", "fun", "begin", "receive", "try", "maybe" ->
                        depth++;
                case ")", "]", "}", ">>", "end" -> {
                    if (depth-- == 0) {
                        return i;
                    }
                }
                case ",", "->", "|", ";", "of", "when", "||", "=>", ":=", "." -> {
                    if (depth == 0) {
                        return i;
                    }
                }
                default -> {}
            }
        }
        return start;
    }
}
