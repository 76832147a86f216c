// The page: loads the detector once and events one at a time, and ties views, panel, buttons and keys together.
import { WireViews } from './wires.js';
import { SpaceView } from './space.js';
import { showPanel, showLegend } from './panel.js';

const types = { i4: Int32Array, f4: Float32Array, i2: Int16Array, u1: Uint8Array };
const shown = { signal: true, truth: false, deposits: false, hits: false, points: false, starts: false, colour: 'energy', contrast: 0 };
const toggles = ['signal', 'truth', 'deposits', 'hits', 'points', 'starts'];
const element = id => document.getElementById(id);
let detector, wires, space, event = null, place = 0, wanted = -1;
const cache = new Map();

/** Tables of colours: 256 × [r, g, b] from hexadecimal digits. */
function table(hex) {
  const bytes = new Uint8Array(hex.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = parseInt(hex.substr(2 * i, 2), 16);
  return bytes;
}

function decode(buffer) {
  const headLength = new DataView(buffer).getInt32(0, true);
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, headLength)));
  for (const a of head.arrays) {
    const type = types[a.type];
    head[a.name] = new type(buffer, 4 + headLength + a.offset, a.bytes / type.BYTES_PER_ELEMENT);
  }
  return head;
}

async function fetchEvent(n) {
  if (cache.has(n)) return cache.get(n);
  const answer = await fetch(`/event/${n}`);
  if (!answer.ok) throw new Error((await answer.text()).trim());
  const decoded = decode(await answer.arrayBuffer());
  cache.set(n, decoded);
  if (cache.size > 4) cache.delete(cache.keys().next().value);
  return decoded;
}

/** Per deposit a colour, and what the legend says about it. */
function colourDeposits() {
  const { deposits, depositStyles } = event;
  const count = deposits.length / 5;
  const colours = new Uint8Array(3 * count);
  if (shown.colour === 'particle') {
    const kinds = detector.styles.map(s => [1, 3, 5].map(i => parseInt(s.colour.substr(i, 2), 16)));
    for (let i = 0; i < count; i++) colours.set(kinds[depositStyles[i]], 3 * i);
    event.colours = { rgb: colours };
    return;
  }
  const isTime = shown.colour === 'time';
  const map = isTime ? detector.maps.time : detector.maps.sequential;
  let low, high;
  if (isTime) {
    const times = new Float32Array(count);
    for (let i = 0; i < count; i++) times[i] = deposits[5 * i + 3];
    times.sort();
    low = count ? times[Math.floor(0.01 * count)] : 0;
    high = count ? times[Math.ceil(0.99 * (count - 1))] : 1;
    if (high - low < 1e-3) high = low + 1e-3;
  } else { low = Math.log(0.01); high = Math.log(3); }
  for (let i = 0; i < count; i++) {
    const value = isTime ? deposits[5 * i + 3] : Math.log(Math.max(deposits[5 * i + 4], 1e-9));
    // Energies leave out the palest quarter of the scale: points must be seen on white.
    const t = Math.min(1, Math.max(0, (value - low) / (high - low)));
    const step = Math.round(255 * (isTime ? t : 0.25 + 0.75 * t));
    colours[3 * i] = map[3 * step]; colours[3 * i + 1] = map[3 * step + 1]; colours[3 * i + 2] = map[3 * step + 2];
  }
  event.colours = isTime
    ? { rgb: colours, map, from: 0, low: `${format(low)} µs`, high: `${format(high)} µs`, label: 'time of the deposit' }
    : { rgb: colours, map, from: 0.25, low: '0.01 MeV', high: '3 MeV', label: 'energy of the deposit' };
}

const format = v => Math.abs(v) >= 100 ? v.toFixed(0) : Math.abs(v) >= 1 ? v.toFixed(1) : v.toFixed(3);

function refresh() {
  for (const id of toggles) element(id).setAttribute('aria-pressed', shown[id]);
  for (const b of document.querySelectorAll('[data-colour]')) b.setAttribute('aria-pressed', b.dataset.colour === shown.colour);
  wires.draw();
  space?.show(shown);
  if (event) showLegend(element('legend'), detector, event, shown);
}

async function go(n) {
  n = Math.min(detector.events - 1, Math.max(0, n));
  wanted = n;
  const begin = performance.now();
  try {
    const loaded = await fetchEvent(n);
    if (wanted !== n) return;
    event = loaded;
    place = n;
    element('failure').hidden = true;
    colourDeposits();
    wires.setEvent(event);
    space?.setEvent(event);
    showPanel(element('panel'), detector, event);
    element('place').value = n;
    element('previous').disabled = n === 0;
    element('next').disabled = n === detector.events - 1;
    document.title = `Event ${event.number} · ${detector.title}`;
    history.replaceState(null, '', `#${n}`);
    refresh();
    document.body.dataset.event = n;
    document.body.dataset.milliseconds = (performance.now() - begin).toFixed(0);
    if (n + 1 < detector.events) setTimeout(() => fetchEvent(n + 1).catch(() => {}), 300);
  } catch (e) {
    element('failure').textContent = `Event ${n} cannot be shown: ${e.message}`;
    element('failure').hidden = false;
  }
}

function toggle(what) { shown[what] = !shown[what]; refresh(); }

function zoom(what) {
  wires.zoom(what);
  space?.zoom(what);
}

async function start() {
  detector = await (await fetch('/detector.json')).json();
  for (const name of Object.keys(detector.maps)) detector.maps[name] = table(detector.maps[name]);
  element('title').textContent = detector.title;
  element('file').textContent = `${detector.file} · simulated with Umbriel ${detector.version}, seed ${detector.seed}`;
  if (detector.reconstructed) {
    element('reconstruction').hidden = false;
    element('file').textContent += ` · found: ${detector.reconstructed}`;
    shown.hits = shown.points = shown.starts = true;
  }
  element('count').textContent = `of ${detector.events}`;
  wires = new WireViews(element('wires'), detector, shown);
  if (document.createElement('canvas').getContext('webgl2')) space = new SpaceView(element('space'), detector);
  else element('no-webgl').hidden = false;
  element('previous').onclick = () => go(place - 1);
  element('next').onclick = () => go(place + 1);
  element('place').onchange = e => { const n = parseInt(e.target.value, 10); if (Number.isFinite(n)) go(n); };
  for (const id of toggles) element(id).onclick = () => toggle(id);
  for (const b of document.querySelectorAll('[data-colour]')) b.onclick = () => { shown.colour = b.dataset.colour; shown.deposits = true; colourDeposits(); wires.recolour(); space?.recolour(); refresh(); };
  for (const b of document.querySelectorAll('[data-zoom]')) b.onclick = () => zoom(b.dataset.zoom);
  element('contrast').oninput = e => { shown.contrast = +e.target.value; wires.draw(); };
  addEventListener('keydown', e => {
    if (e.target instanceof HTMLInputElement || e.ctrlKey || e.metaKey || e.altKey) return;
    const action = {
      ArrowLeft: () => go(place - 1), ArrowRight: () => go(place + 1), s: () => toggle('signal'), t: () => toggle('truth'), d: () => toggle('deposits'),
      ...(detector.reconstructed ? { h: () => toggle('hits'), p: () => toggle('points'), a: () => toggle('starts') } : {}),
      0: () => zoom('signal'), v: () => zoom('vertex'), w: () => zoom('detector'),
    }[e.key];
    if (action) { e.preventDefault(); action(); }
  });
  const asked = parseInt(location.hash.slice(1), 10);
  await go(Number.isFinite(asked) ? asked : detector.first);
}

start().catch(e => { element('failure').textContent = e.message; element('failure').hidden = false; });
