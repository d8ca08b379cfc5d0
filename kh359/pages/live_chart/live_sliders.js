// Sliders whose chart does not wait for a run of the page: a move asks the app's own server for
// the new picture, paints it, and only then tells the page, whose run brings all other numbers.
const SERVICE = "_kh359/live-fan";
const GIVE_UP_MS = 500; // After this long a released slider no longer waits for its picture.
const FOLLOW_MS = 40; // Under the hand the picture is asked for at most so often.
const STEP_MS = 50; // Between looks whether the page is ready for a step.
const ABSENT = [401, 404, 405]; // 401: for those who have signed in, and this visitor has not.

let panel = null; // The sliders on the page.
let moves = []; // What the page has not taken yet, in order: { number, key, value, told }.
let count = 0; // Number of the last move.
let held = null; // Key of the slider under the hand.
let request = null; // The picture being asked for: { number, stop }.
let shown = 0; // Number of the move whose picture is painted.
let absent = false; // Without the service the page's runs bring the chart.
let following = null;
let waiting = null;

const chart = () => document.querySelector(".kh-live-chart");
const newest = () => moves.at(-1)?.number ?? 0;
const untold = () => moves.some((move) => !move.told);
// The page is one step below where the app is mounted, behind whatever prefix.
const address = () => location.pathname.replace(/\/[^/]*\/?$/, "/") + SERVICE;

function tell() {
  clearTimeout(waiting);
  waiting = null;
  if (!panel || !untold()) return;
  moves.forEach((move) => { move.told = true; });
  const items = moves.map(({ number, key, value }) => [number, key, value]);
  panel.send("moves", { moves: items, painted: chart()?.dataset.drawn ?? "" });
}

// The first callback runs before the paint, the second after it.
const afterPaint = (what) => requestAnimationFrame(() => setTimeout(what));

async function fetched(number) {
  const stop = new AbortController();
  const own = (request = { number, stop });
  let answer = null;
  try {
    const items = moves.map(({ key, value }) => [key, value]);
    const response = await fetch(address(), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ ...panel.question, moves: items }),
      signal: stop.signal,
    });
    absent = ABSENT.includes(response.status);
    if (response.ok) answer = await response.json();
  } catch {
    // No answer: the run of the page brings the chart.
  }
  if (request !== own) return undefined;
  request = null;
  return answer;
}

// At most one picture is on its way; the last move wins.
async function ask() {
  const number = newest();
  if (request || !panel || number <= shown) return;
  const answer = absent ? null : await fetched(number);
  if (answer === undefined || !panel) return;
  if (answer && number > panel.taken) {
    if (newest() > number) follow();
    shown = number;
    await chart()?.paint?.(answer.picture, number);
    if (panel && number > panel.taken) show(answer.rows, number);
  }
  if (held !== null || newest() > number) return;
  if (answer) afterPaint(tell);
  else tell();
}

function moved(slider) {
  const value = slider.values[+slider.input.value];
  const last = moves.at(-1);
  count += 1;
  if (last && last.key === slider.key && !last.told) Object.assign(last, { number: count, value });
  else moves.push({ number: count, key: slider.key, value, told: false });
  place(slider);
  follow();
}

// A quick pull asks once, for where it ends: what is still being computed would hold that up.
function follow() {
  if (held === null) ask();
  else following ??= setTimeout(() => { following = null; ask(); }, FOLLOW_MS);
}

// The hand has let go: its last picture comes before any other.
function released() {
  const wasHeld = held !== null;
  held = null;
  clearTimeout(following);
  following = null;
  if (!untold()) return;
  waiting ??= setTimeout(tell, GIVE_UP_MS);
  if (shown >= newest()) afterPaint(tell);
  else {
    if (wasHeld && request && request.number < newest()) {
      request.stop.abort();
      request = null;
    }
    ask();
  }
}

function element(tag, className, ...children) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...children);
  return node;
}

function place(slider) {
  const { input, texts } = slider;
  const most = Math.max(+input.max, 1);
  slider.rail.style.setProperty("--at", input.value / most);
  input.setAttribute("aria-valuetext", texts[input.value]);
  slider.says.textContent = texts[input.value];
}

