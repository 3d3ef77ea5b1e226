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
    /// none. Without that variable the one that `ERL_ROOTDIR` names, or one in a usual place.
    public static Optional<Otp> discover() {
        return OtpInstallation.discover().map(found -> new Otp(found.root()));
    }

    OtpInstallation installation() {
        return new OtpInstallation(root);
    }
}
