package dev.lumen.ir.diag;

import java.util.Collection;
import java.util.Optional;

/// Finds the name that somebody may have meant.
public final class Spelling {
    private Spelling() {}

    /// The known name that is closest to `name`: at most a third of its letters differ. Empty when
    /// none is, or `name` is itself known.
    public static Optional<String> near(String name, Collection<String> known) {
        String best = null;
        // One or two letters are like any other one or two letters.
        int fewest = name.length() < 3 ? 1 : Math.max(1, name.length() / 3) + 1;
        for (String candidate : known) {
            int edits =
                    Math.abs(candidate.length() - name.length()) < fewest
                            ? edits(name, candidate)
                            : fewest;
            boolean better =
                    edits < fewest
                            || edits == fewest && best != null && candidate.compareTo(best) < 0;
            if (edits > 0 && better) {
                best = candidate;
                fewest = edits;
            }
        }
        return Optional.ofNullable(best);
    }

    /// ` (did you mean …?)`, or nothing, for the end of a message about an unknown name.
    public static String hint(String name, Collection<String> known) {
        return near(name, known).map(n -> " (did you mean " + n + "?)").orElse("");
    }

    /// How many letters must be put in, taken out, changed, or swapped with their neighbour.
    private static int edits(String a, String b) {
        int[] twoBack = new int[b.length() + 1];
        int[] back = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            back[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], back[j]) + 1, back[j - 1] + change);
                boolean swapped =
                        i > 1
                                && j > 1
                                && a.charAt(i - 1) == b.charAt(j - 2)
                                && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    row[j] = Math.min(row[j], twoBack[j - 2] + 1);
                }
            }
            int[] spare = twoBack;
            twoBack = back;
            back = row;
            row = spare;
        }
        return back[b.length()];
    }
}
