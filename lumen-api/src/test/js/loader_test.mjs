// What the loader promises, on the program of program.erl: node --test loader_test.mjs, with the folder of the program's files in
// PROGRAM. Memory is limited by node's --wasm-max-mem-pages.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import test from "node:test";
import { pathToFileURL } from "node:url";

const folder = process.env.PROGRAM;
const { Deadlock, LumenError, load, OutOfMemory, run, Trap } = await import(pathToFileURL(`${folder}/program.mjs`));
const module = await load();

/// Runs the program; answers what it writes.
async function output(options) {
  const bytes = [];
  const status = await run({ module, write: (_, part) => bytes.push(...part), ...options });
  return { status, text: new TextDecoder().decode(Uint8Array.from(bytes)) };
}

test("the default writer keeps a last line without an end", async (t) => {
  const log = t.mock.method(console, "log", () => {});
  assert.equal(await run({ module, args: ["write"] }), 0);
  assert.deepEqual(log.mock.calls.map((c) => c.arguments), [["first"], ["no end"]]);
});

test("the exit status is the program's", async () => {
  assert.deepEqual(await output({ args: ["ok"] }), { status: 0, text: "" });
  assert.equal((await output({ args: ["halt"] })).status, 7);
  assert.equal((await output({ args: ["fail"] })).status, 1);
});

const bytes = new TextEncoder().encode("xü\ny\n");
for (const [what, first] of Object.entries({
  "a string": "xü\ny\n",
  "a Uint8Array": bytes,
  "a Buffer": Buffer.from(bytes),
  "a DataView": new DataView(bytes.buffer),
  "an ArrayBuffer": bytes.buffer,
})) {
  for (const end of [null, undefined, "", new Uint8Array()]) {
    test(`read may answer ${what}, then ${end === "" ? "an empty string" : end}`, async () => {
      const parts = [first, end];
      const direct = await output({ args: ["read"], read: () => parts.shift() });
      assert.equal(direct.text.split("\n").length, 3);
      assert.equal(direct.text.split("\n")[1], '"y\\n"');
      const promised = [first, end];
      assert.deepEqual(await output({ args: ["read"], read: async () => promised.shift() }), direct);
    });
  }
}

test("read answers a number", async () => {
  const wrong = { name: "TypeError", message: /read answered \[object Number\]/ };
  await assert.rejects(output({ args: ["read"], read: () => 5 }), wrong);
  await assert.rejects(output({ args: ["read"], read: async () => 5 }), wrong);
});

test("what write and read throw ends the program", async () => {
  const error = new Error("mine");
  const fail = () => { throw error; };
  await assert.rejects(run({ module, args: ["write"], write: fail }), error);
  await assert.rejects(output({ args: ["read"], read: fail }), error);
  await assert.rejects(output({ args: ["read"], read: async () => fail() }), error);
});

for (const what of ["busy", "sleep", "read"]) {
  test(`a signal ends a program: ${what}`, async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 50);
    const read = () => new Promise(() => {});
    const start = performance.now();
    await assert.rejects(output({ args: [what], read, signal: stop.signal }), { name: "AbortError" });
    assert.ok(performance.now() - start < 5000);
    await assert.rejects(output({ args: ["ok"], signal: stop.signal }), { name: "AbortError" });
  });
}

test("a deadlock, no memory and a trap are told apart", async () => {
  await assert.rejects(output({ args: ["wait"] }), (e) => e instanceof Deadlock && e.name === "Deadlock" && e.status === 134);
  await assert.rejects(output({ args: ["grow"] }), (e) => e instanceof OutOfMemory && e.name === "OutOfMemory");
  // (module (memory (export "memory") 1) (func (export "lumen_turn") (param f64) (result f64) unreachable))
  const trap = new WebAssembly.Module(Uint8Array.from([
    0, 97, 115, 109, 1, 0, 0, 0, 1, 6, 1, 96, 1, 124, 1, 124, 3, 2, 1, 0, 5, 3, 1, 0, 1, 7, 23, 2, 6, 109, 101, 109, 111, 114, 121, 2, 0,
    10, 108, 117, 109, 101, 110, 95, 116, 117, 114, 110, 0, 0, 10, 5, 1, 3, 0, 0, 11,
  ]));
  await assert.rejects(run({ module: trap }), (e) => {
    return e instanceof Trap && e instanceof LumenError && e.name === "Trap" && e.cause instanceof WebAssembly.RuntimeError;
  });
});

test("started by node, the statuses are those of the errors", () => {
  const started = (what) => spawnSync(process.execPath, [`${folder}/program.mjs`, what], { encoding: "utf8" });
  assert.equal(started("halt").status, 7);
  assert.equal(started("write").stdout, "first\nno end");
  const deadlock = started("wait");
  assert.equal(deadlock.status, 134);
  assert.equal(deadlock.stderr, "lumen: every process waits for a message that nobody can send\n");
});

test("whatever a server calls it, the module is loaded", async () => {
  const types = ["application/wasm", "application/octet-stream", "text/plain; charset=utf-8"];
  const server = createServer((request, response) => {
    const type = types[Number(request.url.slice(1))];
    response.writeHead(type ? 200 : 404, type ? { "content-type": type } : {});
    response.end(type && readFileSync(`${folder}/program.wasm`));
  });
  await new Promise((go) => server.listen(0, "127.0.0.1", go));
  try {
    const at = (k) => `http://127.0.0.1:${server.address().port}/${k}`;
    for (const k of types.keys()) assert.ok((await load(at(k))) instanceof WebAssembly.Module);
    await assert.rejects(load(new URL(at(9))), /can't load http.*: 404/);
  } finally {
    server.close();
    server.closeAllConnections();
  }
});
