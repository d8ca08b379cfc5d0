// Keeps one Plotly chart and redraws it in place.
const RETRY_MS = 30;
const AT_ONCE = { mode: "immediate", frame: { duration: 0, redraw: false }, transition: { duration: 0 } };

// What moves when a slider does, and all that stays.
const numbersOf = ({ y, customdata }) => ({ y, customdata });
const frameOf = ({ y, customdata, ...rest }) => rest;

function modeBar(chart, { words, picture, locale }) {
  const save = {
    name: "save",
    title: words.save,
    icon: window.Plotly.Icons.camera,
    click: () => window.Plotly.downloadImage(chart, { ...picture, filename: chart.dataset.drawn }),
  };
  return { displayModeBar: true, displaylogo: false, modeBarButtons: [[save]], locale };
}

// In an unchanged frame only lines are drawn again, in half the time.
function move(chart, data, traces) {
  // Lines are drawn right after this event; the last one of an animation waits for other work.
  const drawn = new Promise((resolve) => chart.once("plotly_transitioning", resolve));
  window.Plotly.animate(chart, { data: traces.map((place) => numbersOf(data[place])), traces }, AT_ONCE);
  return drawn;
}

async function draw(chart) {
  const { figure: { data, layout }, settings, name } = chart.wanted;
  const width = chart.clientWidth;
  const before = chart.sent;
  const sent = {
    settings: JSON.stringify(settings),
    frame: JSON.stringify([layout, width, data.map(frameOf)]),
    numbers: data.map((trace) => JSON.stringify(numbersOf(trace))),
  };
  chart.sent = sent;
  // Plotly builds the chart anew for another configuration object, even if it says the same.
  if (sent.settings !== before?.settings) chart.configuration = modeBar(chart, settings);
  if (sent.settings !== before?.settings || sent.frame !== before.frame) {
    await window.Plotly.react(chart, data, { ...layout, width }, chart.configuration);
  } else {
    const traces = [...data.keys()].filter((place) => sent.numbers[place] !== before.numbers[place]);
    if (traces.length) await move(chart, data, traces);
  }
  chart.dataset.drawn = name;
}

function drawWhenReady(chart) {
  if (window.Plotly) draw(chart);
  else if (chart.isConnected) setTimeout(() => drawWhenReady(chart), RETRY_MS);
}

function created(parent) {
  const chart = document.createElement("div");
  chart.setAttribute("role", "figure");
  // Plotly measures its texts: the page around the chart need not be laid out for that.
  chart.style.contain = "size layout style";
  parent.append(chart);
  chart.watcher = new ResizeObserver(() => {
    const width = chart.clientWidth;
    if (chart.layout && width && width !== chart.layout.width) window.Plotly.relayout(chart, { width });
  });
  chart.watcher.observe(chart);
  return chart;
}

export default function ({ data, parentElement }) {
  const chart = parentElement.querySelector(":scope [role=figure]") ?? created(parentElement);
  chart.wanted = data;
  chart.setAttribute("aria-label", data.alt);
  chart.style.height = `${data.figure.layout.height}px`;
  drawWhenReady(chart);
  return () => {
    chart.watcher.disconnect();
    window.Plotly?.purge(chart);
    chart.remove();
  };
}
