package dev.lumen.ir.bif;

import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Type;
import dev.lumen.ir.term.Atom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// All the built-ins, by name. Immutable; [#standard] is read once.
public final class BifTable {
    private static final String RESOURCE = "bifs.tab";

    /// Arguments that a C primitive can have; see `lumen_abi.h`.
    private static final int MAX_ARITY = 6;

    private static final Pattern ROW =
            Pattern.compile(
                    "(?<module>\\w+):(?:'(?<quoted>[^']+)'|(?<name>\\w+))/(?<arity>\\d+)(?:\\s+as\\s+(?<alias>\\w+))?"
                        + "\\s+\\((?<params>[^)]*)\\)\\s*->\\s*(?<result>\\S+)\\s*(?<effects>.*)");

    private final Map<FunctionId, Bif> rows;

    private BifTable(Map<FunctionId, Bif> rows) {
        this.rows = Collections.unmodifiableMap(rows);
    }

    /// The table that the runtime implements.
    public static BifTable standard() {
        return Standard.TABLE;
    }

    private static final class Standard {
        static final BifTable TABLE = load();

        private static BifTable load() {
            try (var in = BifTable.class.getResourceAsStream("/dev/lumen/ir/" + RESOURCE)) {
                return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// Reads the text of a table; its grammar is at the head of `bifs.tab`. Throws
    /// [IllegalArgumentException], which names the line, when it is malformed.
    public static BifTable parse(String text) {
        var rows = new LinkedHashMap<FunctionId, Bif>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String row = line.replaceFirst("(^|\\s)#.*", "").strip();
            if (row.isEmpty()) {
                continue;
            }
            try {
                Bif bif = row(row);
                if (rows.put(bif.id(), bif) != null) {
                    throw new IllegalArgumentException("second row for " + bif);
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        RESOURCE + ":" + number + ": " + e.getMessage(), e);
            }
        }
        return new BifTable(rows);
    }

    private static Bif row(String row) {
        Matcher m = ROW.matcher(row);
        if (!m.matches()) {
            throw new IllegalArgumentException("not a row: " + row);
        }
        String name = m.group("quoted") != null ? m.group("quoted") : m.group("name");
        String alias = m.group("alias") != null ? m.group("alias") : name;
        if (!alias.matches("\\w+")) {
            throw new IllegalArgumentException(name + " needs an alias");
        }
        List<Type> params = params(m.group("params"));
        if (params.size() != Integer.parseInt(m.group("arity"))) {
            throw new IllegalArgumentException(params.size() + " arguments");
        }
        Effects effects = Effects.parse(m.group("effects"));
        if (params.size() > MAX_ARITY && !effects.yields()) {
            throw new IllegalArgumentException(
                    "a C primitive takes " + MAX_ARITY + " arguments at most");
        }
        return new Bif(
                Atom.of(m.group("module")),
                Atom.of(name),
                alias,
                params,
                type(m.group("result")),
                effects);
    }

    private static List<Type> params(String text) {
        var all = new ArrayList<Type>();
        if (!text.isBlank()) {
            for (String part : text.split(",", -1)) {
                all.add(type(part.strip()));
            }
        }
        return all;
    }

    private static Type type(String text) {
        return Type.parse(text)
                .filter(Type::isTerm)
                .orElseThrow(() -> new IllegalArgumentException("unknown type " + text));
    }

    public Optional<Bif> find(FunctionId id) {
        return Optional.ofNullable(rows.get(id));
    }

    public Optional<Bif> find(String module, String name, int arity) {
        return find(FunctionId.of(module, name, arity));
    }

    /// Every row, in the order of the table.
    public Collection<Bif> all() {
        return rows.values();
    }
}
