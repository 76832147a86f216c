// The wire views: wire number against sample, drawn sample by sample into an image, with axes, legend and scale bar.
// All views share one scale and one range of samples; x and y scales are equal in cm except when the whole detector is shown.
const margin = { left: 54, right: 56, top: 9, bottom: 35 };
const ink = '#1a1a1a', none = -32768;

function step(length, count) {
  const raw = length / Math.max(1, count), power = 10 ** Math.floor(Math.log10(raw)), lead = raw / power;
  return power * (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10);
}

const label = v => String(+v.toPrecision(8)).replace('-', '−');

export class WireViews {
  constructor(parent, detector, shown) {
    Object.assign(this, { detector, shown, event: null, pending: false, mouse: null });
    this.tickCm = detector.speed * detector.tickNs;
    this.views = detector.planes.map((plane, index) => {
      const box = document.createElement('div');
      box.className = 'view';
      const canvas = document.createElement('canvas');
      canvas.setAttribute('aria-label', `${plane.name} wires against drift time`);
      box.append(canvas);
      parent.append(box);
      const view = { plane, index, canvas, image: document.createElement('canvas'), wire: 0 };
      // Drawn by the processor, so that the same event gives the same pixels on every machine.
      for (const drawn of [canvas, view.image]) drawn.getContext('2d', { willReadFrequently: true });
      this.listen(view);
      return view;
    });
    new ResizeObserver(() => { this.resize(); }).observe(parent);
    this.resize();
  }

  resize() {
    const ratio = window.devicePixelRatio || 1;
    for (const view of this.views) {
      const { clientWidth, clientHeight } = view.canvas.parentElement;
      view.width = Math.max(40, clientWidth - margin.left - margin.right);
      view.height = Math.max(40, clientHeight - margin.top - margin.bottom);
      view.canvas.width = Math.round(clientWidth * ratio);
      view.canvas.height = Math.round(clientHeight * ratio);
    }
    if (this.event && this.last) this.zoom(this.last);
    this.draw();
  }

  setEvent(event) {
    this.event = event;
    const { deposits } = event, count = deposits.length / 5;
    for (const view of this.views) {
      const at = view.deposits = new Float32Array(2 * count);
      for (let i = 0; i < count; i++) {
        at[2 * i] = this.wireOf(view.plane, deposits[5 * i + 1], deposits[5 * i + 2]);
        at[2 * i + 1] = this.tickOf(view.plane, deposits[5 * i], deposits[5 * i + 3]);
      }
      view.hits = this.hitsOf(view, event);
      view.tracks = [];
      let point = 0;
      event.trackLengths.forEach((length, track) => {
        const way = new Float32Array(2 * length);
        for (let i = 0; i < length; i++, point++) {
          const p = event.trackPoints.subarray(4 * point, 4 * point + 4);
          way[2 * i] = this.wireOf(view.plane, p[1], p[2]);
          way[2 * i + 1] = this.tickOf(view.plane, p[0], p[3]);
        }
        view.tracks.push({ way, style: this.detector.styles[event.trackStyles[track]], particle: event.trackParticles[track] });
      });
    }
    this.zoom(this.last === 'detector' ? 'detector' : 'signal');
  }

  /** Strokes of two widths along the wire by colour: wire, first and last sample. */
  hitsOf(view, event) {
    const { hits, hitPlanes, hitParticles, found } = event, strokes = new Map();
    hitPlanes.forEach((plane, i) => {
      if (plane !== view.index) return;
      const particle = hitParticles[i], colour = particle < 0 ? found.loose : found.particles[particle].colour, [wire, tick, width] = hits.subarray(4 * i, 4 * i + 3);
      if (!strokes.has(colour)) strokes.set(colour, []);
      strokes.get(colour).push(wire, tick - width, tick + width);
    });
    // What belongs to no particle lies below.
    return [...strokes].sort((a, b) => (b[0] === found.loose) - (a[0] === found.loose));
  }

  recolour() { this.draw(); }

  wireOf(plane, y, z) { return (z * plane.cos - y * plane.sin - plane.first) / plane.pitch; }

  /** Sample of the middle of the signal; t in µs. */
  tickOf(plane, x, t) {
    const d = this.detector;
    return (1000 * t + d.sign * (x - d.anode) / d.speed + d.preNs) / d.tickNs + plane.shift;
  }

