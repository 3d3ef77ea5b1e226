package dev.lumen.frontend.preprocess;

import java.io.IOException;
import java.util.Optional;

/// Finds the files that `-include` and `-include_lib` name. A host may supply its own, for sources
/// that are not files.
///
/// Implementations must allow calls from several threads.
public interface IncludeResolver {
    /// Finds nothing.
    IncludeResolver NONE = (_, _, _) -> Optional.empty();

    /// The file that `from` includes as `name`; empty when there is none. The name of the source
    /// that comes back is the one that `-file` attributes and diagnostics show, and the `from` of
    /// what it includes itself.
    ///
    /// With `library`, the first part of the name may be an application of OTP or of the host
    /// (`kernel/include/…`), when there is no file of that name. Throws [IOException] when the file
    /// is there but cannot be read.
    Optional<SourceFile> resolve(String name, String from, boolean library) throws IOException;
}
