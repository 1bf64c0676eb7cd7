// The published page's map for the desk: areas drawn once per selection.
'use strict';
class DeskMap extends WarMap {
  set(items) { this.stale = true; super.set(items); }
  drawAreas() { if (this.stale === false || this.items.length > 4000 && this.stale === undefined) return; this.stale = false; if (this.items.length <= 4000) super.drawAreas(); else this.areas.replaceChildren(); }
  outside() { return []; }
}
(() => {
  const box = document.getElementById('map'); if (!box) return;
  const lang = document.documentElement.lang, ar = lang === 'ar', rtl = ar;
  const W = document.getElementById('mapwords') ? JSON.parse(document.getElementById('mapwords').textContent) : { countries: {}, here: Desk.words.here };
  const top_ = c => c ? (c[2] ?? c[1] ?? c[0] ?? 0) : 0;
  const button = (text, label, f) => { const b = document.createElement('button'); b.type = 'button'; b.textContent = text; b.setAttribute('aria-label', label); b.addEventListener('click', f); return b; };
  let all = [], shown = [], range = [null, null];
  fetch('/basemap.json', { credentials: 'same-origin' }).then(r => r.json()).then(async base => {
    const map = new DeskMap(box, base, {
      lang: () => lang, weight: i => Math.min(top_(i.kil), 40), title: i => i.title, here: n => W.here.replace('{n}', n), moved() {},
      country: c => W.countries[c] ? W.countries[c][lang] : '', pick: id => { if (!box.dataset.points.startsWith('inline')) location.assign('/incidents/' + id); },
      only: ids => list(new Set(ids)),
    });
    window.deskMap = map;
    const tools = document.createElement('div'); tools.className = 'mapbtns';
    tools.append(button('+', '+', () => map.zoom(1.6)), button('−', '−', () => map.zoom(1 / 1.6)), button('⤢', '0', () => map.fit(map.items)));
    box.append(tools);
    if (box.dataset.points === 'inline') { all = JSON.parse(document.getElementById('points').textContent); map.set(all); map.fit(all, 160); return; }
    const data = await (await fetch(box.dataset.points, { credentials: 'same-origin' })).json();
    all = data.points.map(([id, type, day, lat, lon, prec, km, low, high, attribution, par, pen, c]) => ({
      id, family: W.families[type] || 'other', type, day, attribution, kil: [low, null, high], title: `${W.types[type] ? W.types[type][lang] : type} · ${(ar ? par : pen) || ''}${day ? ' · ' + day : ''}`,
      place: lat === null ? null : { lat, lon, prec, km, c },
    }));
    pick(); first(map); time();
    function pick() {
      shown = all.filter(i => (!range[0] || i.day && i.day >= range[0]) && (!range[1] || i.day && i.day <= range[1]));
      map.set(shown); document.getElementById('shown').textContent = shown.length;
      const lost = shown.filter(i => !i.place).length, note = document.getElementById('mapnote');
      note.textContent = lost ? W.noplace.replace('{n}', lost) : ''; list(null);
    }
    function first(m) {
      const by = new Map(); for (const i of all) if (i.place) by.set(i.place.c, [...(by.get(i.place.c) || []), i].slice(0, 3000));
      const sorted = [...by.values()].sort((a, b) => b.length - a.length); if (!sorted.length) return;
      const mid = l => [l.reduce((s, i) => s + i.place.lon, 0) / l.length, l.reduce((s, i) => s + i.place.lat, 0) / l.length], [x, y] = mid(sorted[0]);
      const near = []; for (const l of sorted) { const [a, b] = mid(l); if (Math.hypot(a - x, b - y) < 9) for (const i of l) near.push(i); }
      m.fit(near, 120);
    }
    function list(only) {
      const rows = document.getElementById('maprows'), some = (only ? shown.filter(i => only.has(i.id)) : shown).slice(0, 40);
      rows.replaceChildren(...some.map(i => {
        const li = document.createElement('li'); li.className = `item fam-${i.family}`; li.dataset.row = '';
        const a = document.createElement('a'); a.className = 'open'; a.href = '/incidents/' + i.id;
        const w = document.createElement('span'); w.className = 'when'; const b = document.createElement('b'); b.textContent = i.day ? `${Number(i.day.slice(8))} ${W.months[Number(i.day.slice(5, 7)) - 1]}` : '؟'; const y = document.createElement('small'); y.textContent = i.day ? i.day.slice(0, 4) : W.untimed; w.append(b, y);
        const t = document.createElement('span'); t.className = 'what'; const hd = document.createElement('span'); hd.className = 'head'; hd.textContent = i.title.replace(` · ${i.day}`, ''); t.append(hd);
        const e = document.createElement('span'); e.className = 'end'; if (i.kil[0] !== null || i.kil[2] !== null) { const n = document.createElement('bdi'); n.dir = 'ltr'; n.textContent = i.kil[2] === null ? `${i.kil[0]}+` : i.kil[0] === i.kil[2] ? i.kil[0] : `${i.kil[0]}–${i.kil[2]}`; const s = document.createElement('small'); s.textContent = ` ${W.killed}`; s.className = 'soft'; e.append(n, s); }
        a.append(w, t, e); li.append(a); return li;
      }));
    }
    function time() {
      const holder = document.getElementById('time'), days = all.filter(i => i.day).map(i => i.day).sort(); if (!days.length) return;
      const DAY = 864e5, utc = d => Date.parse(d + 'T00:00:00Z'), iso = t => new Date(t).toISOString().slice(0, 10);
      const w = holder.clientWidth || 600, h = 112, pad = 12, base = h - 22;
      const t0 = utc(days[Math.floor(days.length * .005)]) - 2 * DAY, t1 = utc(days[days.length - 1]) + 2 * DAY, n = Math.round((t1 - t0) / DAY) + 1;
      const bins = Math.min(n, Math.floor((w - 2 * pad) / 4)), per = n / bins, counts = Array.from({ length: bins }, () => new Map());
      for (const i of all) if (i.day) { const k = Math.floor((utc(i.day) - t0) / DAY / per); if (k >= 0 && k < bins) counts[k].set(i.family, (counts[k].get(i.family) || 0) + 1); }
      const most = Math.max(3, ...counts.map(c => [...c.values()].reduce((a, b) => a + b, 0))), bw = (w - 2 * pad) / bins;
      const x = k => rtl ? w - pad - (k + 1) * bw : pad + k * bw, at = t => { const f = pad + (t - t0) / DAY * (w - 2 * pad) / n; return rtl ? w - f : f; };
      const back = px_ => t0 + Math.round(((rtl ? w - px_ : px_) - pad) / (w - 2 * pad) * n - .5) * DAY;
      const root = svg('svg', { viewBox: `0 0 ${w} ${h}` }), g = svg('g', {}), over = svg('g', {});
      counts.forEach((c, k) => { let y = base; for (const [f, m] of c) { const hh = m / most * (base - 8); y -= hh; g.append(svg('rect', { x: x(k) + .5, y, width: Math.max(1, bw - 1), height: hh, fill: `var(--${f})` })); } });
      g.append(svg('line', { x1: 0, x2: w, y1: base, y2: base, stroke: 'var(--ink)' }));
      const marks = w < 480 ? 2 : 4;
      for (let k = 0; k <= marks; k++) { const d = t0 + (t1 - t0) * k / marks, t = svg('text', { x: Math.max(36, Math.min(w - 36, at(d))), y: h - 6, 'text-anchor': 'middle' }); t.textContent = iso(d); g.append(t); }
      root.append(g, over); holder.replaceChildren(root);
      const clear = document.getElementById('timeclear');
      const paint = () => {
        over.replaceChildren(); clear.hidden = !range[0] && !range[1];
        const a = at(range[0] ? utc(range[0]) : t0), b = at(range[1] ? utc(range[1]) + DAY : t1 + DAY);
        if (range[0] || range[1]) over.append(svg('rect', { x: Math.min(a, b), y: 0, width: Math.abs(b - a), height: base, fill: '#2f6fb3', 'fill-opacity': .16 }));
        [[0, a, W.from], [1, b, W.to]].forEach(([s, px_, name]) => {
          const k = svg('rect', { x: px_ - 4, y: base / 2 - 14, width: 8, height: 28, rx: 3, fill: '#2f6fb3', tabindex: 0, role: 'slider', 'aria-label': name, 'aria-valuemin': 0, 'aria-valuemax': n, 'aria-valuenow': Math.round(((range[s] ? utc(range[s]) : s ? t1 : t0) - t0) / DAY), 'aria-valuetext': range[s] || '' });
          k.addEventListener('keydown', e => { const d = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1 }[e.key]; if (!d) return; e.preventDefault(); e.stopPropagation(); const cur = range[s] ? utc(range[s]) : s ? t1 : t0; range[s] = iso(Math.max(t0, Math.min(t1, cur + d * DAY * (e.shiftKey ? 30 : 1)))); pick(); paint(); over.querySelectorAll('[role=slider]')[s].focus(); });
          over.append(k);
        });
      };
      let from = null;
      root.addEventListener('pointerdown', e => { from = e.clientX - holder.getBoundingClientRect().left; root.setPointerCapture(e.pointerId); });
      root.addEventListener('pointermove', e => { if (from === null) return; const to = e.clientX - holder.getBoundingClientRect().left; if (Math.abs(to - from) < 4) return; const [a, b] = [back(from), back(to)].sort((p, q) => p - q); range = [iso(a), iso(b)]; paint(); });
      root.addEventListener('pointerup', () => { if (from !== null) { from = null; pick(); } });
      clear.addEventListener('click', () => { range = [null, null]; pick(); paint(); });
      paint();
    }
  });
})();
