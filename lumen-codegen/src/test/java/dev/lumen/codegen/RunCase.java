package dev.lumen.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.ssa.Reader;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.TermReader;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One line of a filetest that says what a call does.
///
/// - `; run: f(1, a) == term`
/// - `; raises: f(1, a) class:reason`
record RunCase(String function, List<Term> arguments, boolean raises, Term expected) {
    private static final Pattern RUN = Pattern.compile("; run: (\\w+)\\((.*)\\) == (.*)");
    private static final Pattern RAISES =
            Pattern.compile("; raises: (\\w+)\\((.*)\\) (error|exit|throw):(.*)");

    static List<RunCase> of(String text) {
        var cases = new ArrayList<RunCase>();
        for (String line : text.lines().toList()) {
            Matcher run = RUN.matcher(line);
            Matcher raises = RAISES.matcher(line);
            if (run.matches()) {
                cases.add(
                        new RunCase(
                                run.group(1),
                                terms(run.group(2)),
                                false,
                                TermReader.read(run.group(3))));
            } else if (raises.matches()) {
                Term reason = TermReader.read(raises.group(4));
                cases.add(
                        new RunCase(
                                raises.group(1),
                                terms(raises.group(2)),
                                true,
                                Term.tuple(Term.atom(raises.group(3)), reason)));
            } else {
                assertThat(line).doesNotStartWith("; run:").doesNotStartWith("; raises:");
            }
        }
        assertThat(cases).isNotEmpty();
        return cases;
    }

    private static List<Term> terms(String text) {
        return ((dev.lumen.ir.term.Tuple) TermReader.read("{" + text + "}")).elements();
    }

    /// The module of a filetest with a `main/0` that displays what each case answers, or `{Class,
    /// Reason}`.
    static Module program(String text, List<RunCase> cases) {
        String module = Reader.module(text).name().toString();
        var all = new StringBuilder(text);
        var main = new StringBuilder("\nfunc " + module + ":main/0() {\nentry:\n");
        for (int k = 0; k < cases.size(); k++) {
            RunCase c = cases.get(k);
            String arguments = String.join(", ", c.arguments.stream().map(Term::toString).toList());
            all.append(
                    """

                    func %1$s:case_%2$d/0() {
                    entry:
                      %%0: term = call %1$s:%3$s/%4$d(%5$s) catch handler
                      jump show(%%0)
                    handler(%%1: term, %%2: term, %%3: term):
                      %%4: tuple = make_tuple %%1, %%2
                      jump show(%%4)
                    show(%%5: term):
                      %%6: boolean = bif erlang:display/1(%%5)
                      ret %%6
                    }
                    """
                            .formatted(module, k, c.function, c.arguments.size(), arguments));
            main.append("  %" + k + ": term = call " + module + ":case_" + k + "/0()\n");
        }
        return Reader.module(all.append(main.append("  ret ok\n}\n")).toString());
    }

    @Override
    public String toString() {
        return function + arguments;
    }
}
