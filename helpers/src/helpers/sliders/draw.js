// Draws one layer of a frame on a canvas: lines, points, arrows, bars, images, text.
// Data coordinates become CSS pixels by the box of the layer's panel.

const DASHES = { solid: [], dashed: [5, 3], dotted: [1.2, 2.2], dashdot: [6, 2.5, 1.2, 2.5] };

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

// ---- a frame's numbers ----------------------------------------------------------------------------

// The layers of a frame with their arrays in place: they come as (first, count) in one buffer.
function unpacked(layers, buffer) {
  const numbers = new Float32Array(
    buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + buffer.byteLength));
  const arrays = ["xy", "xyxy", "edges", "heights", "values"];
  return layers.map((layer) => {
    const full = { ...layer };
    for (const name of arrays) {
      if (name in layer) full[name] = numbers.subarray(layer[name][0], layer[name][0] + layer[name][1]);
    }
    return full;
  });
}

// ---- one function per kind of layer ---------------------------------------------------------------

const draw = {
  line(ctx, layer, at) {
    const xy = layer.xy;
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
    const xy = layer.xy;
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
    const ends = layer.xyxy;
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
    const { edges, heights } = layer;
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
    const { values, columns } = layer, rows = values.length / columns;
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
    const xy = layer.xy;
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

function paintLayer(ctx, layer, box, colors) {
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
