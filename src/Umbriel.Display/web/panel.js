// The numbers of the event, and the legend of the three-dimensional view.
const number = (v, digits = 1) => v.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });

function add(parent, tag, text, className) {
  const child = document.createElement(tag);
  if (text !== undefined) child.textContent = text;
  if (className) child.className = className;
  parent.append(child);
  return child;
}

function rows(parent, title, head, lines, className) {
  const block = add(parent, 'div', undefined, className);
  add(block, 'h2', title);
  const table = add(block, 'table');
  if (head) { const tr = add(table, 'tr'); for (const h of head) add(tr, 'th', h); }
  for (const line of lines) { const tr = add(table, 'tr'); for (const cell of line) add(tr, 'td', cell); }
  return table;
}

const few = (list, most) => list.slice(0, most);

export function showPanel(panel, detector, event) {
  panel.replaceChildren();
  const most = 40;
  const table = rows(panel, event.primaries.length === 0 ? 'No primaries' : `Primaries (${event.primaries.length})`, ['', 'kinetic energy', 'x, y, z (cm)', 'direction', 'time'],
    few(event.primaries, most).map(p => [p.symbol, `${number(p.MeV)} MeV`, [p.x, p.y, p.z].map(v => number(v)).join(', '), [p.dx, p.dy, p.dz].map(v => v.toFixed(2)).join(', '), `${number(p.us, 2)} µs`]), 'wide');
  table.querySelectorAll('td:first-child').forEach((td, i) => { td.style.color = detector.styles[event.primaries[i].style].colour; td.style.fontWeight = 600; });
  if (event.found) showFound(panel, event);
  const energy = event.energyMeV;
  rows(panel, 'Energy (MeV)', null, [['given', number(energy.given)], ['released', number(energy.released)], ['deposited', number(energy.deposited)],
    ['in the active volume', number(energy.visible)], ['escaped', number(energy.escaped)], ['lost', number(energy.lost)]]);
  rows(panel, 'Event', null, [['number', String(event.number)], ['weight', event.weight.toPrecision(4)], ['particles', number(event.particles, 0)],
    ['deposits', number(event.deposits.length / 5, 0)], ['wire regions', number(event.regions.length / 4, 0)], ['samples', number(event.samples.length, 0)]]);
  rows(panel, `Flashes (${event.flashes.length})`, ['time', 'photo-electrons', 'prompt'],
    few([...event.flashes].sort((a, b) => b.pe - a.pe), most).map(f => [`${number(f.us, 2)} µs`, number(f.pe, 0), number(f.prompt, 0)]));
}

function showFound(panel, event) {
  const { particles, vertex } = event.found, most = 40, extra = ['trackScore', 'MeV'].filter(key => particles.some(p => key in p));
  const heads = { trackScore: 'track score', MeV: 'energy' }, cells = { trackScore: v => v.toFixed(2), MeV: v => `${number(v)} MeV` };
  const table = rows(panel, `Found: ${particles.length} ${particles.length === 1 ? 'particle' : 'particles'}${vertex ? `, vertex ${vertex.map(v => number(v)).join(', ')} cm` : ''}`,
    ['', 'charge', 'length', 'start (cm)', 'direction', ...extra.map(key => heads[key])],
    few(particles, most).map((p, i) => [String(i + 1), `${number(p.charge / 1000, 0)} ke⁻`, `${number(p.length)} cm`, p.start.map(v => number(v)).join(', '), p.direction.map(v => v.toFixed(2)).join(', '),
      ...extra.map(key => key in p ? cells[key](p[key]) : '–')]), 'wide');
  table.querySelectorAll('td:first-child').forEach((td, i) => { const dot = document.createElement('span'); dot.className = 'dot'; dot.style.background = particles[i].colour; td.prepend(dot); });
}

export function showLegend(legend, detector, event, shown) {
  legend.replaceChildren();
  if (shown.truth) {
    const kinds = add(legend, 'div', undefined, 'kinds');
    for (const index of [...new Set(event.trackStyles)].sort((a, b) => a - b)) {
      const row = add(kinds, 'span', undefined, 'row');
      add(row, 'span', undefined, 'swatch').style.background = detector.styles[index].colour;
      add(row, 'span', detector.styles[index].symbol);
    }
  }
  const colours = event.colours;
  if (shown.points && event.found) add(legend, 'div', 'space points by particle, grey: of none');
  if ((shown.truth || shown.points && event.found) && !shown.deposits) return;
  if (colours.map) {
    const row = add(legend, 'div', undefined, 'row');
    add(row, 'span', colours.low);
    const canvas = add(row, 'canvas');
    canvas.width = 150; canvas.height = 1;
    const context = canvas.getContext('2d');
    for (let i = 0; i < 150; i++) {
      const s = 3 * Math.round(255 * (colours.from + (1 - colours.from) * i / 149));
      context.fillStyle = `rgb(${colours.map[s]},${colours.map[s + 1]},${colours.map[s + 2]})`;
      context.fillRect(i, 0, 1, 1);
    }
    add(row, 'span', colours.high);
    add(legend, 'div', colours.label);
  } else {
    add(legend, 'div', 'deposits by particle');
  }
}