  xOf(plane, tick) {
    const d = this.detector;
    return d.anode + d.sign * ((tick - plane.shift) * d.tickNs - d.preNs) * d.speed;
  }

  zoom(what) {
    const { views, event, tickCm } = this;
    this.last = what;
    const frame = event.frame;
    if (what === 'detector') {
      this.tick = this.detector.ticks / 2;
      this.sy = Math.min(...views.map(v => v.height)) / (this.detector.ticks * tickCm) * 0.98;
      this.sx = Math.min(...views.map(v => v.width / (v.plane.wires * v.plane.pitch))) * 0.98;
      for (const v of views) v.wire = (v.plane.wires - 1) / 2;
    } else if (what === 'vertex' && event.primaries.length) {
      const p = event.primaries[0], cm = 40;
      this.tick = this.tickOf(views[0].plane, p.x, p.us);
      for (const v of views) v.wire = this.wireOf(v.plane, p.y, p.z);
      this.sx = this.sy = Math.min(...views.map(v => Math.min(v.height / cm, v.width / cm)));
    } else {
      this.tick = (frame.ticks[0] + frame.ticks[1]) / 2;
      this.sx = this.sy = Math.min(...views.map((v, i) => Math.min(
        v.height / ((frame.ticks[1] - frame.ticks[0]) * tickCm), v.width / ((frame.wires[i][1] - frame.wires[i][0]) * v.plane.pitch))));
      views.forEach((v, i) => { v.wire = (frame.wires[i][0] + frame.wires[i][1] - 1) / 2; });
    }
    this.draw();
  }

  listen(view) {
    const canvas = view.canvas;
    const at = e => { const r = canvas.getBoundingClientRect(); return [e.clientX - r.left - margin.left, e.clientY - r.top - margin.top]; };
    canvas.addEventListener('wheel', e => {
      e.preventDefault();
      if (!this.event) return;
      const [px, py] = at(e), factor = Math.exp(-0.0015 * Math.max(-400, Math.min(400, e.deltaY)));
      const wire = this.wireAt(view, px), tick = this.tickAt(view, py);
      this.sx = Math.min(400, Math.max(0.02, this.sx * factor));
      this.sy = Math.min(400, Math.max(0.02, this.sy * factor));
      view.wire += wire - this.wireAt(view, px);
      this.tick += tick - this.tickAt(view, py);
      this.last = null;
      this.draw();
    }, { passive: false });
    canvas.addEventListener('pointerdown', e => { canvas.setPointerCapture(e.pointerId); view.drag = [e.clientX, e.clientY]; });
    canvas.addEventListener('pointerup', () => { view.drag = null; });
    canvas.addEventListener('pointermove', e => {
      if (!this.event) return;
      if (view.drag) {
        view.wire -= (e.clientX - view.drag[0]) / (this.sx * view.plane.pitch);
        this.tick += (e.clientY - view.drag[1]) / (this.sy * this.tickCm);
        view.drag = [e.clientX, e.clientY];
        this.last = null;
      }
      const [px, py] = at(e);
      this.mouse = px >= 0 && px < view.width && py >= 0 && py < view.height ? { view, px, py, tick: this.tickAt(view, py), wire: this.wireAt(view, px) } : null;
      this.draw();
    });
    canvas.addEventListener('pointerleave', () => { this.mouse = null; this.draw(); });
    canvas.addEventListener('dblclick', () => this.event && this.zoom('signal'));
  }

  wireAt(view, px) { return view.wire + (px - view.width / 2) / (this.sx * view.plane.pitch); }
  tickAt(view, py) { return this.tick + this.lag(view) - (py - view.height / 2) / (this.sy * this.tickCm); }
  pxOf(view, wire) { return view.width / 2 + (wire - view.wire) * this.sx * view.plane.pitch; }
  pyOf(view, tick) { return view.height / 2 - (tick - this.lag(view) - this.tick) * this.sy * this.tickCm; }
  /** Planes see the same charge at slightly different times; views are aligned in x. */
  lag(view) { return view.plane.shift - this.detector.planes[0].shift; }

  draw() {
    if (this.pending) return;
    this.pending = true;
    requestAnimationFrame(() => {
      this.pending = false;
      if (!this.event) return;
      const begin = performance.now();
      for (const view of this.views) this.drawView(view);
      document.body.dataset.drawMilliseconds = (performance.now() - begin).toFixed(1);
    });
  }

