package dev.lumen.frontend.beam;

import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.term.Atom;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a `.beam` file exports, from its chunks `ExpT` and `AtU8`: much cheaper than its forms.
public final class BeamExports {
    private BeamExports() {}

    /// Empty when the file does not tell, in whatever way.
    public static Optional<Set<FunctionId>> read(byte[] bytes) {
        try {
            BeamFile file = BeamFile.read(bytes);
            if (file.chunk("ExpT").isEmpty() || file.chunk("AtU8").isEmpty()) {
                return Optional.empty();
            }
            List<Atom> atoms = atoms(ByteBuffer.wrap(file.chunk("AtU8").get()));
            ByteBuffer in = ByteBuffer.wrap(file.chunk("ExpT").get());
            var exports = new LinkedHashSet<FunctionId>();
            for (int i = in.getInt(); i > 0; i--) {
                Atom name = atoms.get(in.getInt() - 1);
                exports.add(new FunctionId(atoms.getFirst(), name, in.getInt()));
                in.getInt(); // the label
            }
            return Optional.of(exports);
        } catch (BeamFormatException
                | BufferUnderflowException
                | IllegalArgumentException
                | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /// The first is the name of the module. From OTP 28 on the count is negative, and lengths are
    /// compact terms.
    private static List<Atom> atoms(ByteBuffer in) {
        int count = in.getInt();
        var atoms = new ArrayList<Atom>();
        for (int i = Math.abs(count); i > 0; i--) {
            int length = in.get() & 0xff;
            if (count < 0) {
                length = (length & 8) == 0 ? length >> 4 : (length & 0xe0) << 3 | in.get() & 0xff;
            }
            byte[] text = new byte[length];
            in.get(text);
            atoms.add(Atom.of(new String(text, StandardCharsets.UTF_8)));
        }
        return atoms;
    }
}
