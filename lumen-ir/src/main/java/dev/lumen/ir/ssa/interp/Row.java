package dev.lumen.ir.ssa.interp;

/// A tuple. The array is never written after the tuple is made.
record Row(Object[] elements) {
    int size() {
        return elements.length;
    }
}
