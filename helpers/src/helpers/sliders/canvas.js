// The browser's half of a demo: draws a background picture made by matplotlib and, over it, layers
// whose numbers arrive as float32 buffers from the student's Python. It computes nothing itself.
//
// From Python: background (PNG, boxes of the panels, colours), frame (layers, caption, goal, note,
// alt text), touchable (panels that can be pressed), widest (CSS pixels). To Python: view (width, pixel ratio, theme),
// pointer (panel and data coordinates of a press or drag). Newest wins: a frame replaces the one
// before, and ipywidgets holds back moves while Python is busy, always sending the last.

const STYLE = `
.nnbh-picture { position: relative; margin-top: 4px; line-height: 1.4;
  font-family: var(--jp-ui-font-family, system-ui, sans-serif); font-size: 13px; }
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
const DASHES = { solid: [], dashed: [5, 3], dotted: [1.2, 2.2], dashdot: [6, 2.5, 1.2, 2.5] };
const ALOUD_AFTER_MS = 500; // read a state aloud once it has stood still, not every step of a drag

// ---- theme and size -----------------------------------------------------------------------------

function themeName() {
  const body = document.body;
  if (body.dataset.jpThemeLight) return body.dataset.jpThemeLight === "false" ? "dark" : "light";
  if (/vscode-(dark|high-contrast)/.test(body.className)) return "dark";
  return "light";
}

function floats(view) {
  return new Float32Array(view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength));
}

// ---- data coordinates -> CSS pixels ---------------------------------------------------------------

function scales(box) {
  const part = (value, [low, high], log) =>
    log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  // Far outside is as good as infinitely far, and safe for the canvas.
  const tame = (pixel) => Math.max(-1e5, Math.min(1e5, pixel));
  return {
    x: (value) => tame(box.left + part(value, box.xlim, box.xlog) * box.width),
    y: (value) => tame(box.top + (1 - part(value, box.ylim, box.ylog)) * box.height),
  };
}

function dataAt(box, px, py) {
  const value = (part, [low, high], log) =>
    log ? low * Math.pow(high / low, part) : low + part * (high - low);
  return {
    x: value((px - box.left) / box.width, box.xlim, box.xlog),
    y: value(1 - (py - box.top) / box.height, box.ylim, box.ylog),
  };
}

// ---- one function per kind of layer ---------------------------------------------------------------

const draw = {
  line(ctx, layer, at) {
    const xy = floats(layer.xy);
    ctx.beginPath();
    let pen = false;
    for (let i = 0; i < xy.length; i += 2) {
      if (Number.isNaN(xy[i] + xy[i + 1])) { pen = false; continue; }
      const x = at.x(xy[i]), y = at.y(xy[i + 1]);
      if (pen) ctx.lineTo(x, y); else ctx.moveTo(x, y);
      pen = true;
    }
    ctx.stroke();
  },

  points(ctx, layer, at, colors) {
    const xy = floats(layer.xy);
    const open = layer.hollow || layer.marker === "ring";
    const thin = layer.marker === "cross" || layer.marker === "plus";
    ctx.setLineDash([]);
    ctx.lineWidth = open || thin ? 2.2 : 1;
    ctx.strokeStyle = open || thin ? ctx.fillStyle : colors.paper;
    for (let i = 0; i < xy.length; i += 2) {
      if (Number.isNaN(xy[i] + xy[i + 1])) continue;
      ctx.beginPath();
      outline(ctx, layer.marker, at.x(xy[i]), at.y(xy[i + 1]), layer.size / 2);
      if (!open && !thin) ctx.fill();
      ctx.stroke();
    }
  },

  arrows(ctx, layer, at) {
    const ends = floats(layer.xyxy);
    ctx.setLineDash([]);
    for (let i = 0; i < ends.length; i += 4) {
      const x0 = at.x(ends[i]), y0 = at.y(ends[i + 1]), x1 = at.x(ends[i + 2]), y1 = at.y(ends[i + 3]);
      const angle = Math.atan2(y1 - y0, x1 - x0), head = 6 + 1.5 * layer.width;
      const wing = (turn) => [x1 - head * Math.cos(angle + turn), y1 - head * Math.sin(angle + turn)];
      ctx.beginPath();
      ctx.moveTo(x0, y0);
      ctx.lineTo(x1 - 0.6 * head * Math.cos(angle), y1 - 0.6 * head * Math.sin(angle));
      ctx.stroke();
      ctx.beginPath();
      ctx.moveTo(x1, y1);
      ctx.lineTo(...wing(0.42));
      ctx.lineTo(...wing(-0.42));
      ctx.closePath();
      ctx.fill();
    }
  },

  bars(ctx, layer, at) {
    const edges = floats(layer.edges), heights = floats(layer.heights);
    for (const filled of [true, false]) {
      ctx.beginPath();
      ctx.moveTo(at.x(edges[0]), at.y(0));
      heights.forEach((height, i) => {
        ctx.lineTo(at.x(edges[i]), at.y(height));
        ctx.lineTo(at.x(edges[i + 1]), at.y(height));
      });
      ctx.lineTo(at.x(edges[edges.length - 1]), at.y(0));
      ctx.globalAlpha = filled ? layer.alpha : 1;
      if (filled) ctx.fill(); else ctx.stroke();
    }
  },

  image(ctx, layer, at) {
    const values = floats(layer.values), columns = layer.columns, rows = values.length / columns;
    const small = new OffscreenCanvas(columns, rows), pen = small.getContext("2d");
    const pixels = pen.createImageData(columns, rows);
    const rgb = [1, 3, 5].map((i) => parseInt(ctx.fillStyle.slice(i, i + 2), 16));
    for (let i = 0; i < values.length; i++) {
      const row = rows - 1 - Math.floor(i / columns), j = 4 * (row * columns + (i % columns));
      pixels.data.set(rgb, j);
      pixels.data[j + 3] = 255 * Math.max(0, Math.min(1, values[i] || 0));
    }
    pen.putImageData(pixels, 0, 0);
    const [left, right, bottom, top] = layer.extent;
    ctx.imageSmoothingEnabled = layer.smooth;
    const x = at.x(left), y = at.y(top);
    ctx.drawImage(small, x, y, at.x(right) - x, at.y(bottom) - y);
  },

  text(ctx, layer, at) {
    const xy = floats(layer.xy);
    ctx.font = `${layer.size}px "DejaVu Sans", Verdana, sans-serif`;
    layer.words.forEach((word, i) => {
      ctx.fillText(word, at.x(xy[2 * i]) + layer.offset[0], at.y(xy[2 * i + 1]) - layer.offset[1]);
    });
  },
};

function outline(ctx, marker, x, y, r) {
  const polygon = (corners) => {
    corners.forEach(([dx, dy], i) => (i ? ctx.lineTo(x + dx, y + dy) : ctx.moveTo(x + dx, y + dy)));
    ctx.closePath();
  };
  const stroke = (x0, y0, x1, y1) => { ctx.moveTo(x + x0, y + y0); ctx.lineTo(x + x1, y + y1); };
  switch (marker) {
    case "square": return polygon([[-r, -r], [r, -r], [r, r], [-r, r]]);
    case "triangle": return polygon([[0, -r], [r, r], [-r, r]]);
    case "diamond": return polygon([[0, -r], [r, 0], [0, r], [-r, 0]]);
    case "cross": stroke(-r, -r, r, r); return stroke(-r, r, r, -r);
    case "plus": stroke(-r, 0, r, 0); return stroke(0, -r, 0, r);
    case "star": {
      const tip = (i) => [Math.sin((i * Math.PI) / 5), -Math.cos((i * Math.PI) / 5)];
      return polygon([...Array(10).keys()].map((i) => tip(i).map((c) => c * (i % 2 ? 0.382 * r : r))));
    }
    default: ctx.arc(x, y, r, 0, 2 * Math.PI); // circle, ring
  }
}

// ---- the view -------------------------------------------------------------------------------------

function render({ model, el }) {
  const root = document.createElement("div");
  root.className = "nnbh-picture";
  root.innerHTML = `<style>${STYLE}</style>
    <div role="img"><canvas aria-hidden="true"></canvas></div>
    <div class="nnbh-words" aria-hidden="true"><div class="nnbh-caption"></div>
      <div class="nnbh-goal"><div class="nnbh-bar"><div></div></div><span></span></div>
      <div class="nnbh-note"></div></div>
    <div class="nnbh-aloud" aria-live="polite"></div>`;
  root.style.maxWidth = `${model.get("widest")}px`;
  el.append(root);
  const find = (selector) => root.querySelector(selector);
  const canvas = find("canvas"), ctx = canvas.getContext("2d");
  let picture = null, waiting = 0, readAloud = 0, sizing = 0;

  async function loadBackground() {
    const background = model.get("background");
    if (!background.png) return;
    const bitmap = await createImageBitmap(new Blob([background.png], { type: "image/png" }));
    if (background !== model.get("background")) return; // a newer one is on its way
    picture = bitmap;
    redraw();
  }

  function paint() {
    cancelAnimationFrame(waiting);
    waiting = 0;
    const background = model.get("background"), frame = model.get("frame");
    if (!background.boxes || !frame.layers) return;
    const colors = background.colors, ratio = window.devicePixelRatio || 1;
    const width = Math.min(root.clientWidth || background.width, background.width * 1.5);
    const scale = width / background.width;
    const size = [width, background.height * scale].map((side) => Math.round(side * ratio));
    if (canvas.width !== size[0] || canvas.height !== size[1]) [canvas.width, canvas.height] = size;
    canvas.style.height = `${background.height * scale}px`;
    ctx.setTransform(scale * ratio, 0, 0, scale * ratio, 0, 0);
    ctx.fillStyle = colors.paper;
    ctx.fillRect(0, 0, background.width, background.height);
    if (picture) ctx.drawImage(picture, 0, 0, background.width, background.height);
    for (const layer of frame.layers) paintLayer(layer, background.boxes[layer.panel], colors);
    tell(frame, colors);
    root.dataset.number = frame.number;
    root.dataset.theme = background.theme;
  }

  function paintLayer(layer, box, colors) {
    ctx.save();
    ctx.beginPath();
    const loose = layer.kind === "points" || layer.kind === "text" ? 6 : 0; // markers on the rim stay whole
    ctx.rect(box.left - loose, box.top - loose, box.width + 2 * loose, box.height + 2 * loose);
    ctx.clip();
    ctx.strokeStyle = ctx.fillStyle = colors[layer.color];
    ctx.globalAlpha = layer.alpha ?? 1;
    ctx.lineWidth = layer.width ?? 1.6;
    ctx.lineJoin = "round";
    ctx.setLineDash((DASHES[layer.dash] ?? []).map((part) => part * ctx.lineWidth));
    draw[layer.kind](ctx, layer, scales(box), colors);
    ctx.restore();
  }

  function tell(frame, colors) {
    root.style.color = colors.ink;
    root.style.background = colors.paper;
    find(".nnbh-caption").textContent = frame.caption;
    const goal = frame.goal, reached = goal && goal.fraction >= 1;
    find(".nnbh-goal").style.display = goal ? "" : "none";
    if (goal) {
      const accent = reached ? colors.green : colors.blue;
      find(".nnbh-bar").style.background = colors.faint;
      find(".nnbh-bar > div").style.cssText = `width:${100 * goal.fraction}%;background:${accent}`;
      find(".nnbh-goal > span").textContent = (reached ? "\u2713 " : "") + goal.words;
    }
    find(".nnbh-note").textContent = frame.note;
    find(".nnbh-note").style.borderColor = colors.orange;
    find("[role=img]").setAttribute("aria-label", frame.alt);
    clearTimeout(readAloud);
    readAloud = setTimeout(() => { find(".nnbh-aloud").textContent = frame.alt; }, ALOUD_AFTER_MS);
  }

  function redraw() {
    if (!waiting) waiting = requestAnimationFrame(paint);
  }

  // Tell Python the size and theme when they change, after the window has come to rest.
  function look() {
    const width = Math.round(root.clientWidth), known = model.get("view");
    const view = { width, dpr: window.devicePixelRatio || 1, theme: themeName() };
    if (!width || ["width", "dpr", "theme"].every((key) => known[key] === view[key])) return;
    model.set("view", view);
    model.save_changes();
  }
  function lookSoon() {
    redraw();
    clearTimeout(sizing);
    sizing = setTimeout(look, 120);
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
      if (!inside) continue;
      model.set("pointer", { panel, ...dataAt(box, px, py) });
      model.save_changes();
    }
  }

  // ipywidgets gives a slider's handle no name of its own; its label is beside it.
  function nameSliders() {
    const demo = root.closest(".nnbh-demo");
    for (const slider of demo ? demo.querySelectorAll(".widget-slider") : []) {
      const label = slider.querySelector(".widget-label");
      const handle = slider.querySelector("[role=slider]");
      if (label && handle) handle.setAttribute("aria-label", label.textContent);
    }
  }

  canvas.classList.toggle("touchable", model.get("touchable").length > 0);
  canvas.addEventListener("pointerdown", press);
  canvas.addEventListener("pointermove", press);
  model.on("change:background", loadBackground);
  model.on("change:frame", paint); // at once, not at the next animation frame: up to 16 ms sooner
  const sizes = new ResizeObserver(lookSoon);
  sizes.observe(root);
  const themes = new MutationObserver(lookSoon);
  themes.observe(document.body, { attributeFilter: ["data-jp-theme-light", "class"] });
  const naming = setTimeout(nameSliders, 300);
  loadBackground();
  redraw();
  look();

  return () => {
    sizes.disconnect();
    themes.disconnect();
    model.off("change:background", loadBackground);
    model.off("change:frame", paint);
    for (const timer of [naming, readAloud, sizing]) clearTimeout(timer);
  };
}

export default { render };
