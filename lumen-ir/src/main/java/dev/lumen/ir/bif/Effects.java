package dev.lumen.ir.bif;

import java.util.List;
import java.util.StringJoiner;

/// What calling a built-in does besides answering: the last column of `bifs.tab`.
///
/// - `guard`: allowed in guards;
/// - `pure`: same arguments, same answer, nothing else happens (it may still fail);
/// - `collects`: takes memory, so the heap pointer must be reloaded;
/// - `fails`: may raise;
/// - `yields`: ABI code instead of a C primitive: called like an Erlang function, may wait and be
///   preempted;
/// - `readsProcess`: the answer depends on the process that asks, not only on the arguments;
/// - `works`: the work grows with the arguments, and is charged to the slice of the process.
public record Effects(
        boolean guard,
        boolean pure,
        boolean collects,
        boolean fails,
        boolean yields,
        boolean readsProcess,
        boolean works) {

    private static final List<String> WORDS =
            List.of("guard", "pure", "collects", "fails", "yields", "reads-process", "works");

    /// From the words of the table, separated by blanks. Throws [IllegalArgumentException] for an
    /// unknown one.
    static Effects parse(String words) {
        List<String> all = words.isBlank() ? List.of() : List.of(words.strip().split("\\s+"));
        for (String word : all) {
            if (!WORDS.contains(word)) {
                throw new IllegalArgumentException("unknown effect " + word);
            }
        }
        return new Effects(
                all.contains("guard"),
                all.contains("pure"),
                all.contains("collects"),
                all.contains("fails"),
                all.contains("yields"),
                all.contains("reads-process"),
                all.contains("works"));
    }

    /// The words of the table.
    @Override
    public String toString() {
        var text = new StringJoiner(" ");
        boolean[] set = {guard, pure, collects, fails, yields, readsProcess, works};
        for (int i = 0; i < set.length; i++) {
            if (set[i]) {
                text.add(WORDS.get(i));
            }
        }
        return text.toString();
    }
}
