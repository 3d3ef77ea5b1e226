package dev.lumen.ir.term;

import java.nio.charset.StandardCharsets;

/// The content hash that makes an atom the same machine word in every module, object file and
/// process.
///
/// 64-bit FNV-1a over the UTF-8 bytes of the name, then the 64-bit finalizer of MurmurHash3 (FNV
/// alone leaves the high bits of short names poorly mixed), then the top 58 bits. The runtime
/// computes the same in C; both are tested against the same table of names.
public final class AtomHash {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /// The low six bits of an atom's word: `110` (immediate) below kind `001` (atom).
    private static final long ATOM_TAG = 0x0E;

    private AtomHash() {}

    /// The hash, in `0 .. 2^58 - 1`.
    public static long hash58(String name) {
        long h = FNV_OFFSET;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            h = (h ^ (b & 0xff)) * FNV_PRIME;
        }
        h ^= h >>> 33;
        h *= 0xff51afd7ed558ccdL;
        h ^= h >>> 33;
        h *= 0xc4ceb9fe1a85ec53L;
        h ^= h >>> 33;
        return h >>> 6;
    }

    /// The tagged word that stands for the atom in compiled code, unless the link step found a
    /// collision.
    public static long immediate(String name) {
        return hash58(name) << 6 | ATOM_TAG;
    }
}
