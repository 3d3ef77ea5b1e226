package dev.lumen.frontend.lint;

import dev.lumen.ir.forms.Anno;
import dev.lumen.ir.forms.Expr;
import dev.lumen.ir.term.Atom;

import java.util.List;

/// Checks the format string of an `io:format` against its arguments.
final class FormatLint {
    private FormatLint() {}

    private static final class Invalid extends Exception {
        private static final long serialVersionUID = 1;

        Invalid(String message) {
            super(message, null, false, false);
        }
    }

    static void check(Anno place, List<Expr> arguments, LintContext cx) {
        switch (arguments.size()) {
            case 1 -> check(arguments.get(0), null, cx);
            case 2 -> check(arguments.get(0), arguments.get(1), cx);
            case 3 -> check(arguments.get(1), arguments.get(2), cx);
            default -> warn(place, "format call with wrong number of arguments", cx);
        }
    }

    /// `values` is null when there is no list of arguments.
    private static void check(Expr format, Expr values, LintContext cx) {
        String text =
                switch (format) {
                    case Expr.StringLiteral(_, var string) -> string;
                    case Expr.AtomLiteral(_, Atom(var name)) -> name;
                    default -> null;
                };
        if (text == null) {
            return;
        }
        int given = 0;
        if (values != null) {
            given =
                    switch (values) {
                        case Expr.StringLiteral(_, var string) ->
                                string.codePointCount(0, string.length());
                        case Expr.NilExpr _ -> 0;
                        case Expr.ListExpr(var cells, Expr.NilExpr _) -> cells.size();
                        case Expr.AtomLiteral _, Expr.IntegerLiteral _, Expr.FloatLiteral _ -> {
                            warn(values.anno(), "format arguments not a list", cx);
                            yield -1;
                        }
                        default -> -1;
                    };
            if (given < 0) {
                return;
            }
        }
        int needed;
        try {
            needed = new Sequences(text).count();
        } catch (Invalid e) {
            warn(format.anno(), "format string invalid (" + e.getMessage() + ")", cx);
            return;
        }
        compare(needed, given, values == null ? format.anno() : values.anno(), values != null, cx);
    }

    private static void compare(
            int needed, int given, Anno place, boolean hasList, LintContext cx) {
        if (needed == given) {
            return;
        }
        String requires = "the format string requires an argument list with " + arguments(needed);
        if (!hasList) {
            warn(place, requires + ", but no argument list is given", cx);
        } else if (needed == 0) {
            warn(
                    place,
                    "the format string requires an empty argument list, but the argument list"
                            + " contains "
                            + arguments(given),
                    cx);
        } else if (given == 0) {
            warn(place, requires + ", but the argument list is empty", cx);
        } else {
            warn(
                    place,
                    requires
                            + ", but the argument list contains "
                            + (given < needed ? "only " : "")
                            + arguments(given),
                    cx);
        }
    }

    private static String arguments(int count) {
        return count == 1 ? "1 argument" : count + " arguments";
    }

    private static void warn(Anno place, String message, LintContext cx) {
        cx.report(place, new LintProblem.BadFormat(message));
    }

    /// The control sequences of a format: `~F.P.PadModC`.
    private static final class Sequences {
        private final String text;
        private int at;
        private int needed;

        Sequences(String text) {
            this.text = text;
        }

        /// How many arguments they take.
        int count() throws Invalid {
            while ((at = text.indexOf('~', at)) >= 0) {
                at++;
                if (peek() == '-' && (isDigit(1) || peek(1) == '*')) {
                    at++;
                }
                widthOrStar();
                if (peek() == '.') {
                    at++;
                    widthOrStar();
                    if (peek() == '.') {
                        at++;
                        if (peek() == '*') {
                            needed++;
                        }
                        at++; // any character pads
                    }
                }
                control();
            }
            return needed;
        }

        private void widthOrStar() {
            if (peek() == '*') {
                needed++;
                at++;
            } else {
                while (isDigit(0)) {
                    at++;
                }
            }
        }

        private void control() throws Invalid {
            String modifiers = "";
            while (peek() == 't' || peek() == 'l') {
                modifiers += (char) peek();
                at++;
            }
            int c = peek();
            if (c < 0) {
                throw new Invalid("truncated");
            }
            boolean fits =
                    switch (modifiers) {
                        case "" -> true;
                        case "t" -> "cspPwWkK".indexOf(c) >= 0;
                        case "l", "lt", "tl" -> "pP".indexOf(c) >= 0;
                        default -> false;
                    };
            if (!fits) {
                throw new Invalid(
                        "invalid control ~"
                                + (modifiers.equals("tl") ? "lt" : modifiers)
                                + Character.toString(c));
            }
            at += Character.charCount(c);
            switch (c) {
                case '~', 'n' -> {}
                case 'c', 'f', 'e', 'g', 's', 'w', 'p', 'b', 'B', '+', '#', 'i', 'k' -> needed++;
                case 'W', 'P', 'K', 'x', 'X' -> needed += 2;
                default -> throw new Invalid("invalid control ~" + Character.toString(c));
            }
        }

        private boolean isDigit(int ahead) {
            int c = peek(ahead);
            return c >= '0' && c <= '9';
        }

        private int peek() {
            return at < text.length() ? text.codePointAt(at) : -1;
        }

        private int peek(int ahead) {
            return at + ahead < text.length() ? text.charAt(at + ahead) : -1;
        }
    }
}