  drawView(view) {
    const ratio = window.devicePixelRatio || 1, c = view.canvas.getContext('2d');
    c.setTransform(ratio, 0, 0, ratio, 0, 0);
    c.fillStyle = '#fff';
    c.fillRect(0, 0, view.canvas.width, view.canvas.height);
    c.translate(margin.left, margin.top);
    c.save();
    c.beginPath(); c.rect(0, 0, view.width, view.height); c.clip();
    c.fillStyle = '#e6e6e9';
    const shade = (from, to) => { const a = Math.max(0, this.pxOf(view, from)), b = Math.min(view.width, this.pxOf(view, to)); if (b > a) c.fillRect(a, 0, b - a, view.height); };
    shade(-1e9, -0.5);
    shade(view.plane.wires - 0.5, 1e9);
    for (const [first, last] of view.plane.dead) shade(first - 0.5, last + 0.5);
    for (const [from, to] of [[-1e9, 0], [this.detector.ticks, 1e9]]) {
      const a = Math.max(0, this.pyOf(view, to)), b = Math.min(view.height, this.pyOf(view, from));
      if (b > a) c.fillRect(0, a, view.width, b - a);
    }
    this.drawSamples(view, c, ratio);
    const { found } = this.event;
    if (found && this.shown.hits) this.drawHits(view, c);
    if (this.shown.truth) this.drawTruth(view, c);
    if (found && this.shown.starts) this.drawStarts(view, c);
    this.drawMouse(view, c);
    c.restore();
    this.drawAxes(view, c);
    this.drawLegend(view, c);
  }

  fullScale(view) { return this.event.frame.fullScale[view.index] / 2 ** this.shown.contrast; }

  drawSamples(view, c, ratio) {
    const width = Math.round(view.width * ratio), height = Math.round(view.height * ratio);
    if (view.image.width !== width || view.image.height !== height) {
      view.image.width = width;
      view.image.height = height;
      view.values = new Int16Array(width * height);
      view.pixels = null;
    }
    const context = view.image.getContext('2d');
    const pixels = view.pixels ??= context.createImageData(width, height);
    const data = new Uint32Array(pixels.data.buffer), values = view.values;
    values.fill(none);
    const { regions, samples } = this.event;
    const dx = this.sx * view.plane.pitch * ratio, x0 = ratio * this.pxOf(view, -0.5), dy = this.sy * this.tickCm * ratio, y0 = ratio * this.pyOf(view, 0);
    let offset = 0;
    for (let r = 0; this.shown.signal && r < regions.length; r += 4) {
      const length = regions[r + 3], from = offset;
      offset += length;
      if (regions[r] !== view.index) continue;
      let left = Math.floor(x0 + regions[r + 1] * dx), right = Math.max(left + 1, Math.floor(x0 + (regions[r + 1] + 1) * dx));
      left = Math.max(0, left); right = Math.min(width, right);
      if (left >= right) continue;
      if (right - left === 1 && dy <= 1) {
        // Zoomed out, a sample is at most a pixel: the quick way for readouts with millions of them.
        for (let i = 0, y = y0 - regions[r + 2] * dy; i < length; i++, y -= dy) {
          if (y < 0 || y >= height) continue;
          const p = Math.trunc(y) * width + left, value = samples[from + i], there = values[p];
          if (there === none || (value < 0 ? -value : value) > (there < 0 ? -there : there)) values[p] = value;
        }
        continue;
      }
      for (let i = 0; i < length; i++) {
        const tick = regions[r + 2] + i;
        let bottom = Math.floor(y0 - tick * dy), top = Math.min(bottom - 1, Math.floor(y0 - (tick + 1) * dy)) + 1;
        if (bottom < 0 || top >= height) continue;
        top = Math.max(0, top); bottom = Math.min(height - 1, bottom);
        const value = samples[from + i], size = Math.abs(value);
        for (let y = top; y <= bottom; y++) {
          for (let p = y * width + left, end = y * width + right; p < end; p++) {
            if (values[p] === none || size > Math.abs(values[p])) values[p] = value;
          }
        }
      }
    }
    const map = view.plane.collection ? this.detector.maps.sequential : this.detector.maps.diverging, full = this.fullScale(view);
    const colours = new Uint32Array(256);
    for (let i = 0; i < 256; i++) colours[i] = 0xff000000 | map[3 * i + 2] << 16 | map[3 * i + 1] << 8 | map[3 * i];
    const zero = view.plane.collection ? 0 : 127.5, gain = (view.plane.collection ? 255 : 127.5) / full;
    for (let p = 0; p < values.length; p++) {
      const v = values[p];
      data[p] = v === none ? 0 : colours[Math.min(255, Math.max(0, Math.round(zero + v * gain)))];
    }
    if (this.shown.deposits) this.plotDeposits(view, data, width, height, ratio);
    context.putImageData(pixels, 0, 0);
    c.imageSmoothingEnabled = false;
    // Hits stand out over a paler signal.
    c.globalAlpha = this.event.found && this.shown.hits ? 0.4 : 1;
    c.drawImage(view.image, 0, 0, view.width, view.height);
    c.globalAlpha = 1;
  }

