// Keeps one Plotly chart and redraws it in place.
const RETRY_MS = 30;

function modeBar(chart, { words, picture, locale }) {
  const save = {
    name: "save",
    title: words.save,
    icon: window.Plotly.Icons.camera,
    click: () => window.Plotly.downloadImage(chart, { ...picture, filename: chart.dataset.drawn }),
  };
  return { displayModeBar: true, displaylogo: false, modeBarButtons: [[save]], locale };
}

function draw(chart) {
  const { figure, settings, name } = chart.wanted;
  const mark = JSON.stringify(settings);
  // Plotly builds the chart anew when it gets another configuration object.
  if (chart.mark !== mark) {
    chart.mark = mark;
    chart.configuration = modeBar(chart, settings);
  }
  const layout = { ...figure.layout, width: chart.clientWidth };
  window.Plotly.react(chart, figure.data, layout, chart.configuration).then(() => {
    chart.dataset.drawn = name;
  });
}

function drawWhenReady(chart) {
  if (window.Plotly) draw(chart);
  else if (chart.isConnected) setTimeout(() => drawWhenReady(chart), RETRY_MS);
}

function created(parent) {
  const chart = document.createElement("div");
  chart.setAttribute("role", "figure");
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
