package dev.lumen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lumen.frontend.preprocess.OtpInstallation;
import dev.lumen.runtime.tools.ToolResult;
import dev.lumen.runtime.tools.Tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What programs print in a real `erl`.
final class RealErlang {
    private RealErlang() {}

    /// Runs `main/0` of each module, all in one `erl`. `programs`: their texts by name; `options`:
    /// for `erlc`. Line ends are LF.
    static Map<String, String> outputs(
            Map<String, String> programs, Path temp, List<String> options) throws IOException {
        Path bin = OtpInstallation.discover().orElseThrow().root().resolve("bin");
        Path folder = Files.createTempDirectory(temp, "erl");
        var compile = new ArrayList<>(options);
        compile.addAll(List.of("-W0", "-o", folder.toString()));
        for (var program : programs.entrySet()) {
            Path file = folder.resolve(program.getKey() + ".erl");
            compile.add(Files.writeString(file, program.getValue()).toString());
        }
        run(bin.resolve("erlc"), compile);
        String all =
                "lists:foreach(fun(M) -> erlang:display({program, M}), M:main() end, "
                        + programs.keySet()
                        + "), halt().";
        String printed =
                run(
                        bin.resolve("erl"),
                        List.of("-noshell", "-pa", folder.toString(), "-eval", all));
        var outputs = new LinkedHashMap<String, String>();
        for (String part : printed.replace("\r\n", "\n").split("\\{program,", 0)) {
            int end = part.indexOf("}\n");
            if (end > 0) {
                outputs.put(part.substring(0, end), part.substring(end + 2));
            }
        }
        return outputs;
    }

    private static String run(Path tool, List<String> arguments) {
        ToolResult result = Tools.run(tool, arguments);
        assertThat(result.exitCode()).as(result.output()).isZero();
        return result.output();
    }
}