  plotDeposits(view, data, width, height, ratio) {
    const at = view.deposits, rgb = this.event.colours.rgb, size = Math.max(2, Math.round(1.6 * ratio));
    for (let i = 0, n = at.length / 2; i < n; i++) {
      const x = Math.floor(ratio * this.pxOf(view, at[2 * i]) - size / 2), y = Math.floor(ratio * this.pyOf(view, at[2 * i + 1]) - size / 2);
      if (x < 0 || y < 0 || x + size > width || y + size > height) continue;
      const colour = 0xff000000 | rgb[3 * i + 2] << 16 | rgb[3 * i + 1] << 8 | rgb[3 * i];
      for (let b = 0; b < size; b++) for (let a = 0; a < size; a++) data[(y + b) * width + x + a] = colour;
    }
  }

  drawHits(view, c) {
    const pixel = this.sx * view.plane.pitch;
    c.lineWidth = Math.max(1, Math.min(6, 0.7 * pixel));
    for (const [colour, strokes] of view.hits) {
      c.strokeStyle = colour;
      c.beginPath();
      for (let i = 0; i < strokes.length; i += 3) {
        const x = this.pxOf(view, strokes[i]);
        if (x < -pixel || x > view.width + pixel) continue;
        c.moveTo(x, this.pyOf(view, strokes[i + 1])); c.lineTo(x, this.pyOf(view, strokes[i + 2]));
      }
      c.stroke();
    }
  }

  /** Starts and directions of the particles that were found, with their numbers, and the vertex. */
  drawStarts(view, c) {
    const { particles, vertex } = this.event.found, d = this.detector, size = 0.16 * Math.min(view.width, view.height);
    const at = ([x, y, z]) => [this.pxOf(view, this.wireOf(view.plane, y, z)), this.pyOf(view, this.tickOf(view.plane, x, 0))];
    c.font = '600 13px system-ui, Arial, sans-serif'; c.textAlign = 'center'; c.textBaseline = 'middle';
    particles.forEach(({ start, direction, colour }, i) => {
      const [x, y] = at(start), u = (direction[2] * view.plane.cos - direction[1] * view.plane.sin) * this.sx, v = -d.sign * direction[0] * this.sy;
      const on = Math.hypot(u, v), a = on > 0 ? u / on : 0, b = on > 0 ? v / on : 0, length = Math.max(16, size * on / Math.max(this.sx, this.sy));
      c.fillStyle = colour;
      for (const [style, width] of [['#fff', 4.5], [colour, 2]]) {
        c.strokeStyle = style; c.lineWidth = width;
        c.beginPath(); c.moveTo(x, y); c.lineTo(x + (length - 6) * a, y + (length - 6) * b); c.stroke();
      }
      const tx = x + length * a, ty = y + length * b;
      c.beginPath(); c.moveTo(tx, ty); c.lineTo(tx - 9 * a - 4 * b, ty - 9 * b + 4 * a); c.lineTo(tx - 9 * a + 4 * b, ty - 9 * b - 4 * a); c.closePath();
      c.strokeStyle = '#fff'; c.lineWidth = 1; c.fill(); c.stroke();
      c.beginPath(); c.arc(x, y, 3.8, 0, 7); c.fill(); c.stroke();
      // The number is behind the start, where the particle is not.
      c.lineWidth = 3; c.strokeStyle = 'rgba(255,255,255,.85)';
      c.strokeText(String(i + 1), x - 13 * a, y - 13 * b); c.fillText(String(i + 1), x - 13 * a, y - 13 * b);
    });
    if (vertex) {
      const [x, y] = at(vertex);
      for (const [style, width] of [['#fff', 4.5], ['#000', 2]]) {
        c.strokeStyle = style; c.lineWidth = width;
        c.beginPath(); c.moveTo(x - 7, y); c.lineTo(x + 7, y); c.moveTo(x, y - 7); c.lineTo(x, y + 7); c.stroke();
      }
    }
    c.textBaseline = 'alphabetic';
  }

