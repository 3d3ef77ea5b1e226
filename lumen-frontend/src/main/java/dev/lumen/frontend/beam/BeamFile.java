package dev.lumen.frontend.beam;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// The chunks of a `.beam` file: an IFF file of type `BEAM`, big-endian, each chunk a name of four
/// characters, a length and that many bytes, padded to a multiple of four. The whole file may be
/// compressed with gzip. Immutable.
///
/// @param chunks name to contents, in the order of the file; nobody writes to the arrays
record BeamFile(Map<String, byte[]> chunks) {
    private static final int HEADER = 12;

    /// Throws [BeamFormatException] when `bytes` are no whole `.beam` file.
    static BeamFile read(byte[] bytes) throws BeamFormatException {
        ByteBuffer in = ByteBuffer.wrap(isGzip(bytes) ? unzip(bytes) : bytes);
        if (in.remaining() < HEADER && startsLikeOne(in)) {
            throw truncated(in.remaining(), HEADER);
        }
        if (in.remaining() < HEADER || !name(in).equals("FOR1")) {
            throw new BeamFormatException(new BeamProblem.NotABeam());
        }
        long length = Integer.toUnsignedLong(in.getInt());
        if (!name(in).equals("BEAM")) {
            throw new BeamFormatException(new BeamProblem.NotABeam());
        }
        if (in.remaining() + 4L < length) {
            throw truncated(in.limit(), length + 8);
        }
        in.limit((int) (8 + length));
        var chunks = new LinkedHashMap<String, byte[]>();
        try {
            while (in.hasRemaining()) {
                String name = name(in);
                int size = in.getInt();
                if (size < 0 || size > in.remaining()) {
                    throw new BeamFormatException(
                            new BeamProblem.Damaged("chunk " + name + " is longer than the file"));
                }
                byte[] data = new byte[size];
                in.get(data);
                chunks.putIfAbsent(name, data);
                in.position(Math.min(in.limit(), (in.position() + 3) & ~3));
            }
        } catch (BufferUnderflowException e) {
            throw new BeamFormatException(new BeamProblem.Damaged("the last chunk has no length"));
        }
        return new BeamFile(chunks);
    }

    Optional<byte[]> chunk(String name) {
        return Optional.ofNullable(chunks.get(name));
    }

    private static boolean startsLikeOne(ByteBuffer in) {
        byte[] wanted = {'F', 'O', 'R', '1'};
        int n = Math.min(wanted.length, in.remaining());
        return n > 0 && in.slice(0, n).equals(ByteBuffer.wrap(wanted, 0, n));
    }

    private static String name(ByteBuffer in) {
        byte[] four = new byte[4];
        in.get(four);
        return new String(four, StandardCharsets.ISO_8859_1);
    }

    private static BeamFormatException truncated(long have, long wanted) {
        return new BeamFormatException(new BeamProblem.Truncated(have, wanted));
    }

    private static boolean isGzip(byte[] bytes) {
        return bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
    }

    private static byte[] unzip(byte[] bytes) throws BeamFormatException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new BeamFormatException(
                    new BeamProblem.Damaged("can't be decompressed: " + e.getMessage()));
        }
    }
}
