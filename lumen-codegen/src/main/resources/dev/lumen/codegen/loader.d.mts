// What the module beside this file offers, for TypeScript.

export interface RunOptions {
  /** The program's arguments. */
  args?: readonly string[];
  /** Its environment variables. */
  environment?: Readonly<Record<string, string | undefined>>;
  /** Takes what it writes to stream 1 (output) or 2 (errors). Default: the console, line by line. */
  write?: (stream: 1 | 2, bytes: Uint8Array) => void;
  /** The next bytes of its standard input; nothing, or empty, at its end. Default: the end. */
  read?: (size: number) => Input | PromiseLike<Input>;
  /** What `load` answered. */
  module?: WebAssembly.Module;
  /** Ends the program where it is; `run` is rejected with the signal's reason. */
  signal?: AbortSignal;
}

export type Input = string | ArrayBuffer | ArrayBufferView | null | undefined | void;

/** The compiled module: from beside this file, or from `source`. */
export function load(source?: URL | string | Response | BufferSource | WebAssembly.Module): Promise<WebAssembly.Module>;

/** Runs the program to its end; a promise of its exit status. */
export function run(options?: RunOptions): Promise<number>;

/** A program that could not go on. */
export class LumenError extends Error {
  /** The exit status that stands for it. */
  readonly status: number;
}

/** Memory can't grow any more. */
export class OutOfMemory extends LumenError {}

/** Every process waits for a message that nobody can send. */
export class Deadlock extends LumenError {}

/** The runtime broke: a bug of Lumen. */
export class Trap extends LumenError {}
