// A square to draw on: by mouse, pen or finger, or by the keyboard (arrow keys move the pen, space
// puts it down and lifts it). Its place is {strokes, pen_down}, see controls.py. Strokes appear here at
// once; Python turns them into the picture that the network reads.

const PAD_STYLE = `
.nnbh-pad { flex: none; width: 216px; height: 216px; border: 1px solid var(--nnbh-faint);
  border-radius: 6px; cursor: crosshair; touch-action: none; user-select: none; }
.nnbh-pad svg { display: block; width: 100%; height: 100%; overflow: hidden; pointer-events: none; }
.nnbh-pad polyline { fill: none; stroke: currentColor; stroke-width: 0.075;
  stroke-linecap: round; stroke-linejoin: round; }
.nnbh-pad circle { fill: none; stroke: var(--nnbh-blue); stroke-width: 0.012; visibility: hidden; }
.nnbh-pad circle.down { fill: var(--nnbh-blue); }
.nnbh-pad:focus-visible circle { visibility: visible; }
.nnbh-padside { display: flex; flex-direction: column; align-items: flex-start; gap: 8px; max-width: 20em; }
`;
const KEY_STEP = 1 / 16; // how far an arrow key moves the pen, of the pad's side
const NEAR = 0.012; // positions nearer than this to the last one add nothing
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const PAD_HELP = "Draw with the mouse or a finger. By keyboard: arrow keys move the pen, "
  + "space puts it down and lifts it, Delete clears.";

build.pad = function (control, changed) {
  const svg = (tag) => document.createElementNS("http://www.w3.org/2000/svg", tag);
  const drawing = svg("svg"), pen = svg("circle");
  drawing.setAttribute("viewBox", "0 0 1 1");
  drawing.append(pen);
  const pad = keepKeys(element("div", { class: "nnbh-pad", tabindex: 0, role: "application",
    "aria-label": control.label, "aria-description": PAD_HELP }, drawing));
  const clear = keepKeys(element("button", { type: "button" }, "Clear"));
  const told = element("span", { class: "nnbh-aloud", "aria-live": "polite" });
  const side = element("div", { class: "nnbh-padside" },
    element("span", { "aria-hidden": "true" }, PAD_HELP), clear, told);
  let strokes = [], at = [0.5, 0.5], down = false, lines = [];

  function show() {
    while (lines.length > strokes.length) lines.pop().remove();
    strokes.forEach((stroke, i) => {
      if (!lines[i]) drawing.insertBefore(lines[i] = svg("polyline"), pen);
      // A dot needs some length to be seen.
      lines[i].setAttribute("points", stroke.length > 2 ? stroke : [...stroke, stroke[0], stroke[1] + 0.001]);
    });
    pen.setAttribute("cx", at[0]);
    pen.setAttribute("cy", at[1]);
    pen.setAttribute("r", 0.035);
    pen.classList.toggle("down", down);
  }
  const send = () => { show(); changed({ strokes, pen_down: down }); };

  function begin() {
    down = true;
    strokes = [...strokes, [...at]];
  }
  function follow() {
    const stroke = strokes[strokes.length - 1], [x, y] = stroke.slice(-2);
    if (Math.hypot(at[0] - x, at[1] - y) >= NEAR) stroke.push(...at);
  }
  function moveTo(x, y) {
    at = [x, y].map((part) => Math.round(1000 * Math.max(0, Math.min(1, part))) / 1000);
  }
  function wipe() {
    strokes = [];
    down = false;
    send();
  }
  function touch(event) {
    const box = pad.getBoundingClientRect();
    moveTo((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
  }

  pad.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    pad.setPointerCapture(event.pointerId);
    touch(event);
    begin();
    send();
  });
  pad.addEventListener("pointermove", (event) => {
    if (!pad.hasPointerCapture(event.pointerId)) return;
    for (const each of event.getCoalescedEvents?.() ?? [event]) {
      touch(each);
      follow();
    }
    send();
  });
  const lift = (event) => {
    if (!pad.hasPointerCapture(event.pointerId)) return;
    pad.releasePointerCapture(event.pointerId);
    down = false;
    send();
  };
  pad.addEventListener("pointerup", lift);
  pad.addEventListener("pointercancel", lift);
  pad.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = ARROWS[event.key];
    if (arrow) {
      moveTo(at[0] + arrow[0] * KEY_STEP, at[1] + arrow[1] * KEY_STEP);
      if (down) follow();
    } else if (event.key === " ") {
      if (down) down = false; else begin();
    } else if (event.key === "Delete" || event.key === "Backspace") {
      wipe();
    } else {
      return;
    }
    event.preventDefault();
    const [column, row] = at.map((part) => Math.round(part / KEY_STEP));
    told.textContent = `Pen ${down ? "down" : "up"}, ${column} from the left, ${row} from the top of 16.`;
    if (arrow && !down) show(); else send();
  });
  clear.addEventListener("click", () => {
    wipe();
    pad.focus({ preventScroll: true });
  });

  const set = (place) => {
    if (down) return; // the student is ahead
    strokes = place.strokes;
    show();
  };
  return { parts: [pad, side], set };
};
