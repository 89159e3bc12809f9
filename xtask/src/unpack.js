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

/** The page's module, compiled; the styles that it brings are in use. */
async function unpackedModule() {
  const unpacker = document.getElementById("unpacker");
  const deflated = new Blob([bytesOf(unpacker.textContent, Number(unpacker.dataset.length))]);
  const inflated = deflated.stream().pipeThrough(new DecompressionStream("deflate-raw"));
  await startUnpacker({ module_or_path: await new Response(inflated).arrayBuffer() });

  const packed = document.getElementById("module");
  const text = packed.textContent;
  const units = new Uint16Array(text.length);
  for (let index = 0; index < text.length; index++) units[index] = text.charCodeAt(index);
  const module = await WebAssembly.compile(unpackUnits(units, Number(packed.dataset.length)));

  const [styles] = WebAssembly.Module.customSections(module, "styles");
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(new TextDecoder().decode(styles));
  document.adoptedStyleSheets = [sheet];
  return module;
}
