// The browser's half of a demo: its controls, and a background picture made by matplotlib with layers
// over it whose numbers come from the student's Python. It computes nothing itself.
//
// From Python: background (PNG, boxes of the panels, colours), frames (layers, caption, goal, note,
// alt text, places of the controls), touchable (panels that can be pressed), widest (CSS pixels).
// To Python, one message at a time: view (width, pixel ratio, theme), places of the controls, press
// (panel and data coordinates). Each waits for the frame that answers it; what happens meanwhile is
// sent as one message after that. So the newest wins, and the last is always drawn.

const STYLE = `
.nnbh-demo { display: flex; flex-wrap: wrap; align-items: center; line-height: 1.4;
  font-family: var(--jp-ui-font-family, system-ui, sans-serif); font-size: 13px; }
.nnbh-demo > .nnbh-controls { flex: 0 1 auto; }
.nnbh-demo.narrow > .nnbh-controls { order: 1; flex: 0 1 390px; flex-direction: column;
  align-items: flex-start; }
.nnbh-demo.narrow .nnbh-name { min-width: 66px; }
.nnbh-demo.narrow .nnbh-buttons { margin-left: 76px; }
.nnbh-demo.narrow > .nnbh-picture { flex: 1 1 340px; width: auto; }
.nnbh-picture { position: relative; flex: 0 1 auto; width: 100%; min-width: min(260px, 100%);
  margin-top: 4px; border-radius: 6px; }
.nnbh-picture canvas { display: block; width: 100%; border-radius: 6px; }
.nnbh-picture canvas.touchable { cursor: crosshair; touch-action: none; }
.nnbh-words { padding: 6px 10px 8px; min-height: 44px; }
.nnbh-goal { display: flex; align-items: center; gap: 10px; margin-top: 4px; font-weight: 600; }
.nnbh-bar { flex: none; width: 120px; height: 8px; border-radius: 4px; overflow: hidden; }
.nnbh-bar > div { height: 100%; border-radius: 4px; transition: width 120ms ease-out; }
.nnbh-note { margin-top: 6px; padding: 6px 10px; border-left: 4px solid; border-radius: 0 4px 4px 0; }
.nnbh-note:empty { display: none; }
.nnbh-aloud { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
@media (prefers-reduced-motion: reduce) { .nnbh-bar > div { transition: none; } }
`;
const NARROW = 500; // CSS pixels: the widest picture that has its controls at its side
const ALOUD_AFTER_MS = 500; // read a state aloud once it has stood still, not every step of a drag

function themeName() {
  const body = document.body;
  if (body.dataset.jpThemeLight) return body.dataset.jpThemeLight === "false" ? "dark" : "light";
  if (/vscode-(dark|high-contrast)/.test(body.className)) return "dark";
  return "light";
}

// Sends one message and waits for the frame that answers it; gathers what is asked for meanwhile.
function mailbox(model) {
  const here = Math.random().toString(36).slice(2); // other views of this demo get the same frames
  let count = 0, awaited = null, gathered = null;
  const send = () => {
    awaited = `${here}-${++count}`;
    model.send({ ...gathered, turn: awaited });
    gathered = null;
  };
  return {
    ask(more) {
      gathered = { ...gathered, ...more };
      if (!awaited) send();
    },
    answered(turn) {
      if (turn !== awaited) return;
      awaited = null;
      if (gathered) send();
    },
    atRest: () => !awaited,
  };
}

