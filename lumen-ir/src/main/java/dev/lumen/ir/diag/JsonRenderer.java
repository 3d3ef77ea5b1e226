package dev.lumen.ir.diag;

import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/// For tools: one JSON array; each object has the components of [Diagnostic], spans with line,
/// column and offset.
public final class JsonRenderer implements Renderer {
    @Override
    public String render(List<Diagnostic> diagnostics, Sources sources) {
        var json = new Json();
        json.array(diagnostics, d -> one(d, json));
        return json.out.append('\n').toString();
    }

    private static void one(Diagnostic d, Json json) {
        json.out.append("{\"code\":");
        json.string(d.code().name());
        json.out.append(",\"severity\":");
        json.string(d.severity().toString());
        json.out.append(",\"title\":");
        json.string(d.title());
        json.out.append(",\"primary\":");
        label(d.primary(), json);
        json.out.append(",\"related\":");
        json.array(d.related(), l -> label(l, json));
        json.out.append(",\"notes\":");
        json.array(d.notes(), json::string);
        json.out.append(",\"fixes\":");
        json.array(
                d.fixes(),
                f -> {
                    json.out.append("{\"title\":");
                    json.string(f.title());
                    json.out.append(",\"edits\":");
                    json.array(
                            f.edits(),
                            e -> {
                                json.out.append("{\"span\":");
                                span(e.span(), json);
                                json.out.append(",\"replacement\":");
                                json.string(e.replacement());
                                json.out.append('}');
                            });
                    json.out.append('}');
                });
        json.out.append('}');
    }

    private static void label(Label label, Json json) {
        json.out.append("{\"span\":");
        span(label.span(), json);
        json.out.append(",\"text\":");
        json.string(label.text());
        json.out.append('}');
    }

    private static void span(Span span, Json json) {
        json.out.append("{\"file\":");
        json.string(span.file());
        position(",\"start\":", span.start(), json);
        position(",\"end\":", span.end(), json);
        json.out.append('}');
    }

    private static void position(String key, Position p, Json json) {
        json.out
                .append(key)
                .append("{\"line\":")
                .append(p.line())
                .append(",\"column\":")
                .append(p.column())
                .append(",\"offset\":")
                .append(p.offset())
                .append('}');
    }

    /// The little of JSON that is needed to write.
    private static final class Json {
        final StringBuilder out = new StringBuilder();

        <T> void array(List<T> items, Consumer<T> one) {
            out.append('[');
            for (Iterator<T> i = items.iterator(); i.hasNext(); ) {
                one.accept(i.next());
                if (i.hasNext()) {
                    out.append(',');
                }
            }
            out.append(']');
        }

        void string(String s) {
            out.append('"');
            for (int i = 0; i < s.length(); i++) {
                char c = s.charAt(i);
                switch (c) {
                    case '"' -> out.append("\\\"");
                    case '\\' -> out.append("\\\\");
                    case '\n' -> out.append("\\n");
                    case '\r' -> out.append("\\r");
                    case '\t' -> out.append("\\t");
                    default -> {
                        if (c < ' ' || Character.isSurrogate(c) && !isPaired(s, i)) {
                            out.append(String.format("\\u%04x", (int) c));
                        } else {
                            out.append(c);
                        }
                    }
                }
            }
            out.append('"');
        }

        private static boolean isPaired(String s, int i) {
            return Character.isHighSurrogate(s.charAt(i))
                    ? i + 1 < s.length() && Character.isLowSurrogate(s.charAt(i + 1))
                    : i > 0 && Character.isHighSurrogate(s.charAt(i - 1));
        }
    }
}
