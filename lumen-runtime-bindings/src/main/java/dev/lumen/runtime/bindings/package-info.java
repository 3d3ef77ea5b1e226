/// Layouts, offsets and handles of the runtime.
package dev.lumen.runtime.bindings;
