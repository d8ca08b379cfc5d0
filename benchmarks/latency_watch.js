// Watches one page from the release of a slider to the paint of what the release asked for.
(() => {
  let released = 0, before = null, settle = null, record = null, last = 0;

  const chart = () => document.querySelector(".js-plotly-plot");
  // What the page shows now: the scenario the chart was drawn from, or the text of the empty page.
  const token = () => {
    const plot = chart();
    if (plot) return plot.closest("[data-drawn]")?.dataset.drawn ?? plot._context?.toImageButtonOptions.filename ?? null;
    const line = [...document.querySelectorAll("[data-testid=stMarkdown]")].find((e) => e.textContent.startsWith("drawn="));
    return line ? line.textContent.slice(6) : null;
  };
  const lines = () => [...(chart()?.querySelectorAll(".scatterlayer path") ?? [])].map((path) => path.getAttribute("d")).join();

  const look = () => {
    last = performance.now();
    if (!settle || !released) return;
    const now = token();
    if (now === null || now === before.token) return;
    if (chart() && [before.lines, ""].includes(lines())) return;
    const done = settle;
    settle = null;
    // The first frame callback runs before the paint, the second after it.
    requestAnimationFrame(() => requestAnimationFrame(() => {
      record = { painted: performance.now() - released, token: now };
      done();
    }));
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  addEventListener("pointerup", (event) => { if (before && !released) released = event.timeStamp; }, true);

  window.latencyReady = () => token() !== null;
  window.latencyArm = () => {
    released = 0;
    before = { token: token(), lines: lines() };
    window.latencyDone = new Promise((resolve, reject) => {
      settle = resolve;
      setTimeout(() => reject(new Error(`nothing new was painted; released ${released}, shown ${token()}`)), 20000);
    });
  };
  window.latencyResult = async (rest) => {
    await window.latencyDone;
    do { await new Promise((resolve) => setTimeout(resolve, 50)); } while (performance.now() - last < rest || document.querySelector('[data-test-script-state=running]'));
    return { ...record, settled: last - released, shown: token(), visible: document.visibilityState };
  };
  // Where the slider of a widget stands on the screen, and what it says.
  window.latencySlider = (key) => {
    const input = document.querySelector(`${key ? ".st-key-" + key : "[data-testid=stSlider]"} input[type=range]`);
    const rail = input.closest("[role=group]").firstElementChild.getBoundingClientRect();
    return { left: rail.x, width: rail.width, y: rail.y + rail.height / 2, place: +input.value, most: +input.max, text: input.getAttribute("aria-valuetext") };
  };
})();
