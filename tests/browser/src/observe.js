// Served before the page's own scripts: keeps what goes wrong, in every browser alike.
window.observed = [];
{
  const note = (kind, what) => window.observed.push(`${kind}: ${what}`);
  addEventListener("error", (event) => note("error", (event.message ?? event.target.src ?? event.target.href) + (event.error?.stack ? ` ${event.error.stack}` : "")), true);
  addEventListener("unhandledrejection", (event) => note("rejection", event.reason));
  document.addEventListener("securitypolicyviolation", (event) =>
    note("policy", `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
  for (const level of ["error", "warn"]) {
    const original = console[level];
    console[level] = (...what) => {
      note(level, what.join(" "));
      original.apply(console, what);
    };
  }
}

// The program's memory, and what would be read of a file.
for (const start of ["instantiate", "instantiateStreaming"]) {
  const original = WebAssembly[start];
  WebAssembly[start] = async (...what) => {
    const result = await original.apply(WebAssembly, what);
    window.programMemory = (result.instance ?? result).exports.memory;
    return result;
  };
}
window.filesRead = 0;
for (const read of ["arrayBuffer", "bytes", "slice", "stream", "text"]) {
  const original = Blob.prototype[read];
  if (!original) continue;
  Blob.prototype[read] = function (...what) {
    if (this instanceof File) window.filesRead += 1;
    return original.apply(this, what);
  };
}

// Breaks the program: whatever it does next ends in a trap, as after a panic.
window.breakTheProgram = () => new Uint8Array(programMemory.buffer).fill(0xff);
