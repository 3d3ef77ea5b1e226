package dev.lumen.ir.core;

import dev.lumen.ir.DeepStack;
import dev.lumen.ir.Loc;
import dev.lumen.ir.core.CoreExpr.Fun;
import dev.lumen.ir.core.CoreExpr.Var;
import dev.lumen.ir.core.CoreScanner.Kind;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.FloatTerm;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.ListTerm;
import dev.lumen.ir.term.Nil;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.Tuple;

import java.util.ArrayList;
import java.util.List;

/// Reads Core Erlang text: what [CorePrinter] writes and what OTP's `erlc +to_core` writes.
///
/// Constant lists, tuples, maps and bit strings become one literal. An annotation `Line` or
/// `{Line,Column}` becomes the node's place; `{file,Name}` is kept only at a function that is not
/// of the module's file. Throws [CoreSyntaxException].
public final class CoreParser {
    private final CoreScanner in;
    private String file = "";

    CoreParser(CoreScanner in) {
        this.in = in;
    }

    public static CoreModule parse(String text) {
        return DeepStack.call(() -> {
            var parser = new CoreParser(new CoreScanner(text));
            CoreModule module = parser.module();
            parser.expectEnd();
            return module;
        });
    }

    public static CoreExpr parseExpr(String text) {
        return DeepStack.call(() -> {
            var parser = new CoreParser(new CoreScanner(text));
            CoreExpr expr = new CoreExprParser(parser).expr();
            parser.expectEnd();
            return expr;
        });
    }

    // ---- modules and functions

    private CoreModule module() {
        boolean annotated = accept("(");
        expect("module");
        Atom name = atom();
        expect("[");
        var exports = new ArrayList<FunctionName>();
        while (!in.is("]")) {
            exports.add(functionName());
            separator("]");
        }
        expect("]");
        expect("attributes");
        expect("[");
        var attributes = new ArrayList<CoreModule.Attribute>();
        while (!in.is("]")) {
            attribute(attributes);
            separator("]");
        }
        expect("]");
        var functions = new ArrayList<FunctionDef>();
        while (!in.is("end")) {
            functions.add(definition());
        }
        expect("end");
        Anno anno = annotated ? annotations() : Anno.NONE;
        return new CoreModule(name, file, exports, attributes, functions, anno);
    }

    private void attribute(List<CoreModule.Attribute> to) {
        Atom key = atom();
        expect("=");
        Term value = constant();
        boolean fileKnown = !file.isEmpty();
        if (key.name().equals("file")
                && !fileKnown
                && value instanceof ListTerm(var entries, _)
                && entries.getFirst() instanceof Tuple(var entry)
                && entry.size() == 2
                && entry.getFirst() instanceof ListTerm chars
                && CoreText.isString(chars)) {
            file = CoreText.string(chars);
        } else {
            to.add(new CoreModule.Attribute(key, value));
        }
    }

    FunctionDef definition() {
        FunctionName name = functionName();
        expect("=");
        boolean annotated = accept("(");
        expect("fun");
        Fun fun = funAfterWord();
        return new FunctionDef(
                name, annotated ? new Fun(fun.params(), fun.body(), annotations(true)) : fun);
    }

    FunctionName functionName() {
        boolean annotated = accept("(");
        Atom name = atom();
        expect("/");
        int arity = smallInteger();
        if (annotated) {
            annotations();
        }
        return new FunctionName(name, arity);
    }

    /// `fun (…) -> …`, after the word `fun`.
    Fun funAfterWord() {
        expect("(");
        var params = new ArrayList<Var>();
        while (!in.is(")")) {
            params.add(variable());
            separator(")");
        }
        expect(")");
        expect("->");
        return new Fun(params, new CoreExprParser(this).expr(), Anno.NONE);
    }

    Var variable() {
        boolean annotated = accept("(");
        if (in.kind != Kind.VARIABLE) {
            throw unexpected("a variable");
        }
        String name = in.text;
        in.next();
        return new Var(name, annotated ? annotations() : Anno.NONE);
    }

    /// `<V1,…>` or one variable alone.
    List<Var> variables() {
        var vars = new ArrayList<Var>();
        if (!accept("<")) {
            vars.add(variable());
            return vars;
        }
        while (!in.is(">")) {
            vars.add(variable());
            separator(">");
        }
        expect(">");
        return vars;
    }

