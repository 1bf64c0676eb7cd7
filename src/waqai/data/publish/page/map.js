// A small map: simplified outlines in one SVG, points clustered in screen space, areas drawn as areas.
'use strict';
const SVG = 'http://www.w3.org/2000/svg';
function svg(name, attrs, ...kids) {
  const e = document.createElementNS(SVG, name);
  for (const [k, v] of Object.entries(attrs || {})) if (v !== null && v !== undefined) e.setAttribute(k, v);
  for (const k of kids) if (k) e.append(k);
  return e;
}
const RAD = Math.PI / 180;
// World units: degrees of longitude, Mercator latitude, y downwards.
const px = lon => lon;
const py = lat => -Math.log(Math.tan(Math.PI / 4 + lat * RAD / 2)) / RAD;

function paths(rings, close) {
  let d = '';
  for (const r of rings) {
    let x = 0, y = 0;
    for (let i = 0; i < r.length; i += 2) {
      x += r[i]; y += r[i + 1];
      d += (i ? 'L' : 'M') + (x / 100).toFixed(2) + ' ' + py(y / 100).toFixed(2);
    }
    if (close) d += 'Z';
  }
  return d;
}
function inside(rings, lon, lat) {
  let hit = false;
  for (const r of rings) {
    const pts = [];
    let x = 0, y = 0;
    for (let i = 0; i < r.length; i += 2) { x += r[i]; y += r[i + 1]; pts.push([x / 100, y / 100]); }
    for (let i = 0, j = pts.length - 1; i < pts.length; j = i++) {
      const [xi, yi] = pts[i], [xj, yj] = pts[j];
      if ((yi > lat) !== (yj > lat) && lon < (xj - xi) * (lat - yi) / (yj - yi) + xi) hit = !hit;
    }
  }
  return hit;
}
function centre(rings) {
  let best = null;
  for (const r of rings) {
    let x = 0, y = 0, a = 0, cx = 0, cy = 0, ox = null, oy = null;
    for (let i = 0; i < r.length; i += 2) {
      x += r[i]; y += r[i + 1];
      if (ox !== null) { const k = ox * y - x * oy; a += k; cx += (ox + x) * k; cy += (oy + y) * k; }
      ox = x; oy = y;
    }
    if (a && (!best || Math.abs(a) > best[2])) best = [cx / (3 * a) / 100, cy / (3 * a) / 100, Math.abs(a)];
  }
  return best;
}

