// Served before the page's own scripts: keeps what goes wrong, in every browser alike.
window.observed = [];
{
  const note = (kind, what) => window.observed.push(`${kind}: ${what}`);
  addEventListener("error", (event) => note("error", event.message ?? event.target.src ?? event.target.href), true);
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

// As if the program had panicked. Made here because an error made by a driver's script is of another world.
window.stopTheProgram = () =>
  dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("unreachable") }));