  drawTruth(view, c) {
    for (const { way, style } of view.tracks) {
      c.lineWidth = style.charged ? 1.3 : 0.9;
      c.globalAlpha = style.charged ? 1 : 0.65;
      c.strokeStyle = style.colour;
      c.setLineDash(style.charged ? [] : [5, 4]);
      c.beginPath();
      for (let i = 0; i < way.length; i += 2) c.lineTo(this.pxOf(view, way[i]), this.pyOf(view, way[i + 1]));
      c.stroke();
    }
    c.setLineDash([]);
    c.globalAlpha = 1;
    c.font = '600 13px system-ui, Arial, sans-serif';
    c.textBaseline = 'middle';
    const taken = [];
    // Names of many particles would cover what they name.
    const named = this.event.primaries.length <= 8;
    for (const p of this.event.primaries) {
      const x = this.pxOf(view, this.wireOf(view.plane, p.y, p.z)), y = this.pyOf(view, this.tickOf(view.plane, p.x, p.us));
      c.strokeStyle = ink; c.lineWidth = 1.2;
      c.beginPath(); c.arc(x, y, 3.5, 0, 7); c.stroke();
      if (!named) continue;
      // Left of the vertex, and of the number of what was found there; but where there is no room, above.
      const room = x > 105, gap = this.event.found && this.shown.starts ? 25 : 9;
      let below = room ? y : y - 18 - 15 * (this.event.primaries.length - 1);
      while (taken.some(t => Math.abs(t[0] - x) < 60 && Math.abs(t[1] - below) < 15)) below += 15;
      taken.push([x, below]);
      const text = `${p.symbol} ${p.MeV < 1000 ? p.MeV.toFixed(0) + ' MeV' : (p.MeV / 1000).toFixed(2) + ' GeV'}`;
      c.lineWidth = 3; c.strokeStyle = 'rgba(255,255,255,.85)'; c.textAlign = room ? 'right' : 'left';
      c.strokeText(text, room ? x - gap : x, below);
      c.fillStyle = this.detector.styles[p.style].colour;
      c.fillText(text, room ? x - gap : x, below);
    }
    c.textBaseline = 'alphabetic';
  }

  drawMouse(view, c) {
    const m = this.mouse;
    if (!m) return;
    const y = this.pyOf(view, m.tick - this.lag(m.view) + this.lag(view));
    c.strokeStyle = 'rgba(55,80,107,.35)'; c.lineWidth = 1;
    c.beginPath(); c.moveTo(0, y); c.lineTo(view.width, y);
    if (m.view === view) { c.moveTo(m.px, 0); c.lineTo(m.px, view.height); }
    c.stroke();
    if (m.view !== view) return;
    const wire = Math.round(m.wire), tick = Math.floor(m.tick), { regions, samples } = this.event;
    let adc = null;
    for (let r = 0, offset = 0; r < regions.length; offset += regions[r + 3], r += 4) {
      if (regions[r] === view.index && regions[r + 1] === wire && tick >= regions[r + 2] && tick < regions[r + 2] + regions[r + 3]) { adc = samples[offset + tick - regions[r + 2]]; break; }
    }
    const text = `wire ${wire}, sample ${tick}, x = ${this.xOf(view.plane, m.tick).toFixed(1)} cm${adc === null ? '' : `, ${label(adc)} ADC`}`;
    c.font = '12px system-ui, Arial, sans-serif'; c.textAlign = 'left';
    c.fillStyle = 'rgba(255,255,255,.85)';
    c.fillRect(36, view.height - 24, c.measureText(text).width + 12, 19);
    c.fillStyle = ink;
    c.fillText(text, 42, view.height - 10);
  }

