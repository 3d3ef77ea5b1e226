// Runs the WebAssembly module @WASM@, which a Lumen compiler made together with this file.
//
//   node this-file.mjs ARGS          exits with the program's status
//   import {run} from "./this-file.mjs";
//   const status = await run({args: ["a"], write: (stream, bytes) => ...});
//
// It is the whole system interface of the module: the part of WASI (preview 1) that the runtime uses, without files.
// Nothing here is needed from node but reading the module, writing to the two output streams and exiting.

const ESUCCESS = 0, EBADF = 8, EINVAL = 28, ENOSYS = 52;

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

/// Runs the program to its end; answers its exit status. `args`: its arguments. `write(stream, bytes)`: takes what it
/// writes to stream 1 (output) or 2 (errors); by default the console, line by line. `read(size)`: at most
/// so many bytes of its standard input, none at its end, which is at once by default. `module`: what `load` answered.
export async function run({ args = [], environment = {}, write = consoleWriter(), read = () => [], module } = {}) {
  const compiled = module ?? (await load());
  let memory;
  const instance = await WebAssembly.instantiate(compiled, {
    wasi_snapshot_preview1: systemInterface(() => memory, ["@WASM@", ...args], environment, write, read),
  });
  memory = instance.exports.memory;
  try {
    instance.exports._start();
    return 0;
  } catch (e) {
    if (e instanceof Exit) return e.status;
    throw e;
  }
}

function systemInterface(memory, args, environment, write, read) {
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
        const input = read(view().getUint32(vectorsAt + 4, true));
        done = input.length;
        bytes(view().getUint32(vectorsAt, true), done).set(input);
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
    /// Only ever waits for one clock: the runtime sleeps until its next timer.
    poll_oneoff(inAt, outAt, count, eventsAt) {
      if (count < 1) return EINVAL;
      const clock = view().getUint32(inAt + 16, true);
      const timeout = view().getBigUint64(inAt + 24, true);
      const absolute = view().getUint16(inAt + 40, true) & 1;
      sleep(Number(absolute ? timeout - now(clock) : timeout) / 1e6);
      bytes(outAt, 32).fill(0);
      bytes(outAt, 8).set(bytes(inAt, 8));
      view().setUint32(eventsAt, 1, true);
      return ESUCCESS;
    },
    proc_exit(status) {
      throw new Exit(status);
    },
  };
  return new Proxy(known, { get: (all, name) => all[name] ?? (() => ENOSYS) });
}

let canWait = true;

function sleep(milliseconds) {
  if (!(milliseconds > 0)) return;
  if (canWait && typeof SharedArrayBuffer === "function") {
    try {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
      return;
    } catch {
      canWait = false; // the main thread of a page may not block
    }
  }
  for (const end = performance.now() + milliseconds; performance.now() < end; );
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
  const { readSync, realpathSync, writeSync } = await import("node:fs");
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
    const read = (size) => {
      const buffer = new Uint8Array(size);
      for (;;) {
        try {
          return buffer.subarray(0, readSync(0, buffer));
        } catch (e) {
          if (e.code === "EOF") return []; // a closed pipe on Windows
          if (e.code !== "EAGAIN") throw e;
          sleep(10); // a terminal that does not block
        }
      }
    };
    process.exitCode = await run({ args: process.argv.slice(2), environment: process.env, write, read });
  }
}
