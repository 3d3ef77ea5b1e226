package dev.lumen.runtime.tools;

import org.bytedeco.javacpp.Loader;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The programs inside the LLVM jar: clang, lld, llvm-ar.
///
/// They are unpacked on first use into JavaCPP's cache (`~/.javacpp/cache`, or
/// `-Dorg.bytedeco.javacpp.cachedir`), beside the libLLVM that the JIT loads. Only what is asked
/// for is unpacked: a program that just links pays for lld (170 MB, under a second, once per
/// machine), not for clang (100 MB more).
///
/// JavaCPP's own way to these programs (`Loader.load(clang.class)`) gives ones that do not start:
/// they look for `libLLVM.so.20.1` and `libclang-cpp.so.20.1` in their own directory, and it makes
/// neither name. So here.
///
/// Thread-safe, also against other JVMs: JavaCPP unpacks under a file lock, and the symbolic links
/// are created atomically.
public final class LlvmTools {
    /// The suffix that the programs expect on the names of their libraries.
    private static final String LIBRARY_VERSION = ".20.1";

    private LlvmTools() {}

    /// The C compiler. Finds its own headers (`stdint.h`...); brings no C library and no sanitizer.
    public static Path clang() {
        return Clang.PATH;
    }

    /// The linker for ELF.
    public static Path elfLinker() {
        return Lld.ELF;
    }

    /// The linker for WebAssembly.
    public static Path wasmLinker() {
        return Lld.WASM;
    }

    /// `llvm-ar`.
    public static Path archiver() {
        return Archiver.PATH;
    }

    // One holder class per program: the class initialisation lock makes each unpacking happen once.

    private static final class Library {
        static final Path DIRECTORY;

        static {
            Path library = unpack("libLLVM.so");
            DIRECTORY = library.getParent();
            link("libLLVM.so" + LIBRARY_VERSION, library);
        }
    }

    private static final class Clang {
        static final Path PATH;

        static {
            Path directory = Library.DIRECTORY;
            Path library = unpack("libclang-cpp.so");
            link(library.getFileName() + LIBRARY_VERSION, library);
            unpack("lib/clang/20/include");
            PATH = program("clang", directory);
        }
    }

    private static final class Lld {
        static final Path ELF;
        static final Path WASM;

        static {
            // One program that behaves as the name it is called by.
            Path lld = program("lld", Library.DIRECTORY);
            ELF = link("ld.lld", lld);
            WASM = link("wasm-ld", lld);
        }
    }

    private static final class Archiver {
        static final Path PATH = program("llvm-ar", Library.DIRECTORY);
    }

    private static Path program(String name, Path directory) {
        Path path = unpack(name);
        if (!path.getParent().equals(directory)) {
            throw new IllegalStateException(path + " is not beside its library in " + directory);
        }
        if (!Files.isExecutable(path) && !path.toFile().setExecutable(true)) {
            throw new IllegalStateException("can't make " + path + " executable");
        }
        return path;
    }

    private static Path unpack(String name) {
        String resource = "org/bytedeco/llvm/" + Loader.getPlatform() + "/" + name;
        // Through the class loader: as a class's own resource it is invisible on the module path.
        URL url = org.bytedeco.llvm.global.LLVM.class.getClassLoader().getResource(resource);
        if (url == null) {
            throw new IllegalStateException(
                    resource
                            + " not found: is the jar org.bytedeco:llvm with classifier "
                            + Loader.getPlatform()
                            + " there?");
        }
        try {
            File file = Loader.cacheResource(url);
            if (file == null) {
                throw new IOException("JavaCPP gave no file");
            }
            return file.toPath();
        } catch (IOException e) {
            throw new UncheckedIOException("can't unpack " + resource, e);
        }
    }

    private static Path link(String name, Path target) {
        Path link = target.resolveSibling(name);
        try {
            Files.createSymbolicLink(link, target.getFileName());
        } catch (FileAlreadyExistsException e) {
            // An earlier run, or another JVM just now.
        } catch (IOException e) {
            throw new UncheckedIOException("can't create " + link, e);
        }
        return link;
    }
}
