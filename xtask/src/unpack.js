// Unpacks what the single file brings, and puts it to use. boot.js calls this; `startUnpacker` and `unpackUnits` are what
// the unpacker's own script exports (xtask/packer).

/** The `length` bytes that stand in a text, 15 bits a character from U+4000 on, the highest first. */
function bytesOf(text, length) {
  const bytes = new Uint8Array(length);
  let held = 0;
  let bits = 0;
  let at = 0;
  for (let index = 0; index < text.length; index++) {
    held = ((held << 15) | (text.charCodeAt(index) - 0x4000)) & 0x3fffff;
    for (bits += 15; bits >= 8; bits -= 8) bytes[at++] = held >> (bits - 8);
  }
  return bytes;
}

/** Unpacks what stands in an element. */
async function unpacked(packed) {
  const unpacker = document.getElementById("unpacker");
  const deflated = new Blob([bytesOf(unpacker.textContent, Number(unpacker.dataset.length))]);
  const inflated = deflated.stream().pipeThrough(new DecompressionStream("deflate-raw"));
  await startUnpacker({ module_or_path: await new Response(inflated).arrayBuffer() });
  const text = packed.textContent;
  const units = new Uint16Array(text.length);
  for (let index = 0; index < text.length; index++) units[index] = text.charCodeAt(index);
  return unpackUnits(units, Number(packed.dataset.length));
}

/** What a request of IndexedDB comes to; a failure as well where there is no answer, as from a database that is locked. */
const answer = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = reject;
    setTimeout(reject, 500);
  });

/** The module that stands in an element: as the browser has kept it from the last time, or unpacked, and then kept. */
async function moduleIn(packed) {
  const store = async (mode) => {
    const opening = indexedDB.open("factmark-program");
    opening.onupgradeneeded = () => opening.result.createObjectStore("modules");
    return (await answer(opening)).transaction("modules", mode).objectStore("modules");
  };
  try {
    // Other files opened from disk may be able to write there: only what this file would unpack itself is taken.
    const kept = await answer((await store("readonly")).get(0));
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", kept));
    if (btoa(String.fromCharCode(...digest)) === packed.dataset.sha256) return kept;
  } catch {
    // Nothing is kept yet, or nothing may be.
  }
  const module = await unpacked(packed);
  store("readwrite").then((modules) => modules.put(module, 0)).catch(() => {});
  return module;
}

/** The page's program, compiled; the styles that it brings are in use. */
async function unpackedProgram() {
  const program = await WebAssembly.compile(await moduleIn(document.getElementById("module")));
  const [styles] = WebAssembly.Module.customSections(program, "styles");
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(new TextDecoder().decode(styles));
  document.adoptedStyleSheets = [sheet];
  return program;
}
