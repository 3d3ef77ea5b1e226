package dev.lumen;

import dev.lumen.frontend.preprocess.OtpInstallation;

import java.nio.file.Path;
import java.util.Optional;

/// An installation of OTP: where `-include_lib` looks, and where OTP's own modules come from.
///
/// @param root the folder that holds `lib/` with one folder per application, such as
///   `/usr/lib/erlang`
public record Otp(Path root) {
    /// @throws IllegalArgumentException when there is no `lib` folder
    public Otp {
        if (!new OtpInstallation(root).exists()) {
            throw new IllegalArgumentException("not an OTP installation (no folder lib): " + root);
        }
    }

    public static Otp at(Path root) {
        return new Otp(root);
    }

    /// The installation that the environment variable `LUMEN_OTP` names: if there is none, then
    /// none. Without that variable the [#kit], else the installation that `ERL_ROOTDIR` names, else
    /// one in a usual place.
    ///
    /// @throws java.io.UncheckedIOException when the kit can't be unpacked
    public static Optional<Otp> discover() {
        Optional<Otp> kit = OtpInstallation.isNamed() ? Optional.empty() : kit();
        return kit.or(() -> OtpInstallation.discover().map(found -> new Otp(found.root())));
    }

    /// OTP as a library: that of the jar `lumen-otp-kit`, when it is on the class or module path
    /// and was built where there is an OTP. It is unpacked once per machine, into the cache folder
    /// (`-Dlumen.cache`, or `lumen` below `$XDG_CACHE_HOME` or `~/.cache`).
    ///
    /// @throws java.io.UncheckedIOException when it can't be unpacked
    public static Optional<Otp> kit() {
        return UnpackedOtp.find().map(Otp::new);
    }

    OtpInstallation installation() {
        return new OtpInstallation(root);
    }
}
