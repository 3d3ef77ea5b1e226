package dev.lumen.ir.ssa;

import java.util.ArrayList;
import java.util.List;

/// Something that SSA must not contain. `code` is the number of the rule in [Verifier]; `index` is
/// the instruction in `block`: -1 its label line, the size of the body its terminator. Without a
/// block the function as a whole is wrong.
public record VerifyError(String code, Function function, Label block, int index, String message) {
    /// The function with a caret under the line that is wrong.
    public String render() {
        var lines = new ArrayList<>(function.toString().lines().toList());
        int line = line();
        String text = lines.get(line);
        int column = text.length() - text.stripLeading().length();
        lines.add(line + 1, " ".repeat(column) + "^ error[" + code + "]: " + message);
        return String.join("\n", lines) + "\n";
    }

    /// The line of the printed function: one for the head, then for each block its label, body and
    /// terminator.
    private int line() {
        int line = 1;
        for (Block b : function.blocks()) {
            if (b.label().equals(block)) {
                return line + 1 + index;
            }
            line += b.body().size() + 2;
        }
        return 0;
    }

    @Override
    public String toString() {
        String where = block == null ? "" : " " + block + instruction();
        return code + " " + function.id() + where + ": " + message;
    }

    private String instruction() {
        for (Block b : function.blocks()) {
            if (b.label().equals(block)) {
                List<Instr> body = b.body();
                return index < 0
                        ? ""
                        : " `"
                                + (index < body.size()
                                        ? Printer.print(body.get(index))
                                        : Printer.print(b.end()))
                                + "`";
            }
        }
        return "";
    }
}
