package dev.lumen.ir.forms;

import java.util.List;

/// What stands behind `||` in a comprehension.
///
/// A `strict` generator (`<:-`, `<:=`) fails where another one skips the elements that do not
/// match.
public sealed interface Qualifier {
    Anno anno();

    /// `pattern <- list`
    record ListGenerator(Anno anno, Expr pattern, Expr source, boolean strict)
            implements Qualifier {}

    /// `pattern <= bits`
    record BinaryGenerator(Anno anno, Expr pattern, Expr source, boolean strict)
            implements Qualifier {}

    /// `key := value <- map`
    record MapGenerator(Anno anno, MapField pattern, Expr source, boolean strict)
            implements Qualifier {}

    /// `generator && generator …`, advancing together. The parser lets filters in; lint reports
    /// them.
    record Zip(Anno anno, List<Qualifier> generators) implements Qualifier {
        public Zip {
            generators = List.copyOf(generators);
        }
    }

    /// A condition.
    record Filter(Expr condition) implements Qualifier {
        @Override
        public Anno anno() {
            return condition.anno();
        }
    }
}