    // ---- constants

    /// `-| [Constants] )`.
    Anno annotations() {
        return annotations(false);
    }

    /// `ofFunction`: a file other than the module's is kept.
    private Anno annotations(boolean ofFunction) {
        expect("-|");
        Term list = constant();
        expect(")");
        Loc loc = Loc.NONE;
        var terms = new ArrayList<Term>();
        List<Term> elements =
                switch (list) {
                    case ListTerm(var all, var tail) when tail instanceof Nil -> all;
                    case Nil _ -> List.of();
                    default -> throw unexpected("a list of annotations");
                };
        for (Term t : elements) {
            if (t instanceof Int line && !loc.isKnown() && isCount(line)) {
                loc = Loc.of(line.intValue(), 0);
            } else if (t instanceof Tuple(var pair)
                    && pair.size() == 2
                    && pair.get(0) instanceof Int line
                    && pair.get(1) instanceof Int column
                    && !loc.isKnown()
                    && isCount(line)
                    && isCount(column)) {
                loc = Loc.of(line.intValue(), column.intValue());
            } else if (!CorePrinter.isFile(t)
                    || ofFunction && !t.equals(CorePrinter.fileTerm(file))) {
                terms.add(t);
            }
        }
        return loc.isKnown() || !terms.isEmpty() ? new Anno(loc, terms) : Anno.NONE;
    }

    private static boolean isCount(Int i) {
        return i.isLong() && i.longValue() >= 0 && i.longValue() <= Integer.MAX_VALUE;
    }

    /// A constant of an annotation or attribute. Places in the middle may be annotated by OTP; that
    /// is dropped.
    Term constant() {
        return CoreExprParser.asConstant(new CoreExprParser(this).expr())
                .orElseThrow(() -> unexpected("a constant"));
    }

    /// The atomic constant that begins here, or null when none does.
    Term atomic() {
        Term t =
                switch (in.kind) {
                    case ATOM -> atomOf(in.text);
                    case INTEGER -> Int.of(in.number);
                    case FLOAT -> floating(in.text);
                    case STRING -> Term.string(in.text);
                    case VARIABLE, WORD, SYMBOL, END -> null;
                };
        if (t != null) {
            in.next();
        }
        return t;
    }

    private FloatTerm floating(String text) {
        try {
            return new FloatTerm(Double.parseDouble(text));
        } catch (IllegalArgumentException e) {
            throw new CoreSyntaxException("illegal float", in.loc());
        }
    }

    Atom atom() {
        boolean annotated = accept("(");
        if (in.kind != Kind.ATOM) {
            throw unexpected("an atom");
        }
        Atom a = atomOf(in.text);
        in.next();
        if (annotated) {
            annotations();
        }
        return a;
    }

    /// An integer such as an arity.
    int smallInteger() {
        if (in.kind != Kind.INTEGER || in.number.signum() < 0 || in.number.bitLength() > 16) {
            throw unexpected("a small integer");
        }
        int i = in.number.intValue();
        in.next();
        return i;
    }

    private Atom atomOf(String name) {
        if (name.codePointCount(0, name.length()) > Atom.MAX_LENGTH) {
            throw new CoreSyntaxException(
                    "atom longer than " + Atom.MAX_LENGTH + " characters", in.loc());
        }
        return Atom.of(name);
    }

    // ---- tokens

    CoreScanner in() {
        return in;
    }

    boolean accept(String token) {
        if (in.is(token)) {
            in.next();
            return true;
        }
        return false;
    }

    void expect(String token) {
        if (!accept(token)) {
            throw unexpected("'" + token + "'");
        }
    }

    /// After an element of a list that `end` closes: a comma, or the end.
    void separator(String end) {
        if (!in.is(end)) {
            expect(",");
        }
    }

    private void expectEnd() {
        if (in.kind != Kind.END) {
            throw unexpected("the end of the text");
        }
    }

    CoreSyntaxException unexpected(String wanted) {
        String found =
                switch (in.kind) {
                    case END -> "the end of the text";
                    case ATOM -> "an atom";
                    case VARIABLE -> "variable " + in.text;
                    case INTEGER, FLOAT -> "a number";
                    case STRING -> "a string";
                    case WORD, SYMBOL -> "'" + in.text + "'";
                };
        return new CoreSyntaxException("expected " + wanted + ", found " + found, in.loc());
    }
}
