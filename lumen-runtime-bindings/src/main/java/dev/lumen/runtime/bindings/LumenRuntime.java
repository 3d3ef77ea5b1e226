package dev.lumen.runtime.bindings;

import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.ExternalTerm;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.ListTerm;
import dev.lumen.ir.term.Nil;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.Tuple;
import dev.lumen.runtime.tools.RuntimeKit;
import dev.lumen.runtime.tools.RuntimeTarget;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// A runtime inside this JVM: its schedulers are threads of this process, its processes run
/// compiled Erlang code.
///
/// ```java
/// try (LumenRuntime rt = compilation.load()) {
///     Term t = rt.call("m", "fact", Term.of(30)).get();
/// }
/// ```
///
/// Terms are copied at the border (in the external term format), so a [Term] never points into the
/// runtime. Exceptions of the program arrive as [ErlangException], `halt` as [HaltException].
///
/// Thread safety: every method may be called from any thread. Futures are completed on scheduler
/// threads: dependents that take long belong on an executor (`thenApplyAsync`).
public final class LumenRuntime implements AutoCloseable {
    private static final long CONFIG_SCHEDULERS = offset("schedulers");
    private static final long CONFIG_OUTPUT = offset("output");

    /// How long [#close] waits for schedulers that are busy.
    private static final Duration PATIENCE = Duration.ofMillis(50);

    /// The runtime whose scheduler this thread is, while it is in Java.
    private static final ScopedValue<LumenRuntime> SERVED = ScopedValue.newInstance();

    /// As long as the runtime: the library's stubs and the image.
    private final Arena arena = Arena.ofShared();

    private final List<AutoCloseable> owned = new ArrayList<>();

    /// The modules that are there, by name.
    private final Set<String> loaded = new HashSet<>();

    private final LumenLibrary library;
    private final MemorySegment handle;
    private final RuntimeOptions options;
    private final MemorySegment callbackStub;
    private final MemorySegment hostStub;
    private final MemorySegment blockingStub;
    private final MemorySegment asyncStub;

    private final SchedulerThreads schedulers;

    private final AtomicLong lastKey = new AtomicLong();
    private final Map<Long, CompletableFuture<Term>> calls = new ConcurrentHashMap<>();
    private final Map<Long, HostFunction> hostFunctions = new ConcurrentHashMap<>();
    private final Map<Long, AsyncHostFunction> asyncFunctions = new ConcurrentHashMap<>();

    /// Held for reading by every call into the library, for writing by [#free]: nothing enters a
    /// runtime that is gone.
    private final ReentrantReadWriteLock life = new ReentrantReadWriteLock();

    /// Set before the lock is taken, so that a scheduler thread that wants to enter is told rather
    /// than kept waiting by what waits for it.
    private final AtomicBoolean closed = new AtomicBoolean();

    private LumenRuntime(RuntimeOptions options) {
        this.options = options;
        int threads =
                options.schedulers() == 0
                        ? Runtime.getRuntime().availableProcessors()
                        : options.schedulers();
        schedulers = new SchedulerThreads(threads);
        Path file = RuntimeKit.of(RuntimeTarget.LINUX_GNU, options.mode()).sharedLibrary();
        // The library stays loaded: the JIT has its symbols too.
        library = new LumenLibrary(SymbolLookup.libraryLookup(file, Arena.global()));
        callbackStub = stub("onCallback", LumenLibrary.LUMEN_CALLBACK);
        hostStub = stub("onHostCall", LumenLibrary.LUMEN_HOST_FUNCTION);
        blockingStub = stub("onBlockingCall", LumenLibrary.LUMEN_HOST_FUNCTION);
        asyncStub = stub("onAsyncCall", LumenLibrary.LUMEN_HOST_FUNCTION);
        MemorySegment config = arena.allocate(LumenLibrary.LUMEN_CONFIG);
        config.set(ValueLayout.JAVA_INT, CONFIG_SCHEDULERS, threads);
        config.set(ValueLayout.ADDRESS, CONFIG_OUTPUT, stub("onOutput", LumenLibrary.LUMEN_OUTPUT));
        handle = library.runtimeNew(config);
        if (handle.address() == 0) {
            arena.close();
            throw new IllegalStateException("no memory or no threads for a runtime");
        }
    }

    /// A runtime without modules.
    ///
    /// @throws IllegalStateException when memory or threads can't be had
    public static LumenRuntime open(RuntimeOptions options) {
        return new LumenRuntime(Objects.requireNonNull(options, "options"));
    }