function built(sent) {
  const input = element("input");
  input.type = "range";
  input.min = 0;
  input.step = 1;
  input.id = `kh-slider-${sent.key}`;
  const label = element("label");
  label.htmlFor = input.id;
  const says = element("span", "says");
  says.setAttribute("aria-hidden", "true");
  const ends = element("span", "ends", element("span"), element("span"));
  ends.setAttribute("aria-hidden", "true");
  const rail = element("div", "rail", says, input, ends);
  const node = element("div", "kh-slider", label, rail);
  node.dataset.slider = sent.key;
  const slider = { key: sent.key, node, label, input, says, ends, rail };
  input.addEventListener("pointerdown", () => { held = slider.key; });
  input.addEventListener("input", () => moved(slider));
  input.addEventListener("change", released);
  return slider;
}

function build(rows) {
  panel.sliders = new Map();
  const nodes = rows.map((row) => {
    const group = element("div", "kh-slider-row");
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", row.title);
    const grid = element("div", row.sliders.length > 1 ? "two" : "one");
    for (const sent of row.sliders) {
      const slider = built(sent);
      panel.sliders.set(sent.key, slider);
      grid.append(slider.node);
    }
    group.append(element("p", "", element("strong", "", row.title), element("br"), element("small", "", row.sentence)), grid);
    return group;
  });
  panel.node.replaceChildren(...nodes);
}

const nearest = (values, value) =>
  values.reduce((best, one, place) => (Math.abs(one - value) < Math.abs(values[best] - value) ? place : best), 0);

// number: of the last move these rows know; a slider moved since stays where it is.
function show(rows, number) {
  const plan = JSON.stringify(rows.map((row) => [row.title, row.sentence, row.sliders.map(({ key }) => key)]));
  if (plan !== panel.plan) build(rows);
  panel.plan = plan;
  for (const sent of rows.flatMap((row) => row.sliders)) {
    const slider = panel.sliders.get(sent.key);
    if (slider.label.textContent !== sent.label) slider.label.textContent = sent.label;
    if (held === sent.key) continue;
    const own = moves.findLast((move) => move.key === sent.key && move.number > number);
    slider.texts = sent.texts;
    slider.values = sent.values;
    slider.input.max = sent.values.length - 1;
    slider.input.value = own ? nearest(sent.values, own.value) : sent.at;
    [slider.ends.firstChild.textContent, slider.ends.lastChild.textContent] = [sent.texts[0], sent.texts.at(-1)];
    place(slider);
  }
}

function mounted(parent) {
  moves = [];
  held = request = null;
  shown = 0;
  const node = element("div", "kh-sliders");
  parent.append(node);
  return { node };
}

window.addEventListener("pointerup", () => held !== null && released(), true);
window.addEventListener("pointercancel", () => held !== null && released(), true);
window.addEventListener("blur", () => held !== null && released());
// What the hand turns to next must find the page where the sliders are.
const onward = (event) => {
  if (held === null && !panel?.node.contains(event.target)) tell();
};
window.addEventListener("pointerdown", onward, true);
window.addEventListener("keydown", onward, true);

// Undo and redo wait until the page has taken every move: sent together, the step would come first.
const TEXT = 'input[type="text"]:not([role="combobox"]), textarea';
const steps = [];
const busy = () => moves.length || document.querySelector("[data-test-script-state=running]");
function step() {
  if (!busy()) {
    const { target, key, code, ctrlKey, metaKey, shiftKey } = steps.shift();
    target.dispatchEvent(new KeyboardEvent("keydown", { key, code, ctrlKey, metaKey, shiftKey, bubbles: true, cancelable: true }));
  }
  if (steps.length) setTimeout(step, STEP_MS);
}
window.addEventListener("keydown", (event) => {
  const isStep = event.isTrusted && (event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key);
  if (!isStep || event.target.matches?.(TEXT) || !(panel && moves.length) && !steps.length) return;
  event.stopImmediatePropagation();
  event.preventDefault();
  tell();
  if (steps.push(event) === 1) setTimeout(step, STEP_MS);
}, true);

export default function ({ data, parentElement, setTriggerValue }) {
  if (!panel || !parentElement.contains(panel.node)) panel = mounted(parentElement);
  const own = panel;
  panel.send = setTriggerValue;
  panel.question = data.question;
  panel.taken = data.taken;
  count = Math.max(count, data.taken);
  moves = moves.filter((move) => move.number > data.taken);
  // A run that set out before the last picture knows less than what is shown.
  if (data.taken >= shown || !panel.plan) show(data.rows, data.taken);
  return () => {
    if (panel === own) {
      panel = null;
      moves = [];
    }
    own.node.remove();
  };
}
