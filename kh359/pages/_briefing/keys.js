// Every key of the presenter, in order. Each message holds the last ones, not only the newest:
// of messages that come faster than the page is drawn only the last one is read.
const KEPT = 40;
const FIELDS = ["INPUT", "TEXTAREA", "SELECT"];

const isField = (node) => FIELDS.includes(node.tagName) || node.isContentEditable;

function listener(state) {
  return (event) => {
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (!state.keys.includes(key) || event.repeat) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (key !== "Escape" && event.composedPath().some(isField)) return;
    event.preventDefault();
    // The time orders keys also after the page was loaded anew.
    state.last = Math.max(Date.now(), state.last + 1);
    state.pressed = [...state.pressed, [state.last, key]].slice(-KEPT);
    state.send("pressed", state.pressed);
  };
}

export default function ({ data, parentElement, setStateValue }) {
  const state = (parentElement.kh359Keys ??= { pressed: [], last: 0 });
  Object.assign(state, { keys: data.keys, send: setStateValue });
  document.removeEventListener("keydown", state.heard);
  state.heard = listener(state);
  document.addEventListener("keydown", state.heard);
  return () => document.removeEventListener("keydown", state.heard);
}
