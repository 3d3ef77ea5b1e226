package dev.lumen.examples;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A headless Chromium that shows one page, driven as a user would: by its DevTools protocol (JSON
/// over a WebSocket). For one thread.
final class Chromium implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome");
    private static final Pattern SOCKET =
            Pattern.compile("\"webSocketDebuggerUrl\": \"(ws:[^\"]*/page/[^\"]*)\"");
    private static final Pattern ID = Pattern.compile("^\\{\"id\":(\\d+)");
    private static final Pattern STRING =
            Pattern.compile("\"type\":\"string\",\"value\":\"([^\"]*)\"");
    private static final int CONTROL = 2;

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Answers answers = new Answers();
    private final WebSocket socket;
    private int lastId;

    private Chromium(Process process, Path portFile) throws IOException, InterruptedException {
        this.process = process;
        await("its port", () -> Files.exists(portFile) && lines(portFile).size() > 1);
        var list = URI.create("http://127.0.0.1:" + lines(portFile).getFirst() + "/json/list");
        var pages = new ArrayList<String>();
        await(
                "its page",
                () ->
                        SOCKET.matcher(get(list)).results().peek(m -> pages.add(m.group(1))).count()
                                > 0);
        socket =
                http.newWebSocketBuilder().buildAsync(URI.create(pages.getFirst()), answers).join();
    }

    /// Where it is installed, by the `PATH`.
    static Optional<Path> find() {
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> NAMES.stream().map(Path.of(folder)::resolve))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// `profile`: an empty folder, for what a browser remembers.
    static Chromium open(Path binary, Path profile, String url)
            throws IOException, InterruptedException {
        var command =
                new ProcessBuilder(
                                binary.toString(),
                                "--headless",
                                "--no-sandbox", // which root can't have; the page is ours
                                "--disable-gpu",
                                "--disable-dev-shm-usage",
                                "--no-first-run",
                                "--remote-debugging-port=0",
                                "--user-data-dir=" + profile,
                                url)
                        .redirectErrorStream(true)
                        .redirectOutput(profile.resolve("log").toFile());
        command.environment().put("TMPDIR", profile.toString()); // it makes files there, too
        Process process = command.start();
        try {
            return new Chromium(process, profile.resolve("DevToolsActivePort"));
        } catch (RuntimeException e) {
            process.destroy();
            throw e;
        }
    }

    /// The value of an expression of the page, which is a string.
    String evaluate(String javascript) {
        // As base64: the answer is then no matter for a parser of JSON.
        String bytes =
                "Array.from(new TextEncoder().encode(%s), b => String.fromCharCode(b))"
                        .formatted(javascript);
        String answer =
                send(
                        "Runtime.evaluate",
                        "\"expression\":" + quoted("btoa(" + bytes + ".join(''))"));
        Matcher value = STRING.matcher(answer);
        if (!value.find()) {
            throw new IllegalStateException(javascript + ": " + answer);
        }
        return new String(Base64.getDecoder().decode(value.group(1)), StandardCharsets.UTF_8);
    }

    /// Waits until an expression of the page is true.
    void await(String javascript) throws InterruptedException {
        await(javascript, () -> evaluate("String(" + javascript + ")").equals("true"));
    }

    /// Types text where the focus is.
    void type(String text) {
        send("Input.insertText", "\"text\":" + quoted(text));
    }

    /// Presses a key, by its name in `KeyboardEvent.key`.
    void press(String key) {
        press(key, 0);
    }

    void pressControl(String key) {
        press(key, CONTROL);
    }

    private void press(String key, int modifiers) {
        for (String type : List.of("rawKeyDown", "keyUp")) {
            send(
                    "Input.dispatchKeyEvent",
                    "\"type\":\"%s\",\"key\":\"%s\",\"modifiers\":%d"
                            .formatted(type, key, modifiers));
        }
    }

    private String send(String method, String parameters) {
        int id = ++lastId;
        CompletableFuture<String> answer = answers.expect(id);
        socket.sendText(
                        "{\"id\":%d,\"method\":\"%s\",\"params\":{%s}}"
                                .formatted(id, method, parameters),
                        true)
                .join();
        try {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(method, e);
        }
    }

    private void await(String what, BooleanSupplier isThere) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isThere.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("waited for " + what);
            }
            Thread.sleep(20);
        }
    }

    private String get(URI from) {
        try {
            return http.send(
                            HttpRequest.newBuilder(from).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String quoted(String text) {
        var json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\' || c < ' ') {
                json.append("\\u%04x".formatted((int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }

    @Override
    public void close() {
        // The first process may be gone while others still write to the profile.
        List<ProcessHandle> others = process.descendants().toList();
        send("Browser.close", "");
        process.destroy();
        process.onExit().join();
        others.forEach(ProcessHandle::destroyForcibly);
        CompletableFuture.allOf(
                        others.stream()
                                .map(ProcessHandle::onExit)
                                .toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, 5, TimeUnit.SECONDS)
                .join();
        // Not close(): it waits for an orderly end of the connection, which a browser that exits
        // does not always make.
        socket.abort();
        http.shutdownNow();
    }

    /// Brings each answer to who waits for it. Events have no id; nobody asked for any.
    private static final class Answers implements WebSocket.Listener {
        private final Map<Integer, CompletableFuture<String>> expected = new ConcurrentHashMap<>();
        private final StringBuilder text = new StringBuilder();

        CompletableFuture<String> expect(int id) {
            return expected.computeIfAbsent(id, _ -> new CompletableFuture<>());
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                Matcher id = ID.matcher(text);
                if (id.find()) {
                    expected.remove(Integer.valueOf(id.group(1))).complete(text.toString());
                }
                text.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
