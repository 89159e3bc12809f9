// Starts the program, and says so when it cannot start or has stopped. Trunk.toml writes the tag that calls it.
const tag = document.querySelector("script[data-module]");
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
  if (event.error instanceof WebAssembly.RuntimeError) showStopped();
});
addEventListener("unhandledrejection", (event) => {
  if (event.reason instanceof WebAssembly.RuntimeError) showStopped();
});

try {
  const { default: start } = await import(tag.dataset.module);
  await start({ module_or_path: tag.dataset.wasm });
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
