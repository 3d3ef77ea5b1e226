package dev.lumen.codegen;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How large the parts of an object file are, as LLVM emitted them.
///
/// @param code bytes of machine code of each function symbol
/// @param loaded bytes of all that goes into an image: that code and all other, and data
record ObjectSizes(Map<String, Long> code, long loaded) {
    ObjectSizes {
        code = Map.copyOf(code);
    }

    /// Reads an object file that LLVM made for one of our targets.
    static ObjectSizes of(byte[] object) {
        return object[0] == 0x7F ? elf(object) : new WasmObject(object).sizes();
    }

    // ---- ELF, 64 bits, little endian ------------------------------------------------------------

    private static final int SYMBOL_TABLE = 2;
    private static final int IN_MEMORY = 2;
    private static final int FUNCTION = 2;
    private static final int SYMBOL_BYTES = 24;

    private record Section(int type, long flags, int offset, int size, int link) {}

    private static ObjectSizes elf(byte[] object) {
        ByteBuffer in = ByteBuffer.wrap(object).order(ByteOrder.LITTLE_ENDIAN);
        int headers = Math.toIntExact(in.getLong(0x28));
        int headerBytes = in.getShort(0x3A);
        var sections = new ArrayList<Section>();
        for (int k = 0; k < in.getShort(0x3C); k++) {
            int at = headers + k * headerBytes;
            sections.add(
                    new Section(
                            in.getInt(at + 4),
                            in.getLong(at + 8),
                            Math.toIntExact(in.getLong(at + 0x18)),
                            Math.toIntExact(in.getLong(at + 0x20)),
                            in.getInt(at + 0x28)));
        }
        long loaded =
                sections.stream()
                        .filter(s -> (s.flags & IN_MEMORY) != 0)
                        .mapToLong(Section::size)
                        .sum();
        var code = new HashMap<String, Long>();
        for (Section table : sections) {
            if (table.type == SYMBOL_TABLE) {
                functions(in, table, sections.get(table.link).offset, code);
            }
        }
        return new ObjectSizes(code, loaded);
    }

    private static void functions(ByteBuffer in, Section table, int names, Map<String, Long> code) {
        for (int at = table.offset; at < table.offset + table.size; at += SYMBOL_BYTES) {
            boolean isDefined = in.getShort(at + 6) != 0;
            if ((in.get(at + 4) & 0xF) == FUNCTION && isDefined) {
                code.merge(name(in, names + in.getInt(at)), in.getLong(at + 16), Long::sum);
            }
        }
    }

    private static String name(ByteBuffer in, int at) {
        int end = at;
        while (in.get(end) != 0) {
            end++;
        }
        return new String(in.array(), at, end - at, StandardCharsets.UTF_8);
    }

    // ---- WebAssembly ----------------------------------------------------------------------------

    /// The sections of an object file: see "WebAssembly Object File Linking" of the tool
    /// conventions.
    private static final class WasmObject {
        private static final int CUSTOM = 0;
        private static final int IMPORTS = 2;
        private static final int CODE = 10;
        private static final int DATA = 11;
        private static final int SYMBOLS = 8;
        private static final int UNDEFINED = 0x10;
        private static final int EXPLICIT_NAME = 0x40;

        private final ByteBuffer in;
        private final List<Integer> bodies = new ArrayList<>();
        private final Map<String, Long> code = new HashMap<>();
        private int imported;
        private long loaded;

        WasmObject(byte[] object) {
            in = ByteBuffer.wrap(object).order(ByteOrder.LITTLE_ENDIAN).position(8);
        }

        ObjectSizes sizes() {
            while (in.hasRemaining()) {
                int kind = in.get();
                int size = number();
                int end = in.position() + size;
                switch (kind) {
                    case IMPORTS -> imports();
                    case CODE -> {
                        bodies();
                        loaded += size;
                    }
                    case DATA -> loaded += size;
                    case CUSTOM -> {
                        if (text().equals("linking")) {
                            linking(end);
                        }
                    }
                    default -> {}
                }
                in.position(end);
            }
            return new ObjectSizes(code, loaded);
        }

        private void imports() {
            for (int left = number(); left > 0; left--) {
                text();
                text();
                switch (in.get()) {
                    case 0 -> { // a function of this type
                        number();
                        imported++;
                    }
                    case 1 -> { // a table: element type, limits
                        in.get();
                        limits();
                    }
                    case 2 -> limits();
                    default -> in.getShort(); // a global: type, whether it varies
                }
            }
        }

        private void limits() {
            boolean hasMaximum = (in.get() & 1) != 0;
            number();
            if (hasMaximum) {
                number();
            }
        }

        private void bodies() {
            for (int left = number(); left > 0; left--) {
                int size = number();
                bodies.add(size);
                in.position(in.position() + size);
            }
        }

        private void linking(int end) {
            number(); // version
            while (in.position() < end) {
                int kind = in.get();
                int next = number() + in.position();
                if (kind == SYMBOLS) {
                    symbols();
                }
                in.position(next);
            }
        }

        private void symbols() {
            for (int left = number(); left > 0; left--) {
                int kind = in.get();
                int flags = number();
                boolean isDefined = (flags & UNDEFINED) == 0;
                switch (kind) {
                    case 1 -> { // data
                        text();
                        if (isDefined) {
                            number();
                            number();
                            number();
                        }
                    }
                    case 3 -> number(); // a section
                    default -> { // a function, global, tag or table
                        int index = number();
                        String name = isDefined || (flags & EXPLICIT_NAME) != 0 ? text() : "";
                        if (kind == 0 && isDefined) {
                            code.merge(name, (long) bodies.get(index - imported), Long::sum);
                        }
                    }
                }
            }
        }

        private String text() {
            int length = number();
            String text = new String(in.array(), in.position(), length, StandardCharsets.UTF_8);
            in.position(in.position() + length);
            return text;
        }

        /// LEB128, without a sign.
        private int number() {
            int value = 0;
            for (int shift = 0; ; shift += 7) {
                byte b = in.get();
                value |= (b & 0x7F) << shift;
                if (b >= 0) {
                    return value;
                }
            }
        }
    }
}