function render({ model, el }) {
  const root = element("div", { class: "nnbh-demo" });
  root.innerHTML = `<style>${STYLE}${CONTROLS_STYLE}${PAD_STYLE}</style>
    <div class="nnbh-picture"><div role="img"><canvas aria-hidden="true"></canvas></div>
    <div class="nnbh-words" aria-hidden="true"><div class="nnbh-caption"></div>
      <div class="nnbh-goal"><div class="nnbh-bar"><div></div></div><span></span></div>
      <div class="nnbh-note"></div></div>
    <div class="nnbh-aloud" aria-live="polite"></div></div>`;
  const find = (selector) => root.querySelector(selector);
  const shown = find(".nnbh-picture"), canvas = find("canvas"), ctx = canvas.getContext("2d");
  const mail = mailbox(model);
  const controls = buildControls(model.get("controls"), (places) => mail.ask({ places }));
  const widest = model.get("widest");
  let frame = model.get("frame"), layers = unpacked(frame.layers, frame.numbers);
  let picture = null, width = 0, painting = 0, telling = 0, readAloud = 0, sizing = 0, known = "";

  async function loadBackground() {
    const background = model.get("background");
    const bitmap = await createImageBitmap(new Blob([background.png], { type: "image/png" }));
    if (background !== model.get("background")) return; // a newer one is on its way
    picture = bitmap;
    paintSoon();
  }

  // ---- a frame ------------------------------------------------------------------------------------

  // Drawn at once, not at the next animation frame; the words follow there, before anything is shown.
  function receive(message, buffers) {
    frame = message;
    layers = unpacked(frame.layers, buffers[0]);
    paint();
    telling ||= requestAnimationFrame(tell);
    mail.answered(frame.turn);
    if (mail.atRest()) controls.set(frame.places, frame.last); // else the student is ahead
  }

  function paint() {
    cancelAnimationFrame(painting);
    painting = 0;
    if (!width) return; // not in the page yet: the first look at the size paints
    const background = model.get("background"), ratio = window.devicePixelRatio || 1;
    const scale = Math.min(width, background.width * 1.5) / background.width;
    const size = [background.width, background.height].map((side) => Math.round(side * scale * ratio));
    if (canvas.width !== size[0] || canvas.height !== size[1]) {
      [canvas.width, canvas.height] = size;
      canvas.style.height = `${background.height * scale}px`;
    }
    ctx.setTransform(scale * ratio, 0, 0, scale * ratio, 0, 0);
    ctx.fillStyle = background.colors.paper;
    ctx.fillRect(0, 0, background.width, background.height);
    if (picture) ctx.drawImage(picture, 0, 0, background.width, background.height);
    for (const layer of layers) {
      paintLayer(ctx, layer, background.boxes[layer.panel], background.colors);
    }
    shown.dataset.number = frame.number;
  }

  function paintSoon() {
    painting ||= requestAnimationFrame(paint);
    telling ||= requestAnimationFrame(tell);
  }

  function tell() {
    telling = 0;
    const { colors, theme } = model.get("background");
    if (shown.dataset.theme !== theme) dress(colors, theme);
    find(".nnbh-caption").textContent = frame.caption;
    const goal = frame.goal, reached = goal && goal.fraction >= 1;
    find(".nnbh-goal").style.display = goal ? "" : "none";
    if (goal) {
      const accent = reached ? colors.green : colors.blue;
      find(".nnbh-bar > div").style.cssText = `width:${100 * goal.fraction}%;background:${accent}`;
      find(".nnbh-goal > span").textContent = (reached ? "\u2713 " : "") + goal.words;
    }
    find(".nnbh-note").textContent = frame.note;
    find("[role=img]").setAttribute("aria-label", frame.alt);
    clearTimeout(readAloud);
    readAloud = setTimeout(() => { find(".nnbh-aloud").textContent = frame.alt; }, ALOUD_AFTER_MS);
  }

  function dress(colors, theme) {
    shown.dataset.theme = theme;
    root.style.colorScheme = theme;
    root.style.color = colors.ink;
    for (const name of ["paper", "faint", "blue"]) {
      root.style.setProperty(`--nnbh-${name}`, colors[name]);
    }
    root.style.background = shown.style.background = colors.paper;
    root.style.accentColor = colors.blue;
    find(".nnbh-bar").style.background = colors.faint;
    find(".nnbh-note").style.borderColor = colors.orange;
  }

  // ---- size and theme -----------------------------------------------------------------------------

  // Tell Python the size and theme when they change, after the window has come to rest.
  function look() {
    if (!width) return;
    const view = { width: Math.round(width), dpr: window.devicePixelRatio || 1, theme: themeName() };
    if (JSON.stringify(view) === known) return;
    known = JSON.stringify(view);
    mail.ask({ view });
  }
  function lookSoon(after_ms) {
    clearTimeout(sizing);
    sizing = setTimeout(look, after_ms);
  }
  function resized(entries) {
    const first = !width;
    width = entries[entries.length - 1].contentRect.width;
    paintSoon();
    lookSoon(first ? 0 : 120);
  }

  // Pressing and dragging is a second way; every value it sets has a slider for the keyboard.
  function press(event) {
    if (!(event.buttons & 1)) return;
    const background = model.get("background"), place = canvas.getBoundingClientRect();
    const scale = background.width / place.width;
    const px = (event.clientX - place.left) * scale, py = (event.clientY - place.top) * scale;
    for (const panel of model.get("touchable")) {
      const box = background.boxes[panel];
      const inside = px >= box.left && px <= box.left + box.width
        && py >= box.top && py <= box.top + box.height;
      if (inside) mail.ask({ press: { panel, ...dataAt(box, px, py) } });
    }
  }

  root.querySelector("style").after(controls.root);
  root.classList.toggle("narrow", widest <= NARROW);
  shown.style.maxWidth = `${widest}px`;
  el.append(root);
  controls.set(frame.places, frame.last);
  canvas.classList.toggle("touchable", model.get("touchable").length > 0);
  canvas.addEventListener("pointerdown", press);
  canvas.addEventListener("pointermove", press);
  model.on("change:background", loadBackground);
  model.on("msg:custom", receive);
  const sizes = new ResizeObserver(resized);
  sizes.observe(shown);
  const themes = new MutationObserver(() => lookSoon(120));
  themes.observe(document.body, { attributeFilter: ["data-jp-theme-light", "class"] });
  loadBackground();

  return () => {
    sizes.disconnect();
    themes.disconnect();
    model.off("change:background", loadBackground);
    model.off("msg:custom", receive);
    for (const timer of [readAloud, sizing]) clearTimeout(timer);
    for (const next of [painting, telling]) cancelAnimationFrame(next);
  };
}

export default { render };
