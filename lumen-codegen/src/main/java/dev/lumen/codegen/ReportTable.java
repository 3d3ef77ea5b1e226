package dev.lumen.codegen;

import java.util.List;
import java.util.stream.Collectors;

/// An [ImageReport] as text with tabs between columns. Names are written as in Erlang, so none has
/// a tab or a line end.
final class ReportTable {
    private static final String HEAD = "module\tfunction\tarity\tbytes\twhy\tchain\n";
    private static final String NONE = "-";

    private ReportTable() {}

    static String of(ImageReport report) {
        var out = new StringBuilder(HEAD);
        for (ImageReport.ModulePart module : report.modules()) {
            for (ImageReport.FunctionPart f : module.functions()) {
                row(
                        out,
                        module.name().toString(),
                        f.id().name().toString(),
                        Integer.toString(f.id().arity()),
                        f.codeBytes(),
                        why(f.why()),
                        chain(report, f));
            }
            row(
                    out,
                    module.name().toString(),
                    NONE,
                    NONE,
                    module.otherBytes(),
                    "constants and tables",
                    NONE);
        }
        row(out, NONE, NONE, NONE, report.runtimeBytes(), "the runtime", NONE);
        return out.toString();
    }

    private static void row(
            StringBuilder out,
            String module,
            String function,
            String arity,
            long bytes,
            String why,
            String chain) {
        out.append(
                        String.join(
                                "\t",
                                List.of(module, function, arity, Long.toString(bytes), why, chain)))
                .append('\n');
    }

    static String why(Reason why) {
        return switch (why) {
            case Reason.Root() -> "root";
            case Reason.Called(var caller) -> "used by " + caller;
            case Reason.Computed(var pattern, var caller) ->
                    "fits the call " + pattern + " in " + caller;
        };
    }

    private static String chain(ImageReport report, ImageReport.FunctionPart f) {
        return report.chain(f.id()).stream()
                .map(Object::toString)
                .collect(Collectors.joining(" > "));
    }
}
