package dev.lumen.ir.forms;

import dev.lumen.ir.term.Atom;

/// Which record an expression, pattern or type means.
public sealed interface RecordName {
    /// `#name`: a record of this module, tuple or native, or an imported native one.
    record Local(Atom name) implements RecordName {}

    /// `#module:name`: a native record.
    record Remote(Atom module, Atom name) implements RecordName {}

    /// `#_`: any native record that has the fields.
    record Any() implements RecordName {}
}
