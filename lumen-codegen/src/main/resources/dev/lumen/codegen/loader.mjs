// Runs the WebAssembly module @WASM@, which a Lumen compiler made together with this file.
//
//   node this-file.mjs ARGS          exits with the program's status
//   import {run} from "./this-file.mjs";
//   const status = await run({args: ["a"], write: (stream, bytes) => ...});
//
// It is the whole system interface of the module: the part of WASI (preview 1) that the runtime uses, without files.
// Nothing here is needed from node but reading the module, its input, writing to the two output streams and exiting; and nothing
// of node is imported by name, so that a bundler for browsers takes this file as it is.
//
// The program runs in turns: it never blocks the thread, and a page stays alive beside it. A turn ends after TURN milliseconds,
// or when all of its processes wait; the next one begins when a timer is due or input has come.

const ESUCCESS = 0, EAGAIN = 6, EBADF = 8, ENOSYS = 52;
const TURN = 12; // lets a page draw 60 times a second
const LONGEST_TIMER = 2 ** 31 - 1; // of setTimeout
const ABORTED = 134; // what a shell says of a program that abort() has ended

class Exit {
  constructor(status) { this.status = status; }
}

/// A program that could not go on. `status`: the exit status that stands for it.
export class LumenError extends Error {
  status = ABORTED;
  get name() { return this.constructor.NAME; }
  static NAME = "LumenError"; // said here: minifiers rename classes
}

/// Memory can't grow any more.
export class OutOfMemory extends LumenError { static NAME = "OutOfMemory"; }

/// Every process waits for a message that nobody can send.
export class Deadlock extends LumenError { static NAME = "Deadlock"; }

/// The runtime broke: a bug of Lumen. `cause`: what WebAssembly said.
export class Trap extends LumenError { static NAME = "Trap"; }

/// By what the runtime says when it gives up.
const REASONS = new Map([
  ["out of memory", OutOfMemory],
  ["every process waits for a message that nobody can send", Deadlock],
]);

const inNode = typeof process === "object" && !!process.versions?.node;
const ofNode = (name) => import(/* webpackIgnore: true */ /* @vite-ignore */ "node:" + name);

