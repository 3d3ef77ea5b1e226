package dev.lumen.codegen;

import java.nio.file.Path;
import java.util.List;

/// How executables are linked with the debug runtime, whose sanitizers need the C library of the machine.
final class DebugLink {
    List<String> arguments(List<Path> objects) {
        throw new UnsupportedOperationException("executables of the debug runtime, with " + objects.size() + " objects");
    }
}
