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

// At each drawing Plotly searches all attributes of every trace for arrays, which takes longer than
// all else. In an unchanged frame it would find the same ones, so it is told what it found before.
let known = null;
function rememberArrays(schema) {
  if (schema.remembers) return;
  const search = schema.findArrayAttributes;
  schema.remembers = true;
  schema.findArrayAttributes = (trace) => {
    if (!known) return search(trace);
    if (!known.has(trace.index)) known.set(trace.index, search(trace));
    return known.get(trace.index);
  };
}

// In an unchanged frame only lines are drawn again, in a fraction of the time.
function move(chart, data, traces) {
  rememberArrays(window.Plotly.PlotSchema);
  known = chart.arrays;
  // Lines are drawn right after this event; the last one of an animation waits for other work.
  const drawn = new Promise((resolve) => chart.once("plotly_transitioning", resolve)).then(() => { known = null; });
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
    known = null;
    chart.arrays = new Map();
    await window.Plotly.react(chart, data, { ...layout, width }, chart.configuration);
  } else {
    const traces = [...data.keys()].filter((place) => sent.numbers[place] !== before.numbers[place]);
    if (traces.length) await move(chart, data, traces);
  }
  chart.dataset.drawn = name;
}

async function engineReady(chart) {
  while (!window.Plotly && chart.isConnected) await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
}

// One drawing at a time, of what is wanted when its turn comes.
function show(chart, picture) {
  chart.wanted = picture;
  chart.setAttribute("aria-label", picture.alt);
  chart.style.height = `${picture.figure.layout.height}px`;
  chart.drawing = (async (before) => {
    await before;
    await engineReady(chart);
    if (chart.isConnected) await draw(chart);
  })(chart.drawing?.catch(() => {}));
  return chart.drawing;
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
  chart.painted = 0;
  // For live_sliders.js: the picture after the move of a slider with this number.
  chart.paint = (picture, number) => {
    chart.painted = number;
    return show(chart, picture);
  };
  return chart;
}

export default function ({ data, parentElement }) {
  const chart = parentElement.querySelector(":scope [role=figure]") ?? created(parentElement);
  chart.classList.add("kh-live-chart");
  // A run that set out before the last move knows less than what is painted.
  if (data.taken >= chart.painted) show(chart, JSON.parse(data.picture));
  return () => {
    chart.watcher.disconnect();
    window.Plotly?.purge(chart);
    chart.remove();
  };
}
