package dev.lumen.codegen;

import dev.lumen.ir.ssa.FunctionId;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// An [ImageReport] as a page: `report.html` with the data put in.
final class ReportPage {
    private static final String DATA = "/*DATA*/null";

    private final ImageReport report;
    private final Map<FunctionId, Integer> numbers = new HashMap<>();

    private ReportPage(ImageReport report) {
        this.report = report;
        report.modules()
                .forEach(m -> m.functions().forEach(f -> numbers.put(f.id(), numbers.size())));
    }

    static String of(ImageReport report) {
        try (InputStream in = ReportPage.class.getResourceAsStream("report.html")) {
            String page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return page.replace(DATA, new ReportPage(report).data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Functions are numbered in the order in which they come; `by` is the number of the one that
    /// leads to it, or -1.
    private String data() {
        return "{\"name\":"
                + text(report.name())
                + ",\"bytes\":"
                + report.fileBytes()
                + ",\"runtime\":"
                + report.runtimeBytes()
                + ",\"modules\":["
                + report.modules().stream().map(this::module).collect(Collectors.joining(",\n"))
                + "]}";
    }

    private String module(ImageReport.ModulePart m) {
        return "{\"name\":"
                + text(m.name().toString())
                + ",\"library\":"
                + m.isLibrary()
                + ",\"other\":"
                + m.otherBytes()
                + ",\"functions\":["
                + m.functions().stream().map(this::function).collect(Collectors.joining(","))
                + "]}";
    }

    private String function(ImageReport.FunctionPart f) {
        int by = f.why().by().map(numbers::get).orElse(-1);
        String call =
                f.why() instanceof Reason.Computed(var pattern, _)
                        ? ",\"call\":" + text(pattern.toString())
                        : "";
        return "{\"name\":"
                + text(f.id().name() + "/" + f.id().arity())
                + ",\"bytes\":"
                + f.codeBytes()
                + ",\"by\":"
                + by
                + call
                + "}";
    }

    /// JSON that may stand in a script of a page.
    private static String text(String s) {
        var out = new StringBuilder("\"");
        s.chars()
                .forEach(c -> {
                    if (c == '"' || c == '\\') {
                        out.append('\\').append((char) c);
                    } else if (c < ' ' || c == '<' || c == '\u2028' || c == '\u2029') {
                        out.append(String.format("\\u%04x", c));
                    } else {
                        out.append((char) c);
                    }
                });
        return out.append('"').toString();
    }
}
