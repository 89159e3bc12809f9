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

try {
  const start = embedded ? startProgram : (await import(tag.dataset.module)).default;
  await start({ module_or_path: embedded ? await unpackedProgram() : tag.dataset.wasm });
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