class WarMap {
  constructor(box, base, api) {
    this.box = box; this.base = base; this.api = api; this.items = []; this.sel = null;
    this.view = { x: 40, y: py(34), k: 40 };
    this.root = svg('svg', { 'aria-hidden': 'false' });
    this.world = svg('g', {});
    this.areas = svg('g', {}); this.names = svg('g', { 'pointer-events': 'none' }); this.marks = svg('g', {});
    const line = { 'vector-effect': 'non-scaling-stroke' };
    this.world.append(
      svg('path', { d: base.land.map(l => paths(l.r, true)).join(''), fill: 'var(--land)', stroke: 'var(--border)', 'stroke-width': 1, ...line }),
      svg('path', { d: base.states.map(s => paths(s.r, true)).join(''), fill: 'var(--focus)', stroke: '#d6cbb6', 'stroke-width': .8, ...line }),
      svg('path', { d: base.land.map(l => paths(l.r, true)).join(''), fill: 'none', stroke: '#a3967d', 'stroke-width': 1.3, 'stroke-linejoin': 'round', ...line }),
      svg('path', { d: base.rivers.map(r => paths([r.r], false)).join(''), fill: 'none', stroke: 'var(--water)', 'stroke-width': 1.2, ...line }),
      svg('path', { d: paths(base.lakes, true), fill: 'var(--water)', stroke: 'none' }),
      this.areas,
    );
    this.root.append(this.world, this.names, this.marks);
    box.append(this.root);
    this.tip = document.createElement('div'); this.tip.className = 'tip'; this.tip.hidden = true; box.append(this.tip);
    this.labels = base.states.map(s => ({ s, c: centre(s.r) })).filter(l => l.c);
    this.listen();
  }
  // Measured once a drawing: asking the browser for every point would cost more than drawing it.
  size() { if (!this.dim) { const r = this.box.getBoundingClientRect(); this.dim = [r.width || 600, r.height || 400]; } return this.dim; }
  screen(lon, lat) { const [w, h] = this.size(), v = this.view; return [(px(lon) - v.x) * v.k + w / 2, (py(lat) - v.y) * v.k + h / 2]; }
  listen() {
    let from = null, moved = false; const touches = new Map(); let pinch = null;
    const at = e => { const r = this.box.getBoundingClientRect(); return [e.clientX - r.left, e.clientY - r.top]; };
    this.root.addEventListener('pointerdown', e => {
      touches.set(e.pointerId, at(e)); from = { p: at(e), v: { ...this.view } }; moved = false;
      if (touches.size === 2) { const [a, b] = [...touches.values()]; pinch = { d: Math.hypot(a[0] - b[0], a[1] - b[1]), k: this.view.k }; }
    });
    this.root.addEventListener('pointermove', e => {
      if (!touches.has(e.pointerId)) return;
      touches.set(e.pointerId, at(e));
      if (touches.size === 2 && pinch) {
        const [a, b] = [...touches.values()];
        this.view.k = this.clamp(pinch.k * Math.hypot(a[0] - b[0], a[1] - b[1]) / pinch.d); this.draw(); return;
      }
      const p = at(e), dx = p[0] - from.p[0], dy = p[1] - from.p[1];
      if (Math.abs(dx) + Math.abs(dy) > 4 && !moved) { moved = true; this.root.setPointerCapture(e.pointerId); this.root.classList.add('drag'); }
      if (moved) { this.view.x = from.v.x - dx / this.view.k; this.view.y = from.v.y - dy / this.view.k; this.draw(); }
    });
    const up = e => { touches.delete(e.pointerId); pinch = null; this.root.classList.remove('drag'); };
    this.root.addEventListener('pointerup', up); this.root.addEventListener('pointercancel', up);
    this.root.addEventListener('click', e => { if (moved) { e.stopPropagation(); moved = false; } }, true);
    this.root.addEventListener('wheel', e => { e.preventDefault(); this.zoom(Math.exp(-e.deltaY * .0016), at(e)); }, { passive: false });
    this.box.addEventListener('keydown', e => {
      const step = 60 / this.view.k, moves = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
      if (moves[e.key]) { this.view.x += moves[e.key][0]; this.view.y += moves[e.key][1]; this.draw(); e.preventDefault(); }
      else if (e.key === '+' || e.key === '=') this.zoom(1.5);
      else if (e.key === '-') this.zoom(1 / 1.5);
      else if (e.key === '0') this.fit(this.items);
    });
    new ResizeObserver(() => this.draw()).observe(this.box);
  }
  clamp(k) { return Math.max(6, Math.min(2200, k)); }
  zoom(f, at) {
    const [w, h] = this.size(), v = this.view, k = this.clamp(v.k * f), p = at || [w / 2, h / 2];
    v.x += (p[0] - w / 2) * (1 / v.k - 1 / k); v.y += (p[1] - h / 2) * (1 / v.k - 1 / k); v.k = k; this.draw();
  }
  fit(items, most) {
    const pts = items.filter(i => i.place && i.place.lat !== null);
    if (!pts.length) return;
    const [w, h] = this.size();
    let x0 = Infinity, x1 = -Infinity, y0 = Infinity, y1 = -Infinity;
    for (const { place } of pts) { const x = px(place.lon), y = py(place.lat); x0 = Math.min(x0, x); x1 = Math.max(x1, x); y0 = Math.min(y0, y); y1 = Math.max(y1, y); }
    this.view.x = (x0 + x1) / 2; this.view.y = (y0 + y1) / 2;
    this.view.k = this.clamp(Math.min((w - 110) / Math.max(x1 - x0, .4), (h - 110) / Math.max(y1 - y0, .4), most || 190));
    this.draw();
  }
  state(lon, lat) { return this.base.states.find(s => inside(s.r, lon, lat)); }
  set(items) { this.items = items; this.draw(); }
  select(id) { this.sel = id; this.draw(); }
  radius(i) { return 6.5 + 3.1 * Math.sqrt(this.api.weight(i)); }
  outside() {
    const [w, h] = this.size();
    return this.items.filter(i => i.place && i.place.lat !== null).filter(i => { const [x, y] = this.screen(i.place.lon, i.place.lat); return x < 0 || y < 0 || x > w || y > h; });
  }
  draw() {
    this.dim = null; this.grid = null;
    const [w, h] = this.size(), v = this.view;
    this.root.setAttribute('viewBox', `0 0 ${w} ${h}`);
    this.world.setAttribute('transform', `translate(${w / 2 - v.x * v.k} ${h / 2 - v.y * v.k}) scale(${v.k})`);
    this.drawAreas(); this.drawNames(w, h); this.drawMarks(w, h);
    this.api.moved();
  }
  drawAreas() {
    this.areas.replaceChildren();
    const line = { 'vector-effect': 'non-scaling-stroke', 'stroke-width': 1.6, 'stroke-dasharray': '5 4', 'fill-opacity': .1, 'pointer-events': 'none' };
    const done = new Set();
    for (const i of this.items) {
      const p = i.place;
      if (!p || p.lat === null || p.prec === 'exact' || p.prec === 'unplaced' || p.prec === 'country') continue;
      const colour = `var(--${i.family})`, s = p.prec === 'admin1' ? this.state(p.lon, p.lat) : null;
      const key = `${p.lat},${p.lon},${p.prec},${p.km},${i.family}`;
      if (done.has(key)) continue;
      done.add(key);
      if (s) this.areas.append(svg('path', { d: paths(s.r, true), fill: colour, stroke: colour, ...line }));
      else {
        const km = p.km || { near: 6, area: 15, admin3: 12, admin2: 30, admin1: 70 }[p.prec] || 10, ry = km / 111.2 / Math.cos(p.lat * RAD);
        this.areas.append(svg('circle', { cx: px(p.lon), cy: py(p.lat), r: ry, fill: colour, stroke: colour, ...line }));
      }
    }
  }
  drawNames(w, h) {
    this.names.replaceChildren();
    const k = this.view.k, ar = this.api.lang() === 'ar', taken = [];
    // Markers come first; a name steps aside for them or stays away.
    for (const c of this.clusters()) { const r = c.items.length > 1 ? 16 + 2 * Math.sqrt(c.items.length) : this.radius(c.items[0]); taken.push([c.x, c.y + 4, 2 * r, r]); }
    const put = (text, x, y0, size, weight, colour, space) => {
      const wide = text.length * size * .56;
      const clear = y => !taken.some(t => Math.abs(t[0] - x) < (t[2] + wide) / 2 && Math.abs(t[1] - y) < size * .65 + t[3]);
      const y = [0, 20, -20, 34, -34].map(d => y0 + d).find(clear);
      if (y === undefined || x < wide / 2 || y < 12 || x > w - wide / 2 || y > h - 6) return;
      taken.push([x, y, wide, size * .6]);
      const t = svg('text', { x, y, 'text-anchor': 'middle', 'font-size': size, 'font-weight': weight, fill: colour, stroke: '#fbf8f0', 'stroke-width': 3, 'paint-order': 'stroke', 'stroke-linejoin': 'round', 'font-family': "'Plex Arabic',sans-serif", 'letter-spacing': ar ? 0 : space || 0 });
      t.textContent = text; this.names.append(t);
    };
    if (k < 75) for (const [code, at] of Object.entries(COUNTRY_AT)) {
      const name = this.api.country(code); if (!name) continue;
      const [x, y] = this.screen(...at); put(name, x, y, k > 30 ? 15 : 12.5, 600, '#a3977f', 1);
    }
    const told = new Set(this.items.map(i => i.place && i.place.c));
    if (k > 38) for (const l of this.labels) {
      if (k < 160 && !told.has(l.s.c)) continue;
      const [x, y] = this.screen(l.c[0], l.c[1]);
      put((ar ? l.s.ar : l.s.en) || l.s.en, x, y, k > 120 ? 14 : 11.5, 400, '#8f8470');
    }
  }
  // One pass over a grid of the screen, so that tens of thousands of points can be panned. A point joins the nearest group begun in
  // its own or a neighbouring cell; the group is drawn in the middle of its points. Points off the screen are left out.
  clusters() {
    if (this.grid) return this.grid;
    const cells = new Map(), v = this.view, [w, h] = this.size(), near = 28, rim = 60, width = 100003;
    for (const i of this.items) {
      const p = i.place;
      if (!p || p.lat === null || p.prec === 'unplaced') continue;
      i.y ??= py(p.lat);
      const x = (px(p.lon) - v.x) * v.k + w / 2, y = (i.y - v.y) * v.k + h / 2;
      if (x < -rim || y < -rim || x > w + rim || y > h + rim) continue;
      const cx = Math.floor(x / near), cy = Math.floor(y / near);
      let best = null, far = near * near;
      for (let a = -1; a <= 1; a++) for (let b = -1; b <= 1; b++) {
        const c = cells.get((cx + a) * width + cy + b); if (!c) continue;
        const d = (c.x0 - x) ** 2 + (c.y0 - y) ** 2; if (d < far) { far = d; best = c; }
      }
      if (best) { best.items.push(i); const n = best.items.length; best.x += (x - best.x) / n; best.y += (y - best.y) / n; }
      else cells.set(cx * width + cy, { x0: x, y0: y, x, y, items: [i] });
    }
    return this.grid = [...cells.values()];
  }
  drawMarks(w, h) {
    const active = document.activeElement && document.activeElement.closest ? document.activeElement.closest('.mk') : null;
    const keep = active ? active.getAttribute('data-id') : null;
    this.marks.replaceChildren();
    const list = this.clusters().filter(c => c.x > -30 && c.y > -30 && c.x < w + 30 && c.y < h + 30).sort((a, b) => b.items.length - a.items.length);
    for (const c of list) {
      const one = c.items.length === 1 ? c.items[0] : null, picked = c.items.some(i => i.id === this.sel);
      const label = one ? this.api.title(one) : this.api.here(c.items.length);
      const g = svg('g', { class: 'mk' + (picked ? ' sel' : ''), transform: `translate(${c.x} ${c.y})`, tabindex: 0, role: 'button', 'aria-label': label, 'data-id': c.items[0].id });
      if (one) {
        const r = this.radius(one), hollow = one.attribution === 'denied', soft = one.place.prec !== 'exact';
        if (soft) g.append(svg('circle', { r, fill: '#fffdf8' })); // a small dashed area must not shine through its own mark
        g.append(svg('circle', { class: 'ring', r, fill: `var(--${one.family})`, 'fill-opacity': hollow ? .12 : soft ? .55 : .88, stroke: hollow ? `var(--${one.family})` : '#fffdf8', 'stroke-width': 1.6, 'stroke-dasharray': soft && hollow ? '3 3' : null }));
      } else this.donut(g, c);
      g.addEventListener('click', () => this.pick(c));
      g.addEventListener('keydown', e => { if (e.key === 'Enter' || e.key === ' ') { e.preventDefault(); e.stopPropagation(); this.pick(c); } });
      g.addEventListener('pointerenter', () => this.hint(label, c)); g.addEventListener('pointerleave', () => { this.tip.hidden = true; });
      this.marks.append(g);
      if (keep === c.items[0].id) g.focus({ preventScroll: true });
    }
  }
  donut(g, c) {
    const n = c.items.length, R = 12 + 2.2 * Math.sqrt(n), by = new Map();
    for (const i of c.items) by.set(i.family, (by.get(i.family) || 0) + 1);
    let a = -Math.PI / 2;
    g.append(svg('circle', { class: 'ring', r: R + 1.2, fill: '#fffdf8', stroke: '#fffdf8', 'stroke-width': 1.5 }));
    for (const [family, m] of by) {
      const b = a + m / n * Math.PI * 2, big = b - a > Math.PI ? 1 : 0;
      g.append(m === n ? svg('circle', { r: R - 3, fill: 'none', stroke: `var(--${family})`, 'stroke-width': 6 })
        : svg('path', { d: `M${(R - 3) * Math.cos(a)} ${(R - 3) * Math.sin(a)}A${R - 3} ${R - 3} 0 ${big} 1 ${(R - 3) * Math.cos(b)} ${(R - 3) * Math.sin(b)}`, fill: 'none', stroke: `var(--${family})`, 'stroke-width': 6 }));
      a = b;
    }
    const t = svg('text', { 'text-anchor': 'middle', y: 4.6, 'font-size': 13, 'font-weight': 600, fill: 'var(--ink)', 'font-family': "'Plex Arabic',sans-serif" });
    t.textContent = n; g.append(t);
  }
  hint(text, c) { this.tip.textContent = text; this.tip.dir = this.api.lang() === 'ar' ? 'rtl' : 'ltr'; this.tip.style.left = c.x + 'px'; this.tip.style.top = (c.y - 6) + 'px'; this.tip.hidden = false; }
  pick(c) {
    this.tip.hidden = true;
    if (c.items.length === 1) return this.api.pick(c.items[0].id);
    const spots = new Set(c.items.map(i => `${i.place.lat},${i.place.lon}`));
    if (spots.size > 1 && this.view.k < 900) this.fit(c.items, this.view.k * 4);
    else this.api.only(c.items.map(i => i.id));
  }
}
const COUNTRY_AT = { SY: [38.6, 35.3], IQ: [43.2, 32.4], TR: [36.5, 38.6], IR: [50.5, 33.5], SA: [44, 26.5], JO: [36.6, 31.1], LB: [35.9, 33.95], EG: [29, 27], YE: [47, 16], ML: [-3.5, 18.5], NE: [9.5, 17.5], BF: [-1.8, 12.4], NG: [8, 9.5], LY: [17.5, 27], SD: [30, 15.5], DZ: [2.5, 27.5], SO: [46, 6] };
