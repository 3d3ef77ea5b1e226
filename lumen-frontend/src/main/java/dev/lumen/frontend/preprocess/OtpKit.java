package dev.lumen.frontend.preprocess;

import java.net.URL;
import java.util.Optional;

/// OTP as a library: what `lumen-otp-kit` provides as a service.
public interface OtpKit {
    /// What tells its contents from others, fit for the name of a folder.
    String id();

    /// A zip of an installation's folders `lib` and `releases`; empty when the build that made the
    /// kit found no OTP to pack.
    Optional<URL> archive();
}