  drawAxes(view, c) {
    const { width, height } = view;
    c.strokeStyle = ink; c.fillStyle = ink; c.lineWidth = 1;
    c.strokeRect(0.5, 0.5, width - 1, height - 1);
    c.font = '11px system-ui, Arial, sans-serif';
    c.textAlign = 'center';
    const w0 = this.wireAt(view, 0), w1 = this.wireAt(view, width), sw = Math.max(1, step(w1 - w0, width / 90));
    for (let w = Math.ceil(w0 / sw) * sw; w <= w1; w += sw) {
      const x = Math.round(this.pxOf(view, w)) + 0.5;
      c.beginPath(); c.moveTo(x, height); c.lineTo(x, height + 5); c.stroke();
      c.fillText(label(w), x, height + 16);
    }
    c.fillText(`${view.plane.name} wire (${label(view.plane.pitch * 10)} mm)`, width / 2, height + 30);
    c.textAlign = 'left';
    const t1 = this.tickAt(view, 0), t0 = this.tickAt(view, height), st = Math.max(1, step(t1 - t0, height / 38));
    for (let t = Math.ceil(t0 / st) * st; t <= t1; t += st) {
      const y = Math.round(this.pyOf(view, t)) + 0.5;
      c.beginPath(); c.moveTo(width, y); c.lineTo(width + 5, y); c.stroke();
      c.fillText(label(t), width + 8, y + 4);
    }
    c.textAlign = 'right';
    const xa = this.xOf(view.plane, t0), xb = this.xOf(view.plane, t1), sc = step(Math.abs(xb - xa), height / 38), low = Math.min(xa, xb), high = Math.max(xa, xb);
    for (let x = Math.ceil(low / sc) * sc; x <= high; x += sc) {
      const y = Math.round(height - (x - xa) / (xb - xa) * height) + 0.5;
      c.beginPath(); c.moveTo(-5, y); c.lineTo(0, y); c.stroke();
      c.fillText(label(x), -8, y + 4);
    }
    c.textAlign = 'center';
    for (const [x, text] of [[-42, 'x at t₀ = 0 (cm)'], [width + 50, `sample (${label(this.detector.tickNs / 1000)} µs)`]]) {
      c.save(); c.translate(x, height / 2); c.rotate(-Math.PI / 2); c.fillText(text, 0, 0); c.restore();
    }
    c.font = '600 16px system-ui, Arial, sans-serif'; c.textAlign = 'left';
    c.fillText(view.plane.name, 10, 22);
    const room = c.measureText(view.plane.name).width;
    c.font = '11px system-ui, Arial, sans-serif'; c.fillStyle = '#667';
    c.fillText(view.plane.collection ? 'collection' : 'induction', 16 + room, 22);
    this.drawScaleBars(view, c);
  }

  drawScaleBars(view, c) {
    const bar = s => { const cm = [1, 2, 5, 10, 20, 50, 100, 200, 500].filter(v => v * s < 170).pop() ?? 1; return [cm, cm * s, cm >= 100 ? `${cm / 100} m` : `${cm} cm`]; };
    const right = view.width - 14, y = view.height - 12;
    c.strokeStyle = ink; c.fillStyle = ink; c.lineWidth = 2.5;
    const [, length, text] = bar(this.sx);
    c.beginPath(); c.moveTo(right - length, y); c.lineTo(right, y);
    const different = Math.abs(this.sy / this.sx - 1) > 0.02;
    const [, tall, other] = bar(this.sy * 1.6);
    if (different) c.lineTo(right, y - tall / 1.6);
    c.stroke();
    c.textAlign = 'center';
    c.fillText(text, right - length / 2, y - 6);
    if (different) { c.textAlign = 'right'; c.fillText(other, right - 6, y - tall / 1.6 + 9); }
  }

  drawLegend(view, c) {
    const map = view.plane.collection ? this.detector.maps.sequential : this.detector.maps.diverging, full = this.fullScale(view);
    const width = 120, x = view.width - width - 16, y = 10;
    c.fillStyle = 'rgba(255,255,255,.85)';
    c.fillRect(x - 12, 3, width + 24, 36);
    for (let i = 0; i < width; i++) {
      const s = 3 * Math.round(255 * i / (width - 1));
      c.fillStyle = `rgb(${map[s]},${map[s + 1]},${map[s + 2]})`;
      c.fillRect(x + i, y, 1.5, 8);
    }
    c.strokeStyle = ink; c.lineWidth = 0.6; c.strokeRect(x, y, width, 8);
    c.fillStyle = ink; c.font = '11px system-ui, Arial, sans-serif'; c.textAlign = 'center';
    const ends = view.plane.collection ? [0, full] : [-full, full];
    c.fillText(label(Math.round(ends[0])), x, y + 21);
    c.fillText('ADC', x + width / 2, y + 21);
    c.fillText(label(Math.round(ends[1])), x + width, y + 21);
  }
}
