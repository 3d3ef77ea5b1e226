package dev.lumen.runtime.build;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/// The names that an object file has in common with others: what it defines, and what it uses of
/// them. Of an ELF file for a little-endian machine of 64 bits.
record Symbols(Set<String> defined, Set<String> used) {
    private static final int SECTIONS_AT = 40;
    private static final int SECTION_BYTES_AT = 58;
    private static final int SECTION_COUNT_AT = 60;
    private static final int SYMBOL_TABLE = 2;
    private static final int SYMBOL_BYTES = 24;
    private static final int LOCAL = 0;

    static Symbols of(Path object) throws IOException {
        ByteBuffer file =
                ByteBuffer.wrap(Files.readAllBytes(object)).order(ByteOrder.LITTLE_ENDIAN);
        if (file.limit() < 64 || file.getInt(0) != 0x464C457F || file.get(4) != 2) {
            throw new BuildException(object + " is no ELF file of 64 bits");
        }
        var symbols = new Symbols(new TreeSet<>(), new TreeSet<>());
        for (int i = 0; i < file.getShort(SECTION_COUNT_AT); i++) {
            int section = section(file, i);
            if (file.getInt(section + 4) == SYMBOL_TABLE) {
                symbols.read(file, section);
            }
        }
        return symbols;
    }

    private static int section(ByteBuffer file, int number) {
        return (int) file.getLong(SECTIONS_AT) + number * file.getShort(SECTION_BYTES_AT);
    }

    private void read(ByteBuffer file, int section) {
        int start = (int) file.getLong(section + 24);
        int end = start + (int) file.getLong(section + 32);
        int names = (int) file.getLong(section(file, file.getInt(section + 40)) + 24);
        for (int at = start; at < end; at += SYMBOL_BYTES) {
            if (file.get(at + 4) >> 4 == LOCAL) {
                continue;
            }
            boolean defined = file.getShort(at + 6) != 0;
            (defined ? this.defined : used).add(text(file, names + file.getInt(at)));
        }
    }

    private static String text(ByteBuffer file, int start) {
        int end = start;
        while (file.get(end) != 0) {
            end++;
        }
        return new String(file.array(), start, end - start, StandardCharsets.UTF_8);
    }
}
