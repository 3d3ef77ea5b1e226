package dev.lumen.frontend.ssa;

import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the nodes of a decision tree depend on: how often each is reached, how often each clause
/// is, and which values a node needs that tests before it have found.
final class DecisionUse {
    private final Map<Decision, Integer> references = new IdentityHashMap<>();
    private final Map<Decision, Set<Object>> needs = new IdentityHashMap<>();
    private final int[] leaves;

    DecisionUse(Decision root, int clauses) {
        leaves = new int[clauses];
        count(root);
    }

    private void count(Decision d) {
        if (references.merge(d, 1, Integer::sum) > 1) {
            return;
        }
        switch (d) {
            case Decision.Fail _ -> {}
            case Decision.Leaf leaf -> {
                leaves[leaf.clause]++;
                count(leaf.otherwise);
            }
            case Decision.Switch s -> {
                s.cases.forEach(c -> count(c.then()));
                count(s.otherwise);
            }
            case Decision.Arity a -> {
                a.cases.forEach(c -> count(c.then()));
                count(a.otherwise);
            }
            case Decision.Ask a -> {
                count(a.yes);
                count(a.no);
            }
        }
    }

    boolean isShared(Decision d) {
        return d instanceof Decision.Fail || references.get(d) > 1;
    }

    /// True when several leaves lead to the clause.
    boolean isShared(int clause) {
        return leaves[clause] > 1;
    }

    /// Places and positions that tests before `d` have found and that `d` can't find again for
    /// itself.
    Set<Object> needs(Decision d) {
        Set<Object> known = needs.get(d);
        if (known != null) {
            return known;
        }
        var found = new LinkedHashSet<Object>();
        switch (d) {
            case Decision.Fail _ -> {}
            case Decision.Leaf leaf -> {
                leaf.bindings.forEach(b -> add(b.place(), found));
                found.addAll(needs(leaf.otherwise));
            }
            case Decision.Switch s -> {
                add(s.place, found);
                s.cases.forEach(c -> found.addAll(needs(c.then())));
                found.addAll(needs(s.otherwise));
            }
            case Decision.Arity a -> {
                add(a.place, found);
                a.cases.forEach(c -> found.addAll(needs(c.then())));
                found.addAll(needs(a.otherwise));
            }
            case Decision.Ask a -> {
                found.addAll(needs(a.yes));
                found.removeAll(finds(a.question));
                found.addAll(needs(a.no));
                question(a.question, found);
            }
        }
        needs.put(d, found);
        return found;
    }

    private static List<Object> finds(Decision.Question q) {
        return switch (q) {
            case Decision.Question.HasKey k -> List.of(k.value());
            case Decision.Question.HasField f -> List.of(f.value());
            case Decision.Question.Segment(var step) -> List.of(step.value(), step.next());
            case Decision.Question.Literal l -> List.of(l.next());
            case Decision.Question.IsA _,
                    Decision.Question.IsRecord _,
                    Decision.Question.Equals _,
                    Decision.Question.AtEnd _,
                    Decision.Question.RestIs _ ->
                    List.of();
        };
    }

    private static void question(Decision.Question q, Set<Object> into) {
        switch (q) {
            case Decision.Question.IsA i -> add(i.place(), into);
            case Decision.Question.Equals e -> add(e.place(), into);
            case Decision.Question.IsRecord r -> add(r.place(), into);
            case Decision.Question.HasField f -> add(f.record(), into);
            case Decision.Question.HasKey k -> {
                add(k.map(), into);
                add(k.key(), into);
            }
            case Decision.Question.Segment(var step) -> {
                add(step.at(), into);
                if (step.spec().size() != null) {
                    add(step.spec().size(), into);
                }
            }
            case Decision.Question.Literal l -> add(l.at(), into);
            case Decision.Question.AtEnd(var at) -> add(at, into);
            case Decision.Question.RestIs(var at, _) -> add(at, into);
        }
    }

    private static void add(Place.Key key, Set<Object> into) {
        switch (key) {
            case Place.Key.Literal _, Place.Key.Outside _ -> {}
            case Place.Key.Inside(var place) -> add(place, into);
            case Place.Key.Computed c -> c.bindings().forEach(b -> add(b.place(), into));
        }
    }

    private static void add(Step.Position at, Set<Object> into) {
        add(at.base(), into);
        if (at.fixed().isEmpty()) {
            into.add(at);
        }
    }

    private static void add(Place place, Set<Object> into) {
        switch (place.origin()) {
            case Place.Origin.Given _ -> {}
            case Place.Origin.Built(var parts, _) -> parts.forEach(p -> add(p, into));
            case Place.Origin.Head(var of) -> add(of, into);
            case Place.Origin.Tail(var of) -> add(of, into);
            case Place.Origin.Element(var of, _) -> add(of, into);
            case Place.Origin.Tested _ -> into.add(place);
            case Place.Origin.Value(var step) -> {
                if (step.spec().isRest()) {
                    add(step.at(), into);
                } else {
                    into.add(place);
                }
            }
        }
    }
}
