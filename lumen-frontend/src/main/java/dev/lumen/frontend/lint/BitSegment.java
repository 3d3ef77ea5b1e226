package dev.lumen.frontend.lint;

import dev.lumen.ir.forms.BinElement;
import dev.lumen.ir.term.AtomText;

import java.util.List;
import java.util.Set;

/// The type of a segment of a bit string, with its defaults filled in.
///
/// - `type`: `integer`, `float`, `binary`, `utf8`, `utf16` or `utf32`;
/// - `unit`: bits that a size of one stands for, 1 to 256; 0 for the UTF types, which have none.
record BitSegment(String type, int unit) {
    private static final Set<String> UTF = Set.of("utf8", "utf16", "utf32");

    boolean isUtf() {
        return UTF.contains(type);
    }

    /// Either a type or what is wrong with it.
    record Result(BitSegment segment, LintProblem problem) {}

    /// The specifiers of a segment, merged as they are written.
    private static final class Merge {
        private String type;
        private String sign;
        private String endianness;
        private Integer unit;
        private LintProblem problem;

        void add(BinElement.BitType specifier) {
            String name = specifier.name().name();
            switch (name) {
                case "integer", "float", "binary", "utf8", "utf16", "utf32" ->
                        type = merge("type", type, name);
                case "bytes" -> {
                    type = merge("type", type, "binary");
                    unit(8);
                }
                case "bitstring", "bits" -> {
                    type = merge("type", type, "binary");
                    unit(1);
                }
                case "signed", "unsigned" -> sign = merge("sign", sign, name);
                case "big", "little", "native" ->
                        endianness = merge("endianness", endianness, name);
                case "unit" -> {
                    int value = specifier.number().orElse(0);
                    if (value < 1 || value > 256) {
                        fail(
                                new LintProblem.UndefinedBitType(
                                        specifier.number().isPresent()
                                                ? "{unit," + value + "}"
                                                : "unit"));
                    } else {
                        unit(value);
                    }
                }
                default ->
                        fail(
                                new LintProblem.UndefinedBitType(
                                        specifier.number().isPresent()
                                                ? "{"
                                                        + AtomText.quoted(name, true)
                                                        + ","
                                                        + specifier.number().getAsInt()
                                                        + "}"
                                                : AtomText.quoted(name, true)));
            }
        }

        private void unit(int value) {
            if (unit != null && unit != value) {
                // The newer one is named first, as for the other specifiers.
                fail(
                        new LintProblem.BitTypeConflict(
                                Integer.toString(value), unit.toString(), "unit"));
            }
            unit = value;
        }

        private String merge(String what, String old, String fresh) {
            if (old != null && !old.equals(fresh)) {
                fail(new LintProblem.BitTypeConflict(fresh, old, what));
            }
            return fresh;
        }

        private void fail(LintProblem found) {
            problem = problem == null ? found : problem;
        }
    }

    /// The type that the specifiers give. `hasSize`: a size is written.
    static Result of(List<BinElement.BitType> specifiers, boolean hasSize) {
        var merge = new Merge();
        specifiers.forEach(merge::add);
        String type = merge.type == null ? "integer" : merge.type;
        if (merge.problem != null) {
            return new Result(null, merge.problem);
        }
        if (UTF.contains(type)) {
            return hasSize || merge.unit != null
                    ? new Result(null, LintProblem.Plain.UTF_SIZE_OR_UNIT)
                    : new Result(new BitSegment(type, 0), null);
        }
        if (merge.unit != null && !hasSize && !type.equals("binary")) {
            return new Result(null, LintProblem.Plain.BIT_UNIT_WITHOUT_SIZE);
        }
        int defaultUnit = type.equals("binary") ? 8 : 1;
        return new Result(
                new BitSegment(type, merge.unit == null ? defaultUnit : merge.unit), null);
    }
}
