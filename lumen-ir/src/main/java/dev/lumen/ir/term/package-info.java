/// Erlang values as immutable Java objects: [dev.lumen.ir.term.Term] and its kinds, their order,
/// their text, and the content hash of atoms.
package dev.lumen.ir.term;
