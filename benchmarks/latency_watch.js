// Watches one page from the release of a slider to the paint of what the release asked for.
(() => {
  let released = 0, before = null, seen = null, paints = [], last = 0;

  const chart = () => document.querySelector(".js-plotly-plot");
  // What the page shows now: the scenario the chart was drawn from, or the text of the empty page.
  const token = () => {
    const plot = chart();
    if (plot) return plot.dataset.drawn ?? null;
    const line = [...document.querySelectorAll("[data-testid=stMarkdown]")].find((e) => e.textContent.startsWith("drawn="));
    return line ? line.textContent.slice(6) : null;
  };
  const lines = () => [...(chart()?.querySelectorAll(".scatterlayer path") ?? [])].map((path) => path.getAttribute("d")).join();

  // The first frame callback runs before the paint, the second after it.
  const note = (what) => requestAnimationFrame(() => requestAnimationFrame(() => paints.push({ token: what, at: performance.now() })));
  const look = () => {
    last = performance.now();
    const now = token();
    if (!before || now === null || now === seen) return;
    if (chart() && [before.lines, ""].includes(lines())) return;
    note(seen = now);
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  addEventListener("pointerup", (event) => {
    if (!before || released) return;
    released = event.timeStamp;
    // A picture painted under the hand counts from its next paint at the earliest.
    note(seen);
  }, true);

  window.latencyReady = async () => {
    while (token() === null) await new Promise((resolve) => setTimeout(resolve, 100));
  };
  // To be called before the hand takes the slider.
  window.latencyArm = () => {
    released = 0;
    paints = [];
    before = { token: seen = token(), lines: lines(), link: location.search };
  };
  // The run that follows the chart ends with another link in the address bar.
  const running = () => document.querySelector("[data-test-script-state=running]") || (chart() && location.search === before.link);
  // What the page shows in the end, and when after the release it was painted to stay.
  window.latencyResult = async (rest) => {
    const asked = performance.now();
    while (!released || token() === before.token || performance.now() - last < rest || running()) {
      if (performance.now() - asked > 20000) throw new Error(`nothing new was painted; released ${released}, shown ${token()}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const shown = token();
    const other = paints.map((paint) => paint.token).lastIndexOf(paints.findLast((paint) => paint.token !== shown)?.token);
    const first = paints.slice(other + 1).find((paint) => paint.at >= released);
    return {
      painted: first.at - released, underHand: paints.some((paint) => paint.token === shown && paint.at < released),
      settled: last - released, shown, moved: !chart() || ![before.lines, ""].includes(lines()), visible: document.visibilityState,
    };
  };
  // Where the slider of a widget stands on the screen, and what it says.
  window.latencySlider = (key) => {
    const input = document.querySelector(key ? `[data-slider=${key}] input` : "[data-testid=stSlider] input[type=range]");
    const box = (key ? input : input.closest("[role=group]").firstElementChild).getBoundingClientRect();
    const thumb = key ? parseFloat(getComputedStyle(input).getPropertyValue("--thumb")) * parseFloat(getComputedStyle(document.documentElement).fontSize) : 0;
    return { left: box.x + thumb / 2, width: box.width - thumb, y: box.y + box.height / 2, place: +input.value, most: +input.max, text: input.getAttribute("aria-valuetext") };
  };
})();
