// Runs the WebAssembly module @WASM@, which a Lumen compiler made together with this file.
//
//   node this-file.mjs ARGS          exits with the program's status
//   import {run} from "./this-file.mjs";
//   const status = await run({args: ["a"], write: (stream, bytes) => ...});
//
// It is the whole system interface of the module: the part of WASI (preview 1) that the runtime uses, without files.
// Nothing here is needed from node but reading the module, its input, writing to the two output streams and exiting.
//
// The program runs in turns: it never blocks the thread, and a page stays alive beside it. A turn ends after TURN milliseconds,
// or when all of its processes wait; the next one begins when a timer is due or input has come.

const ESUCCESS = 0, EAGAIN = 6, EBADF = 8, ENOSYS = 52;
const TURN = 12; // lets a page draw 60 times a second
const LONGEST_TIMER = 2 ** 31 - 1; // of setTimeout

class Exit {
  constructor(status) { this.status = status; }
}

const inNode = typeof process === "object" && !!process.versions?.node;

/// The compiled module: from beside this file, or from `source` (a URL, a Response, or bytes).
export async function load(source = new URL("@WASM@", import.meta.url)) {
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return WebAssembly.compile(source);
  if (inNode && source instanceof URL && source.protocol === "file:") {
    const { readFile } = await import("node:fs/promises");
    return WebAssembly.compile(await readFile(source));
  }
  return WebAssembly.compileStreaming(source instanceof Response ? source : fetch(source));
}

/// Runs the program to its end; answers a promise of its exit status. `args`: its arguments. `write(stream, bytes)`: takes what
/// it writes to stream 1 (output) or 2 (errors); by default the console, line by line. `read(size)`: the next bytes of its
/// standard input (about `size` are wanted), none at its end, which is at once by default; or a promise of them: only the
/// process that reads waits. `module`: what `load` answered.
export async function run({ args = [], environment = {}, write = consoleWriter(), read = () => [], module } = {}) {
  const compiled = module ?? (await load());
  const input = inputOf(read);
  let memory;
  const { exports } = await WebAssembly.instantiate(compiled, {
    wasi_snapshot_preview1: systemInterface(() => memory, ["@WASM@", ...args], environment, write, input),
  });
  memory = exports.memory;
  const others = new Turnstile();
  try {
    for (;;) {
      const wait = exports.lumen_turn(TURN);
      await (wait === 0 ? others.pass() : input.orAfter(wait));
    }
  } catch (e) {
    if (e instanceof Exit) return e.status;
    throw e;
  } finally {
    others.close();
  }
}

/// Standard input between the program, which asks for bytes that must be there, and `read`, which may promise them.
function inputOf(read) {
  let here; // bytes that nobody took yet; empty: the end
  let failure;
  let coming; // a promise that they, or the failure, will be here

  return {
    /// At most `size` bytes, none at the end, undefined when they are not here yet.
    take(size) {
      if (!coming && here === undefined) {
        const answer = read(size);
        if (typeof answer?.then !== "function") {
          here = answer;
        } else {
          coming = answer.then((bytes) => { here = bytes; }, (e) => { failure = e; }).then(() => { coming = undefined; });
        }
      }
      if (failure !== undefined) throw failure;
      if (here === undefined) return undefined;
      const bytes = here.slice(0, size);
      here = here.length > size ? here.slice(size) : undefined;
      return bytes;
    },

    /// Waits for what is coming, but not longer than so many milliseconds.
    async orAfter(milliseconds) {
      let timer;
      const clock = new Promise((ring) => {
        if (milliseconds !== Infinity) timer = setTimeout(ring, Math.min(milliseconds, LONGEST_TIMER));
      });
      await Promise.race(coming ? [coming, clock] : [clock]);
      clearTimeout(timer);
    },
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

function consoleWriter() {
  const decoders = [null, new TextDecoder(), new TextDecoder()];
  const rest = ["", "", ""];
  return (stream, bytes) => {
    const lines = (rest[stream] + decoders[stream].decode(bytes, { stream: true })).split("\n");
    rest[stream] = lines.pop();
    for (const line of lines) (stream === 2 ? console.error : console.log)(line);
  };
}

if (inNode && process.argv[1]) {
  const { pathToFileURL } = await import("node:url");
  const { realpathSync, writeSync } = await import("node:fs");
  if (pathToFileURL(realpathSync(process.argv[1])).href === import.meta.url) {
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
    const read = async () => (await (chunks ??= process.stdin[Symbol.asyncIterator]()).next()).value ?? [];
    process.exitCode = await run({ args: process.argv.slice(2), environment: process.env, write, read });
    if (chunks) process.stdin.destroy(); // a read that nobody waits for any more
  }
}
