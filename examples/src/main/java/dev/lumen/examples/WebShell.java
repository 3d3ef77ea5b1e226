package dev.lumen.examples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.lumen.Compilation;
import dev.lumen.CompileRequest;
import dev.lumen.Lumen;
import dev.lumen.Source;
import dev.lumen.codegen.Target;
import dev.lumen.ir.diag.TextRenderer;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The Erlang shell `lsh.erl` in a web page: makes a folder of static files, and serves it.
///
/// Arguments: the program, the folder to write to, and the port to serve it at (none: only writes).
public final class WebShell {
    /// What a browser must be told of a file, by its ending, or it takes none of them.
    private static final Map<String, String> TYPES =
            Map.of(
                    "html", "text/html; charset=utf-8",
                    "mjs", "text/javascript; charset=utf-8",
                    "wasm", "application/wasm");

    private static final List<String> PAGE = List.of("index.html", "terminal.mjs");

    private WebShell() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[1]));
        Compilation shell = shell(Path.of(args[0])).run();
        System.out.print(new TextRenderer().render(shell.diagnostics(), shell.sources()));
        write(shell, folder);
        System.out.printf(
                "%s: %d KB of WebAssembly%n",
                folder, Files.size(folder.resolve("lsh.wasm")) / 1000);
        if (args.length > 2) {
            HttpServer server = serve(folder, Integer.parseInt(args[2]));
            System.out.println("http://localhost:" + server.getAddress().getPort() + "/");
        }
    }

    /// The shell as a program. What is typed at it can reach the modules that are kept.
    public static CompileRequest shell(Path source) {
        return Lumen.compile(Source.file(source))
                .keep("io")
                .keep("lists")
                .keep("maps")
                .keep("string")
                .leaveOut("qlc")
                .program();
    }

    /// Links the shell, and puts the page beside it.
    public static void write(Compilation shell, Path folder) throws IOException {
        shell.emit(Target.WASM32).module(folder.resolve("lsh.wasm")).orThrow();
        for (String file : PAGE) {
            try (InputStream text = WebShell.class.getResourceAsStream("web/" + file)) {
                Files.write(folder.resolve(file), text.readAllBytes());
            }
        }
    }

    /// Serves the files of a folder to this machine until the server is stopped. Port 0: one that
    /// is free.
    public static HttpServer serve(Path folder, int port) throws IOException {
        var local = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        HttpServer server = HttpServer.create(local, 0);
        server.createContext("/", exchange -> answer(exchange, folder));
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, Path folder) throws IOException {
        String asked = exchange.getRequestURI().getPath().substring(1);
        Path file = folder.resolve(asked.isEmpty() ? "index.html" : asked).normalize();
        String type = TYPES.get(asked.isEmpty() ? "html" : asked.replaceFirst(".*\\.", ""));
        try (exchange) {
            if (type == null || !file.startsWith(folder) || !Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, Files.size(file));
            Files.copy(file, exchange.getResponseBody());
        }
    }
}
