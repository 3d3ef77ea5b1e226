package dev.lumen.ir.diag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class RendererTest {
    private static final SourceText SOURCE =
            new SourceText(
                    "src/t.erl", "-module(t).\n\tf(X) -> g(\"å😀\", Y).\r\n\ng(_) ->\n  ok.");

    private static Diagnostic unbound() {
        int at = SOURCE.text().indexOf('Y');
        int g = SOURCE.text().indexOf("g(_");
        return Diagnostic.error(
                        "unbound-variable", "variable 'Y' is unbound", SOURCE.span(at, at + 1))
                .label("used here")
                .and(SOURCE.span(g, g + 1), "g/1 is \"here\"")
                .note("did you mean 'X'?")
                .fix(
                        new Fix(
                                "replace with X",
                                List.of(new Fix.Edit(SOURCE.span(at, at + 1), "X"))));
    }

    @Test
    void columnsCountCodePoints() {
        assertThat(unbound().span().start()).isEqualTo(new Position(2, 18, 30));
        assertThat(SOURCE.position(1_000)).isEqualTo(new Position(5, 6, SOURCE.text().length()));
        assertThat(SOURCE.line(2)).isEqualTo("\tf(X) -> g(\"å😀\", Y).");
    }

    @Test
    void offsetsFollowFromLinesAndColumns() {
        Diagnostic known = unbound();
        Span span = known.span();
        var guessed = new Span(span.file(), new Position(2, 18, 0), new Position(2, 19, 0));
        assertThat(Diagnostic.error("x", "x", guessed).in(SOURCE).span()).isEqualTo(span);
        assertThat(SOURCE.position(99, 99).offset()).isEqualTo(SOURCE.text().length());
        assertThat(SOURCE.position(2, 99)).isEqualTo(new Position(2, 21, 33));
        assertThat(guessed.in(Sources.NONE)).isEqualTo(guessed);
    }

    @Test
    void erlc() {
        assertThat(new ErlcRenderer().render(unbound(), SOURCE))
                .isEqualTo(
                        """
                        src/t.erl:2:18: variable 'Y' is unbound
                        %  note: did you mean 'X'?
                        %    2| 	f(X) -> g("å😀", Y).
                        %     | 	                ^

                        """);
        assertThat(
                        new ErlcRenderer()
                                .render(unbound().withSeverity(Severity.WARNING), Sources.NONE))
                .isEqualTo(
                        "src/t.erl:2:18: Warning: variable 'Y' is unbound\n"
                                + "%  note: did you mean 'X'?\n");
    }

    @Test
    void text() {
        assertThat(new TextRenderer().render(unbound(), SOURCE))
                .isEqualTo(
                        """
                        error[unbound-variable]: variable 'Y' is unbound
                           ┌─ src/t.erl:2:18
                         2 │ 	f(X) -> g("å😀", Y).
                           │ 	                ^ used here
                         4 │ g(_) ->
                           │ - g/1 is "here"
                           = hint: did you mean 'X'?
                        """);
    }

    @Test
    void json() {
        assertThat(new JsonRenderer().render(unbound(), SOURCE))
                .isEqualTo(
                        """
                        [{"code":"unbound-variable","severity":"error","title":"variable 'Y' is unbound",\
                        "primary":{"span":{"file":"src/t.erl","start":{"line":2,"column":18,"offset":30},\
                        "end":{"line":2,"column":19,"offset":31}},"text":"used here"},\
                        "related":[{"span":{"file":"src/t.erl","start":{"line":4,"column":1,"offset":36},\
                        "end":{"line":4,"column":2,"offset":37}},"text":"g/1 is \\"here\\""}],\
                        "notes":["did you mean 'X'?"],\
                        "fixes":[{"title":"replace with X","edits":[{"span":{"file":"src/t.erl",\
                        "start":{"line":2,"column":18,"offset":30},"end":{"line":2,"column":19,"offset":31}},\
                        "replacement":"X"}]}]}]
                        """);
    }
}
