package dev.lumen.frontend.parse;

import dev.lumen.ir.core.Segment;
import dev.lumen.ir.forms.BinElement;
import dev.lumen.ir.ssa.BitsKind;

import java.util.List;
import java.util.Locale;

/// The specifiers of a segment of a bit string, with the defaults for those that are not written.
public final class SegmentSpecifiers {
    private BitsKind kind;
    private Boolean signed;
    private Segment.Endian endian;
    private Integer unit;
    private boolean good = true;

    public SegmentSpecifiers(List<BinElement.BitType> written) {
        for (var type : written) {
            switch (type.name().name()) {
                case "integer" -> kind(BitsKind.INTEGER);
                case "float" -> kind(BitsKind.FLOAT);
                case "binary" -> kind(BitsKind.SLICE);
                case "bytes" -> {
                    kind(BitsKind.SLICE);
                    unit(8);
                }
                case "bits", "bitstring" -> {
                    kind(BitsKind.SLICE);
                    unit(1);
                }
                case "utf8", "utf16", "utf32" ->
                        kind(BitsKind.valueOf(type.name().name().toUpperCase(Locale.ROOT)));
                case "signed", "unsigned" -> signed(type.name().name().equals("signed"));
                case "big" -> endian(Segment.Endian.BIG);
                case "little" -> endian(Segment.Endian.LITTLE);
                case "native" -> endian(Segment.Endian.NATIVE);
                case "unit" -> unit(type.number().orElse(0));
                default -> good = false;
            }
        }
    }

    private void kind(BitsKind fresh) {
        good &= kind == null || kind == fresh;
        kind = fresh;
    }

    private void signed(boolean fresh) {
        good &= signed == null || signed == fresh;
        signed = fresh;
    }

    private void endian(Segment.Endian fresh) {
        good &= endian == null || endian == fresh;
        endian = fresh;
    }

    private void unit(int fresh) {
        good &= (unit == null || unit == fresh) && fresh >= 1 && fresh <= 256;
        unit = fresh;
    }

    public BitsKind kind() {
        return kind == null ? BitsKind.INTEGER : kind;
    }

    /// Bits that a size of one stands for; 0 for the UTF types, which have no size.
    public int unit() {
        if (kind().isUtf()) {
            return 0;
        }
        return unit != null ? unit : kind() == BitsKind.SLICE ? 8 : 1;
    }

    public boolean isSigned() {
        return signed != null && signed;
    }

    public Segment.Endian endian() {
        return endian == null ? Segment.Endian.BIG : endian;
    }

    /// Whether they exist, go together, and go with a size that is written or not.
    public boolean isGood(boolean hasSize) {
        boolean sized = hasSize || unit != null;
        return good
                && (kind().isUtf() ? !sized : hasSize || unit == null || kind == BitsKind.SLICE);
    }
}
