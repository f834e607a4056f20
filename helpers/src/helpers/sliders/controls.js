// The controls of a demo as the browser's own: range inputs, radio buttons, buttons. Each stands on
// a place, a whole number (see controls.py). They are quick, and known to keyboards and to screen
// readers as what they are.

const CONTROLS_STYLE = `
.nnbh-controls { display: flex; flex-wrap: wrap; gap: 6px 28px; align-items: center; padding: 4px 10px; }
.nnbh-control { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 10px; }
.nnbh-name { min-width: 88px; text-align: right; }
.nnbh-value { min-width: 48px; font-variant-numeric: tabular-nums; }
.nnbh-control input[type=range] { width: 180px; margin: 4px 0; cursor: pointer; }
.nnbh-choice, .nnbh-buttons { display: inline-flex; flex-wrap: wrap; gap: 4px; }
.nnbh-choice label { position: relative; cursor: pointer; }
.nnbh-choice input { position: absolute; inset: 0; margin: 0; opacity: 0; cursor: pointer; }
.nnbh-choice span, .nnbh-control button { display: inline-block; font: inherit; color: inherit;
  padding: 3px 12px; border: 1px solid var(--nnbh-faint); border-radius: 4px; cursor: pointer;
  background: transparent; }
.nnbh-choice input:checked + span { background: var(--nnbh-blue); border-color: var(--nnbh-blue);
  color: var(--nnbh-paper); }
.nnbh-control button:hover, .nnbh-choice label:hover span { border-color: var(--nnbh-blue); }
.nnbh-control :focus-visible, .nnbh-choice input:focus-visible + span {
  outline: 2px solid var(--nnbh-blue); outline-offset: 2px; }
`;

// An element with attributes and children; text is a child like any other.
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

// Keys that move a control are its own: the notebook's shortcuts for them must not see them.
function keepKeys(input) {
  input.setAttribute("data-lm-suppress-shortcuts", "true");
  return input;
}

function range(control, changed) {
  const input = keepKeys(element("input", {
    type: "range", min: 0, max: control.last, step: 1, "aria-label": control.label }));
  const shown = element("span", { class: "nnbh-value", "aria-hidden": "true" });
  const tell = () => {
    const words = control.words ? control.words[input.valueAsNumber] : input.value;
    shown.textContent = words;
    input.setAttribute("aria-valuetext", words);
  };
  input.addEventListener("input", () => { tell(); changed(input.valueAsNumber); });
  const set = (place, last = control.last) => {
    if (Number(input.max) !== last) input.max = last;
    if (input.valueAsNumber !== place) input.value = place;
    tell();
  };
  return { input, shown, set };
}

const build = {
  slider(control, changed) {
    const { input, shown, set } = range(control, changed);
    return { parts: [input, shown], set };
  },

  steps(control, changed) {
    const { input, shown, set } = range(control, changed);
    const by = (step, name, title) => {
      const button = keepKeys(element("button", { type: "button", title }, name));
      button.addEventListener("click", () => {
        const place = Math.max(0, Math.min(Number(input.max), input.valueAsNumber + step));
        if (place === input.valueAsNumber) return;
        set(place, Number(input.max));
        changed(place);
      });
      return button;
    };
    const buttons = [by(-1, "Back", "One step back"), by(1, "Next", "One step on")];
    return { parts: [input, shown, element("span", { class: "nnbh-buttons" }, ...buttons)], set };
  },

  choice(control, changed) {
    const group = element("span",
      { class: "nnbh-choice", role: "radiogroup", "aria-label": control.label });
    const name = `nnbh-${Math.random().toString(36).slice(2)}`;
    const inputs = control.words.map((word, place) => {
      const input = keepKeys(element("input", { type: "radio", name, value: place }));
      input.addEventListener("change", () => changed(place));
      group.append(element("label", {}, input, element("span", {}, word)));
      return input;
    });
    return { parts: [group], set: (place) => { inputs[place].checked = true; } };
  },

  button(control, changed) {
    let presses = 0;
    const title = control.tooltip;
    const button = keepKeys(element("button", { type: "button", title }, control.label));
    button.addEventListener("click", () => changed(++presses));
    return { parts: [button], set: (place) => { presses = place; } };
  },
};

// All controls in one element. moved(places) is called at each move; set(places, last) moves them.
function buildControls(controls, moved) {
  const root = element("div", { class: "nnbh-controls" }), made = {}, places = {};
  for (const control of controls) {
    const { parts, set } = build[control.kind](control, (place) => {
      places[control.name] = place;
      moved({ ...places });
    });
    made[control.name] = set;
    const name = element("span", { class: "nnbh-name", "aria-hidden": "true" });
    if (control.kind !== "button") name.append(control.label); // a button bears its own
    if (control.kind !== "pad") parts.unshift(name);
    root.append(element("div", { class: "nnbh-control" }, ...parts));
  }
  const set = (wanted, last) => {
    for (const [name, place] of Object.entries(wanted)) {
      if (places[name] === place && !(name in last)) continue;
      places[name] = place;
      made[name](place, last[name]);
    }
  };
  return { root, set };
}
