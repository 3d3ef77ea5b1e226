package dev.lumen.ir.ssa;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/// The names of types in the text form: names of common sets first, single kinds for the rest.
final class TypeText {
    /// Widest first, so that a set prints with the fewest names.
    private static final Map<String, Type.Terms> NAMES = names();

    private TypeText() {}

    private static Map<String, Type.Terms> names() {
        var all = new LinkedHashMap<String, Type.Terms>();
        all.put("term", Type.TERM);
        all.put("none", Type.NONE);
        all.put("number", Type.NUMBER);
        all.put("integer", Type.INTEGER);
        all.put("atom", Type.ATOM);
        all.put("list", Type.LIST);
        all.put("bitstring", Type.BITSTRING);
        for (Kind k : Kind.values()) {
            all.put(k.text(), Type.of(k));
        }
        return all;
    }

    static String print(Type.Terms type) {
        if (type.kinds() == 0) {
            return "none";
        }
        var text = new StringJoiner("|");
        int left = type.kinds();
        for (var e : NAMES.entrySet()) {
            int mask = e.getValue().kinds();
            if (mask != 0 && (left & mask) == mask) {
                text.add(e.getKey());
                left &= ~mask;
            }
        }
        return text.toString();
    }

    static Optional<Type> parse(String text) {
        for (Type.Raw raw : Type.Raw.values()) {
            if (raw.toString().equals(text)) {
                return Optional.of(raw);
            }
        }
        int mask = 0;
        for (String name : text.split("\\|", -1)) {
            Type.Terms part = NAMES.get(name);
            if (part == null) {
                return Optional.empty();
            }
            mask |= part.kinds();
        }
        return Optional.of(new Type.Terms(mask));
    }
}