    /// Adds the modules of an image, the address of a `lumen_image`, which are named by `modules`.
    /// `code` is what keeps the image's memory: it is closed after the runtime, in reverse order of
    /// loading.
    ///
    /// @throws IllegalArgumentException when the image does not fit (the runtime has one of the
    ///   modules already), which then was not added; `code` is closed
    public void load(long image, List<String> modules, AutoCloseable code) {
        synchronized (owned) {
            List<String> there = modules.stream().filter(loaded::contains).toList();
            if (!there.isEmpty()) {
                closeQuietly(code);
                throw new IllegalArgumentException(
                        "the runtime has a module of this name already: "
                                + String.join(", ", there));
            }
            MemorySegment problem =
                    entered(() -> library.runtimeLoad(handle, MemorySegment.ofAddress(image)));
            if (problem.address() != 0) {
                String text = problem.reinterpret(Long.MAX_VALUE).getString(0);
                closeQuietly(code);
                throw new IllegalArgumentException(text);
            }
            owned.add(code);
            loaded.addAll(modules);
        }
    }

    /// Runs `module:function(arguments…)` in a new process. The future fails with [ErlangException]
    /// when the process does not end with a value, with [HaltException] when the program halts, and
    /// is cancelled when the runtime closes first. Cancelling the future does not end the process.
    /// When there are too many processes for one more, it fails with `system_limit`, as `spawn`
    /// does.
    ///
    /// A function made known by [#register] that waits for a call keeps its scheduler from running
    /// anything meanwhile. When every other scheduler waits like that already, `get` and `join`
    /// throw [IllegalStateException]: nobody could answer. [#registerBlocking] is for those.
    ///
    /// @throws IllegalStateException when the runtime is closed
    public CompletableFuture<Term> call(String module, String function, Term... arguments) {
        byte[] bytes = argumentList(module, function, arguments);
        var result = schedulers.<Term>newCall();
        long key = lastKey.incrementAndGet();
        calls.put(key, result);
        try (Arena local = Arena.ofConfined()) {
            MemorySegment m = local.allocateFrom(module);
            MemorySegment f = local.allocateFrom(function);
            MemorySegment a = local.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
            long pid =
                    entered(() ->
                            library.call(
                                    handle,
                                    m,
                                    f,
                                    a,
                                    bytes.length,
                                    callbackStub,
                                    MemorySegment.ofAddress(key)));
            if (pid == LumenLibrary.LUMEN_NO_PROCESS) {
                calls.remove(key);
                result.completeExceptionally(noProcess());
            }
        } catch (RuntimeException e) {
            calls.remove(key);
            throw e;
        }
        return result;
    }

    /// Starts `module:function(arguments…)` in a new process.
    ///
    /// @throws ErlangException `system_limit` when there are too many processes for one more
    /// @throws IllegalStateException when the runtime is closed
    public ErlangProcess spawn(String module, String function, Term... arguments) {
        byte[] bytes = argumentList(module, function, arguments);
        try (Arena local = Arena.ofConfined()) {
            MemorySegment m = local.allocateFrom(module);
            MemorySegment f = local.allocateFrom(function);
            MemorySegment a = local.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
            long pid = entered(() -> library.spawn(handle, m, f, a, bytes.length));
            if (pid == LumenLibrary.LUMEN_NO_PROCESS) {
                throw noProcess();
            }
            return new ErlangProcess(this, pid);
        }
    }

    void send(long pid, Term message) {
        byte[] bytes = ExternalTerm.encode(Objects.requireNonNull(message, "message"));
        try (Arena local = Arena.ofConfined()) {
            MemorySegment m = local.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
            entered(() -> library.send(handle, pid, m, bytes.length));
        }
    }

    /// Makes a Java function callable as `module:name/arity` from now on. It runs on a scheduler
    /// thread, on which no process runs meanwhile: so it must be quick.
    ///
    /// @throws IllegalArgumentException when there is such a function already
    /// @throws IllegalStateException when the runtime is closed
    public void register(String module, String name, int arity, HostFunction function) {
        register(
                module,
                name,
                arity,
                LumenLibrary.LUMEN_HOST_SHORT,
                hostStub,
                hostFunctions,
                function);
    }

    /// The same for a function that may take its time, or wait for something (also for a call of
    /// this runtime): its process waits, the schedulers go on. The runtime has ten threads for such
    /// functions; what comes when all are taken waits for the first that is free.
    ///
    /// @throws IllegalArgumentException when there is such a function already
    /// @throws IllegalStateException when the runtime is closed
    public void registerBlocking(String module, String name, int arity, HostFunction function) {
        register(
                module,
                name,
                arity,
                LumenLibrary.LUMEN_HOST_IO,
                blockingStub,
                hostFunctions,
                function);
    }