/// The compiled module: from beside this file, or from `source` (a URL, a Response, or bytes).
export async function load(source = new URL("./@WASM@", import.meta.url)) {
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return WebAssembly.compile(source);
  if (inNode && String(source).startsWith("file:")) {
    const { readFile } = await ofNode("fs/promises");
    return WebAssembly.compile(await readFile(new URL(source)));
  }
  const response = await (source instanceof Response ? source : fetch(source));
  if (!response.ok) throw new Error(`can't load ${response.url}: ${response.status} ${response.statusText}`);
  // A browser compiles while it loads, but only what its server calls by this name.
  return /^application\/wasm *$/i.test(response.headers.get("content-type"))
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

/// Runs the program to its end; answers a promise of its exit status. `args`: its arguments. `write(stream, bytes)`: takes what
/// it writes to stream 1 (output) or 2 (errors); by default the console, line by line. `read(size)`: the next bytes of its
/// standard input (about `size` are wanted) as bytes or as a string, nothing (empty, null, undefined) at its end, which is at
/// once by default; or a promise of them: only the process that reads waits. `module`: what `load` answered. `signal`: an
/// AbortSignal; the program ends where it is, and the promise is rejected with the signal's reason.
///
/// Also rejected: with a LumenError when the program can't go on; with what `write` throws, or `read` throws or rejects with.
/// Nothing of the program runs after that.
export async function run({ args = [], environment = {}, write, read = () => null, module, signal } = {}) {
  signal?.throwIfAborted();
  const lines = write ? undefined : consoleWriter();
  const compiled = module ?? (await load());
  const input = inputOf(read);
  let memory;
  const { exports } = await WebAssembly.instantiate(compiled, {
    wasi_snapshot_preview1: systemInterface(() => memory, ["@WASM@", ...args], environment, write ?? lines.write, input),
  });
  memory = exports.memory;
  const others = new Turnstile();
  signal?.addEventListener("abort", input.wake);
  try {
    for (;;) {
      signal?.throwIfAborted();
      const wait = exports.lumen_turn(TURN);
      await (wait === 0 ? others.pass() : input.orAfter(wait));
    }
  } catch (e) {
    if (e instanceof Exit) return e.status;
    throw e instanceof WebAssembly.RuntimeError ? failure(e, exports) : e;
  } finally {
    signal?.removeEventListener("abort", input.wake);
    others.close();
    lines?.flush();
  }
}

/// What a trap of the module means.
function failure(trap, { memory, lumen_aborted: aborted }) {
  const at = aborted?.() ?? 0;
  if (at === 0) return new Trap(trap.message, { cause: trap });
  const bytes = new Uint8Array(memory.buffer, at);
  const reason = new TextDecoder().decode(bytes.slice(0, bytes.indexOf(0)));
  return new (REASONS.get(reason) ?? Trap)(reason, { cause: trap });
}

/// What `read` answered, as bytes; none: the end.
function bytesOf(answer) {
  if (answer === null || answer === undefined) return new Uint8Array();
  if (typeof answer === "string") return new TextEncoder().encode(answer);
  if (answer instanceof ArrayBuffer) return new Uint8Array(answer);
  if (ArrayBuffer.isView(answer)) return new Uint8Array(answer.buffer, answer.byteOffset, answer.byteLength);
  throw new TypeError(`read answered ${Object.prototype.toString.call(answer)}: neither bytes, nor a string, nor nothing`);
}

/// Standard input between the program, which asks for bytes that must be there, and `read`, which may promise them.
function inputOf(read) {
  let here; // bytes that nobody took yet; empty: the end
  let failure; // {error}
  let coming; // a promise that they, or the failure, will be here
  let ring; // ends the wait that there is
  const wake = () => ring?.();

  return {
    /// At most `size` bytes, none at the end, undefined when they are not here yet.
    take(size) {
      if (!coming && !failure && here === undefined) {
        const answer = read(size);
        if (typeof answer?.then !== "function") {
          here = bytesOf(answer);
        } else {
          coming = Promise.resolve(answer)
            .then((bytes) => { here = bytesOf(bytes); })
            .catch((error) => { failure = { error }; })
            .then(() => {
              coming = undefined;
              wake();
            });
        }
      }
      if (failure) throw failure.error;
      if (here === undefined) return undefined;
      const bytes = here.subarray(0, size);
      here = here.length > size ? here.subarray(size) : undefined;
      return bytes;
    },

    /// Waits for what is coming, or for [wake], but not longer than so many milliseconds.
    orAfter(milliseconds) {
      return new Promise((go) => {
        const timer = milliseconds === Infinity ? undefined : setTimeout(go, Math.min(milliseconds, LONGEST_TIMER));
        ring = () => {
          clearTimeout(timer);
          go();
        };
      });
    },

    wake,
  };
}

/// Lets all others run that wait for the thread. (A timer of 0 ms would take 4 in a page.)
class Turnstile {
  #channel = inNode ? undefined : new MessageChannel();

  pass() {
    // Of a channel node takes a thousand messages before it looks for input.
    if (inNode) return new Promise(setImmediate);
    return new Promise((go) => {
      this.#channel.port1.onmessage = go;
      this.#channel.port2.postMessage(0);
    });
  }

  close() {
    this.#channel?.port1.close();
  }
}

function systemInterface(memory, args, environment, write, input) {
  const view = () => new DataView(memory().buffer);
  const bytes = (at, length) => new Uint8Array(memory().buffer, at, length);
  const encoder = new TextEncoder();
  const argTexts = args.map((a) => encoder.encode(a + "\0"));
  const envTexts = Object.entries(environment).map(([k, v]) => encoder.encode(`${k}=${v}\0`));

  const sizes = (texts) => (countAt, sizeAt) => {
    view().setUint32(countAt, texts.length, true);
    view().setUint32(sizeAt, texts.reduce((n, t) => n + t.length, 0), true);
    return ESUCCESS;
  };
  const copy = (texts) => (pointersAt, textAt) => {
    for (const t of texts) {
      view().setUint32(pointersAt, textAt, true);
      bytes(textAt, t.length).set(t);
      pointersAt += 4;
      textAt += t.length;
    }
    return ESUCCESS;
  };
  const now = (clock) =>
    clock === 0 ? BigInt(Date.now()) * 1000000n : BigInt(Math.round(performance.now() * 1e6));

  const known = {
    args_get: copy(argTexts),
    args_sizes_get: sizes(argTexts),
    environ_get: copy(envTexts),
    environ_sizes_get: sizes(envTexts),
    clock_time_get(clock, _precision, at) {
      view().setBigUint64(at, now(clock), true);
      return ESUCCESS;
    },
    clock_res_get(_clock, at) {
      view().setBigUint64(at, 1000n, true);
      return ESUCCESS;
    },
    fd_write(fd, vectorsAt, count, writtenAt) {
      if (fd !== 1 && fd !== 2) return EBADF;
      let written = 0;
      for (let k = 0; k < count; k++) {
        const at = view().getUint32(vectorsAt + 8 * k, true);
        const length = view().getUint32(vectorsAt + 8 * k + 4, true);
        if (length > 0) write(fd, bytes(at, length).slice());
        written += length;
      }
      view().setUint32(writtenAt, written, true);
      return ESUCCESS;
    },
    fd_read(fd, vectorsAt, count, readAt) {
      if (fd !== 0) return EBADF;
      let done = 0;
      if (count > 0) {
        const taken = input.take(view().getUint32(vectorsAt + 4, true));
        if (taken === undefined) return EAGAIN;
        done = taken.length;
        bytes(view().getUint32(vectorsAt, true), done).set(taken);
      }
      view().setUint32(readAt, done, true);
      return ESUCCESS;
    },
    fd_close: () => ESUCCESS,
    fd_seek: () => EBADF,
    fd_fdstat_get(fd, at) {
      if (fd > 2) return EBADF;
      bytes(at, 24).fill(0);
      view().setUint8(at, 2); // a character device
      return ESUCCESS;
    },
    fd_prestat_get: () => EBADF,
    random_get(at, length) {
      for (let k = 0; k < length; k += 65536) {
        crypto.getRandomValues(bytes(at + k, Math.min(65536, length - k)));
      }
      return ESUCCESS;
    },
    sched_yield: () => ESUCCESS,
    proc_exit(status) {
      throw new Exit(status);
    },
  };
  return new Proxy(known, { get: (all, name) => all[name] ?? (() => ENOSYS) });
}

/// To the console, which takes whole lines.
function consoleWriter() {
  const decoders = [null, new TextDecoder(), new TextDecoder()];
  const rest = ["", "", ""];
  const say = (stream, line) => (stream === 2 ? console.error : console.log)(line);
  return {
    write(stream, bytes) {
      const lines = (rest[stream] + decoders[stream].decode(bytes, { stream: true })).split("\n");
      rest[stream] = lines.pop();
      for (const line of lines) say(stream, line);
    },

    /// A last line that has no end.
    flush() {
      for (const stream of [1, 2]) {
        const line = rest[stream] + decoders[stream].decode();
        rest[stream] = "";
        if (line !== "") say(stream, line);
      }
    },
  };
}

/// Whether node was started with this file. In a bundle for node this file and the program that imports it are one file, the one
/// that node was started with; but then what that file exports is not this.
async function isMain() {
  if (!inNode || !process.argv[1] || !import.meta.url?.startsWith("file:")) return false;
  const [{ pathToFileURL }, { realpathSync }] = [await ofNode("url"), await ofNode("fs")];
  try {
    if (pathToFileURL(realpathSync(process.argv[1])).href !== import.meta.url) return false;
  } catch {
    return false; // node was started with something else than a file
  }
  return (await import(/* webpackIgnore: true */ /* @vite-ignore */ import.meta.url)).run === run;
}

async function main() {
  const { writeSync } = await ofNode("fs");
  const write = (stream, bytes) => {
    for (let done = 0; done < bytes.length; ) {
      try {
        done += writeSync(stream, bytes, done);
      } catch (e) {
        if (e.code !== "EAGAIN") throw e; // a full pipe
      }
    }
  };
  let chunks;
  const read = async () => (await (chunks ??= process.stdin[Symbol.asyncIterator]()).next()).value;
  try {
    process.exitCode = await run({ args: process.argv.slice(2), environment: process.env, write, read });
  } catch (e) {
    if (!(e instanceof LumenError) || e instanceof Trap) throw e;
    process.exitCode = e.status; // the runtime has said why
  } finally {
    if (chunks) process.stdin.destroy(); // a read that nobody waits for any more
  }
}

isMain().then((yes) => yes && main());
