package dev.lumen.runtime.tools;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/// The part of the runtime that is written in Erlang: modules that an image gets when something in
/// it needs them. They are the runtime's own, or stand in for the modules of OTP that boot its
/// emulator and load code into it, which an image does not do. Where only some functions of a
/// module ask for what an image does not have, those are replaced, and the rest is OTP's.
public final class Glue {
    private static final Set<String> MODULES = Set.of("lumen_user", "lumen_logger", "code", "init");
    private static final Set<String> CORE = Set.of("prim_eval");
    private static final Set<String> PATCHES = Set.of("erl_features");

    private Glue() {}

    /// The source of the module; empty when there is none of that name.
    ///
    /// @throws UncheckedIOException when the jar can't be read
    public static Optional<String> source(String module) {
        return MODULES.contains(module) ? read(module + ".erl") : Optional.empty();
    }

    /// The text of the module in Core Erlang, for what Erlang can't say; empty when there is none
    /// of that name.
    ///
    /// @throws UncheckedIOException when the jar can't be read
    public static Optional<String> core(String module) {
        return CORE.contains(module) ? read(module + ".core") : Optional.empty();
    }

    /// The source of functions that take the place of those of the same names in a module of OTP;
    /// empty where there are none.
    ///
    /// @throws UncheckedIOException when the jar can't be read
    public static Optional<String> patch(String module) {
        return PATCHES.contains(module) ? read(module + ".erl") : Optional.empty();
    }

    private static Optional<String> read(String file) {
        try (InputStream in = Glue.class.getResourceAsStream("/dev/lumen/runtime/erlang/" + file)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
