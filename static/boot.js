// Starts the program, and says so when it cannot start or has stopped. Trunk.toml writes the tag that calls it; in the
// single file it stands in one script with the bindings and unpack.js, and the module stands packed in the page.
const tag = document.querySelector("script[data-module]");
const embedded = document.getElementById("module");
const starting = document.getElementById("starting");
const stopped = document.getElementById("stopped"); // kept here: the program replaces the content of the body

function showStopped() {
  if (!stopped.hidden) return;
  stopped.hidden = false;
  stopped.querySelector("button").addEventListener("click", () => location.reload());
  document.body.prepend(stopped);
}

// A panic in WebAssembly ends as a RuntimeError in whatever was called last, an event or a promise.
addEventListener("error", (event) => {
  // On pages opened from disk WebKit does not say which error it was; all scripts of the single file are its own.
  const unnamed = embedded && !event.error && event.message === "Script error.";
  if (unnamed || event.error instanceof WebAssembly.RuntimeError) showStopped();
});
addEventListener("unhandledrejection", (event) => {
  if (event.reason instanceof WebAssembly.RuntimeError) showStopped();
});

/**
 * The module in a file. `cargo xtask build` sorts its bytes by what they are, which compresses better: one stream for each
 * kind, in the order of xtask/packer/src/module.rs, the last for where stores write; sizes of functions are left out
 * (xtask/packer/src/streams.rs).
 */
function joined(file) {
  const STREAMS = 27;
  const [length, ...lengths] = new Uint32Array(file, 0, STREAMS + 1);
  if (length === 0x6d736100) return file; // "\0asm": it is as the compiler wrote it
  const sorted = new Uint8Array(file);
  let start = 4 * (STREAMS + 1);
  const places = Uint32Array.from(lengths, (length) => (start += length) - length);
  const module = new Uint8Array(length + 5);
  let at = 0;
  let depth; // of blocks in a function
  const take = (stream) => (module[at++] = sorted[places[stream]++]);
  /** A number in LEB128. */
  const number = (stream) => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = take(stream);
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  };
  const instruction = () => {
    const code = take(6);
    if (code < 0x20) {
      if (code >= 0x02 && code <= 0x04) depth++, number(7); // block, loop, if
      else if (code === 0x0b) depth--;
      else if (code === 0x0c || code === 0x0d) number(8); // branches
      else if (code === 0x0e) for (let more = number(9); more >= 0; more--) number(10);
      else if (code === 0x10) number(11); // calls
      else if (code === 0x11) number(12), number(13);
    } else if (code <= 0x22) number(14 + code - 0x20); // locals
    else if (code <= 0x24) number(17); // globals
    else if (code < 0x28 || (code > 0x44 && code !== 0xfc)) return;
    else if (code <= 0x3e) number(18), number(code < 0x36 ? 19 : 26); // loads and stores
    else if (code <= 0x40) take(25); // the size of the memory
    else if (code <= 0x42) number(20 + code - 0x41); // whole numbers
    else if (code === 0x43) for (let more = 4; more > 0; more--) take(22);
    else if (code === 0x44) for (let more = 8; more > 0; more--) take(23);
    else for (let more = { 10: 2, 11: 1 }[number(24)] ?? 0; more > 0; more--) take(25); // copies and fills
  };
  while (at < 8) take(0);
  while (at < length) {
    const section = take(0);
    const end = number(0) + at;
    if (section === 10) {
      for (let more = number(0); more > 0; more--) {
        const start = at; // Its size goes here, when it is known.
        at += 5;
        for (let groups = number(3); groups > 0; groups--) number(4), take(5);
        for (depth = 1; depth > 0; ) instruction();
        const end = at;
        at = start;
        let size = end - start - 5;
        for (; size > 127; size >>= 7) module[at++] = (size & 127) | 128;
        module[at++] = size;
        module.copyWithin(at, start + 5, end);
        at += end - start - 5;
      }
    }
    while (at < end) take(section === 11 ? 1 : 0);
  }
  return module.subarray(0, length);
}

/** The module at an address, compiled: as the browser has kept it from the last time, or joined, and then kept. */
async function fetchedProgram(address) {
  let kept;
  try {
    kept = await caches.open("modules");
    return await WebAssembly.compileStreaming(await kept.match(address));
  } catch {
    // This one is not kept yet, or nothing may be.
  }
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const module = joined(await response.arrayBuffer());
  keep(kept, address, module).catch(() => {});
  return WebAssembly.compile(module);
}

/** Keeps a module in place of those of earlier versions. */
async function keep(kept, address, module) {
  for (const earlier of await kept.keys()) await kept.delete(earlier);
  await kept.put(address, new Response(module, { headers: { "Content-Type": "application/wasm" } }));
}

try {
  const program = embedded ? unpackedProgram() : fetchedProgram(tag.dataset.wasm);
  const start = embedded ? startProgram : (await import(tag.dataset.module)).default;
  await start({ module_or_path: await program });
} catch (error) {
  if (error instanceof WebAssembly.RuntimeError) showStopped();
  else {
    starting.style.setProperty("animation", "none");
    starting.textContent =
      "Factmark could not start. Please reload the page. If this happens again, your browser may be too old for it: " +
      "please use Chrome or Edge 111, Firefox 121, Safari 16.4, or a newer one.";
  }
  console.error(error);
}