    /// The same for a function that answers later, on whichever thread. Any number of its calls may
    /// be under way.
    ///
    /// @throws IllegalArgumentException when there is such a function already
    /// @throws IllegalStateException when the runtime is closed
    public void registerAsync(String module, String name, int arity, AsyncHostFunction function) {
        register(
                module,
                name,
                arity,
                LumenLibrary.LUMEN_HOST_LATER,
                asyncStub,
                asyncFunctions,
                function);
    }

    private <F> void register(
            String module,
            String name,
            int arity,
            int kind,
            MemorySegment stub,
            Map<Long, F> functions,
            F function) {
        Objects.requireNonNull(function, "function");
        long key = lastKey.incrementAndGet();
        functions.put(key, function);
        try (Arena local = Arena.ofConfined()) {
            MemorySegment m = local.allocateFrom(module);
            MemorySegment n = local.allocateFrom(name);
            MemorySegment k = MemorySegment.ofAddress(key);
            if (!entered(() -> library.registerHost(handle, m, n, arity, kind, stub, k))) {
                functions.remove(key);
                throw new IllegalArgumentException(
                        "there is a " + module + ":" + name + "/" + arity + " already");
            }
        }
    }

    /// Ends all processes, cancels the calls under way and frees everything.
    ///
    /// Never takes longer than some [#PATIENCE]: where a scheduler is still busy by then, with a
    /// built-in that takes long or in a [HostFunction], it ends when it comes back from there, and
    /// the memory is freed after that. Allowed everywhere, also in a [HostFunction] and in
    /// dependents of the futures, and more than once.
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        library.runtimeStop(handle);
        var rest = new FutureTask<Void>(this::free, null);
        Thread.ofPlatform().daemon().name("lumen-close").start(rest);
        if (SERVED.isBound() && SERVED.get() == this) {
            return; // the rest waits for this very thread
        }
        try {
            rest.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // It goes on without us.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("can't free the runtime", e.getCause());
        }
    }

    private void free() {
        life.writeLock().lock();
        try {
            library.runtimeClose(handle);
            owned.reversed().forEach(LumenRuntime::closeQuietly);
            arena.close();
        } finally {
            life.writeLock().unlock();
        }
    }

    // ---- called by the runtime: nothing may be thrown across the border, that would end the JVM
    // ----

    private void onCallback(MemorySegment context, int status, MemorySegment bytes, long length) {
        ScopedValue.where(SERVED, this).run(() -> complete(context, status, bytes, length));
    }

    private void onHostCall(
            MemorySegment context, MemorySegment call, MemorySegment bytes, long length) {
        ScopedValue.where(SERVED, this)
                .run(() -> schedulers.inJava(() -> answer(call, call(context, bytes, length))));
    }

    /// On a thread that is no scheduler, but that the end of the runtime waits for.
    private void onBlockingCall(
            MemorySegment context, MemorySegment call, MemorySegment bytes, long length) {
        ScopedValue.where(SERVED, this).run(() -> answer(call, call(context, bytes, length)));
    }

    private void onAsyncCall(
            MemorySegment context, MemorySegment call, MemorySegment bytes, long length) {
        ScopedValue.where(SERVED, this)
                .run(() -> schedulers.inJava(() -> begin(context, call, bytes, length)));
    }

    private void complete(MemorySegment context, int status, MemorySegment bytes, long length) {
        CompletableFuture<Term> future = calls.remove(context.address());
        if (future == null) {
            return;
        }
        schedulers.inJava(() -> end(future, status, bytes, length));
    }

    private static void end(
            CompletableFuture<Term> future, int status, MemorySegment bytes, long length) {
        try {
            switch (status) {
                case LumenLibrary.LUMEN_OK -> future.complete(term(bytes, length));
                case LumenLibrary.LUMEN_RAISED -> {
                    var raised = (Tuple) term(bytes, length);
                    future.completeExceptionally(
                            new ErlangException(
                                    ErlangException.kind(raised.get(0)),
                                    raised.get(1),
                                    raised.get(2)));
                }
                case LumenLibrary.LUMEN_EXITED ->
                        future.completeExceptionally(
                                new ErlangException(
                                        ErlangException.Kind.EXIT, term(bytes, length), Nil.NIL));
                case LumenLibrary.LUMEN_HALTED ->
                        future.completeExceptionally(
                                new HaltException(((Int) term(bytes, length)).intValue()));
                default -> future.cancel(false);
            }
        } catch (Throwable e) {
            future.completeExceptionally(e);
        }
    }

    /// What a host function answers, in the external term format.
    private record Answer(int status, byte[] bytes) {
        static Answer of(Term result) {
            Objects.requireNonNull(result, "the host function answered null");
            return new Answer(LumenLibrary.LUMEN_OK, ExternalTerm.encode(result));
        }

        static Answer of(Throwable thrown) {
            Term raised =
                    thrown instanceof ErlangException e
                            ? Term.tuple(
                                    Atom.of(e.kind().name().toLowerCase(Locale.ROOT)), e.reason())
                            : Term.tuple(
                                    Atom.ERROR,
                                    Term.tuple(
                                            Atom.of("java_exception"),
                                            Term.binary(thrown.getClass().getName()),
                                            Term.binary(String.valueOf(thrown.getMessage()))));
            return new Answer(LumenLibrary.LUMEN_RAISED, ExternalTerm.encode(raised));
        }
    }

    private Answer call(MemorySegment context, MemorySegment bytes, long length) {
        try {
            return Answer.of(hostFunctions.get(context.address()).call(list(bytes, length)));
        } catch (Throwable e) {
            return Answer.of(e);
        }
    }

    private void begin(
            MemorySegment context, MemorySegment call, MemorySegment bytes, long length) {
        try {
            Objects.requireNonNull(
                            asyncFunctions.get(context.address()).call(list(bytes, length)),
                            "the host function answered null")
                    .whenComplete((result, thrown) -> answer(call, answer(result, thrown)));
        } catch (Throwable e) {
            answer(call, Answer.of(e));
        }
    }

    private static Answer answer(Term result, Throwable thrown) {
        if (thrown instanceof CompletionException e && e.getCause() != null) {
            return Answer.of(e.getCause());
        }
        try {
            return thrown == null ? Answer.of(result) : Answer.of(thrown);
        } catch (Throwable e) {
            return Answer.of(e);
        }
    }

    /// The library stays loaded: an asynchronous answer may come after the runtime is gone.
    private void answer(MemorySegment call, Answer answer) {
        try (Arena local = Arena.ofConfined()) {
            byte[] bytes = answer.bytes();
            MemorySegment copy = local.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
            library.hostReturn(call, answer.status(), copy, bytes.length);
        } catch (Throwable e) {
            // Without memory for the answer there is nothing to say; the runtime raises an error
            // for a missing one.
        }
    }

    private static List<Term> list(MemorySegment bytes, long length) {
        return term(bytes, length) instanceof ListTerm l ? l.elements() : List.of();
    }

    private void onOutput(MemorySegment context, int stream, MemorySegment bytes, long length) {
        OutputStream to = stream == 2 ? options.errors() : options.output();
        try {
            byte[] copy = bytes.reinterpret(length).toArray(ValueLayout.JAVA_BYTE);
            synchronized (to) {
                to.write(copy);
                to.flush();
            }
        } catch (IOException | RuntimeException | Error e) {
            // A closed stream must not end the program that prints to it.
        }
    }

    // ---- helpers --------------------------------------------------------------------------------

    private static byte[] argumentList(String module, String function, Term... arguments) {
        Objects.requireNonNull(module, "module");
        Objects.requireNonNull(function, "function");
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] == null) {
                throw new NullPointerException("argument " + (i + 1) + " is null");
            }
        }
        return ExternalTerm.encode(Term.list(arguments));
    }

    private static Term term(MemorySegment bytes, long length) {
        return ExternalTerm.decode(bytes.reinterpret(length).toArray(ValueLayout.JAVA_BYTE));
    }

    // The arguments can always be decoded: we encoded them.
    private static ErlangException noProcess() {
        return ErlangException.error(Atom.of("system_limit"));
    }

    private interface Entry<T> {
        T run();
    }

    private <T> T entered(Entry<T> entry) {
        do {
            if (closed.get()) {
                throw new IllegalStateException("the runtime is closed");
            }
        } while (!life.readLock().tryLock());
        try {
            return entry.run();
        } finally {
            life.readLock().unlock();
        }
    }

    private MemorySegment stub(String method, FunctionDescriptor descriptor) {
        try {
            MethodType type = descriptor.toMethodType();
            MethodHandle handler = MethodHandles.lookup().bind(this, method, type);
            return Linker.nativeLinker().upcallStub(handler, descriptor, arena);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(
                    method + Arrays.toString(descriptor.argumentLayouts().toArray()), e);
        }
    }

    private static long offset(String field) {
        return LumenLibrary.LUMEN_CONFIG.byteOffset(PathElement.groupElement(field));
    }

    private static void closeQuietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            throw new IllegalStateException("can't free compiled code", e);
        }
    }
}
