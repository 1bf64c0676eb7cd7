
// The page: filters, timeline, list. All words come from DATA.ui and DATA.labels.
const DATA = JSON.parse(document.getElementById('data').textContent);
const BASE = JSON.parse(document.getElementById('basemap').textContent);
const $ = id => document.getElementById(id);
const store = { get(k) { try { return localStorage.getItem(k); } catch { return null; } }, set(k, v) { try { localStorage.setItem(k, v); } catch { /* from disk, storage may be refused */ } } };
const S = { lang: 'ar', q: '', type: '', actor: '', area: '', attribution: '', from: '', to: '', sort: 'date', only: null, open: null };
const ui = (k, v) => { let s = DATA.ui[k][S.lang === 'ar' ? 1 : 0]; if (v) for (const [n, x] of Object.entries(v)) s = s.replace(`{${n}}`, x); return s; };
const lab = (kind, k) => { const e = (DATA.labels[kind] || {})[k]; return e ? e[S.lang] : (k || ''); };
const name = a => a ? (S.lang === 'ar' ? a.ar : a.en) : '';
const who = v => { const c = DATA.claimants[v.who.en]; if (v.who.en === 'outlet/correspondent') return outlet(v) || (S.lang === 'ar' && c ? c.ar : v.who.en); return S.lang === 'ar' ? (c ? c.ar : v.who.text || v.who.en) : v.who.en; };
const outlet = v => { const r = DATA.reports[v.report]; return r && r.outlet || ''; };
function el(tag, attrs, ...kids) {
  const e = document.createElement(tag);
  for (const [k, v] of Object.entries(attrs || {})) {
    if (v === null || v === undefined || v === false) continue;
    if (k === 'on') for (const [n, f] of Object.entries(v)) e.addEventListener(n, f);
    else if (k === 'style') e.style.cssText = v;
    else e.setAttribute(k, v === true ? '' : v);
  }
  for (const k of kids.flat()) if (k !== null && k !== undefined && k !== false) e.append(k);
  return e;
}
const bdi = s => el('bdi', {}, String(s));
const parts = d => d.split('-').map(Number);
function day(d, year) { const [y, m, n] = parts(d); return `${n} ${ui('months')[m - 1]}${year === false ? '' : ' ' + y}`; }
function span(a, b) {
  if (!a && !b) return ui('no_date');
  if (!a || !b || a === b) return day(a || b);
  const [ya, ma] = parts(a), [yb, mb] = parts(b);
  if (ya === yb && ma === mb) return `${parts(a)[2]}–${day(b)}`;
  return `${day(a, ya !== yb)} – ${day(b)}`;
}
const top_ = c => c ? (c[2] ?? c[1] ?? c[0] ?? 0) : 0;
function num(c) {
  if (!c) return null;
  const [l, b, h] = c;
  if (l === null && h === null) return b === null ? ui('not_numbered') : String(b);
  if (h === null) return `${l}+`;
  if (l === null) return `≤ ${h}`;
  return l === h ? String(l) : `${l}–${h}`;
}
function place(p, full) {
  if (!p) return ui('no_place');
  const out = [S.lang === 'ar' ? p.ar : p.en], a1 = area(p);
  if (full && a1 && a1 !== out[0]) out.push(a1);
  if (full && p.c && p.c !== 'SY') out.push(lab('country', p.c));
  return out.join(S.lang === 'ar' ? '، ' : ', ');
}
// The gazetteer names governorates in English; the base map's polygons know them in Arabic too.
const AREA_AR = DATA.areas;
function area(p) { return !p || !p.a1 ? '' : S.lang === 'ar' ? (AREA_AR[p.a1] || p.a1) : p.a1; }
function learnAreas() {
  for (const i of DATA.incidents) {
    const p = i.place;
    if (!p || !p.a1 || AREA_AR[p.a1] || p.lat === null) continue;
    const s = map.state(p.lon, p.lat); if (s && s.ar) AREA_AR[p.a1] = s.ar;
  }
}
const title = i => `${lab('event_type', i.type)} · ${place(i.place)}`;

// ---- selection
function wanted(i, but) {
  if (S.only && !S.only.includes(i.id)) return false;
  if (S.type && but !== 'type' && (S.type.startsWith('=') ? i.type !== S.type.slice(1) : i.family !== S.type)) return false;
  if (S.actor && ![i.perp, i.targ].some(a => a && a.en === S.actor)) return false;
  if (S.area && !(i.place && (i.place.a1 || i.place.c) === S.area)) return false;
  if (S.attribution && i.attribution !== S.attribution) return false;
  if (but !== 'date') { const a = i.d[0] || i.d[1], b = i.d[1] || i.d[0]; if (S.from && (!b || b < S.from)) return false; if (S.to && (!a || a > S.to)) return false; }
  return !S.q || i.hay.includes(S.q);
}
const fold = s => (s || '').toLowerCase().replace(/[\u064b-\u0652\u0640]/g, '').replace(/[أإآ]/g, 'ا').replace(/ة/g, 'ه').replace(/ى/g, 'ي');
for (const i of DATA.incidents) {
  i.hay = fold([lab('event_type', i.type), DATA.labels.event_type[i.type].en, i.place && i.place.ar, i.place && i.place.en, i.perp && i.perp.ar, i.perp && i.perp.en, i.targ && i.targ.ar, i.targ && i.targ.en,
    ...i.versions.flatMap(v => [v.who.en, v.who.text, outlet(v), (DATA.reports[v.report] || {}).title, v.quote.map(p => p[0]).join('')])].join(' '));
}

// ---- map
const map = new WarMap($('map'), BASE, {
  lang: () => S.lang, weight: i => Math.min(top_(i.kil), 40), title, here: n => ui('here', { n }), country: c => lab('country', c),
  pick: id => openOne(id, true), only: ids => { S.only = ids; refresh(); },
  moved: () => outsideNote(),
});
function outsideNote() {
  if (!map) return;
  const p = $('unplaced'), out = map.outside(), no = map.items.filter(i => !i.place || i.place.lat === null);
  p.replaceChildren();
  if (out.length) p.append(ui('outside', { n: out.length }) + ' ', el('button', { type: 'button', on: { click: () => map.fit(map.items) } }, ui('zoom_fit')), '  ');
  if (no.length) p.append(ui('unplaced', { n: no.length }) + ' ', el('button', { type: 'button', on: { click: () => { S.only = no.map(i => i.id); refresh(); } } }, ui('incidents')));
}
function mapButtons() {
  for (const e of $('map').querySelectorAll('.mapbtns,.regions')) e.remove();
  const b = (k, text, f) => el('button', { type: 'button', 'aria-label': ui(k), title: ui(k), on: { click: f } }, text);
  $('map').append(el('div', { class: 'mapbtns' }, b('zoom_in', '+', () => map.zoom(1.6)), b('zoom_out', '−', () => map.zoom(1 / 1.6)), b('zoom_fit', '⤢', () => map.fit(map.items))));
  const by = countries();
  if (by.length > 1) $('map').append(el('div', { class: 'regions' }, by.map(([c, list]) => el('button', { type: 'button', dir: 'auto', on: { click: () => map.fit(list) } }, `${lab('country', c)} ${list.length}`))));
}
function countries() {
  const by = new Map();
  for (const i of DATA.incidents) if (i.place && i.place.lat !== null && i.place.c) by.set(i.place.c, [...(by.get(i.place.c) || []), i]);
  return [...by].sort((a, b) => b[1].length - a[1].length);
}
function home() {
  // First view: the countries that hold most incidents and lie beside each other; the rest is one press away.
  const by = countries(); if (!by.length) return;
  const mid = l => [l.reduce((s, i) => s + i.place.lon, 0) / l.length, l.reduce((s, i) => s + i.place.lat, 0) / l.length];
  const [x, y] = mid(by[0][1]);
  map.fit(by.filter(([, l]) => { const [a, b] = mid(l); return Math.hypot(a - x, b - y) < 9; }).flatMap(e => e[1]), 120);
}
function legend() {
  const used = new Set(DATA.incidents.map(i => i.family));
  $('legend').replaceChildren(...Object.keys(DATA.labels.family).filter(f => used.has(f)).map(f => el('span', {}, el('i', { style: `background:var(--${f})` }), lab('family', f))),
    el('span', {}, el('i', { class: 'dash' }), ui('legend_area')), el('span', {}, ui('legend_size')));
}

// ---- timeline
const DAY = 86400000, utc = d => Date.parse(d + 'T00:00:00Z'), iso = t => new Date(t).toISOString().slice(0, 10);
const dated = DATA.incidents.filter(i => i.d[0] || i.d[1]);
const T0 = Math.min(...dated.map(i => utc(i.d[0] || i.d[1]))) - 2 * DAY, T1 = Math.max(...dated.map(i => utc(i.d[1] || i.d[0]))) + 2 * DAY;
let brush = null;
function timeline() {
  const box = $('time'); box.replaceChildren();
  if (!dated.length) return;
  const r = box.getBoundingClientRect(), w = r.width || 600, h = r.height || 128, n = Math.round((T1 - T0) / DAY) + 1, pad = 14, rtl = S.lang === 'ar';
  const at = t => { const f = pad + (t - T0) / DAY * (w - 2 * pad) / n; return rtl ? w - f : f; };
  const back = x => T0 + Math.round(((rtl ? w - x : x) - pad) / (w - 2 * pad) * n - .5) * DAY;
  const root = svg('svg', { viewBox: `0 0 ${w} ${h}`, role: 'img', 'aria-label': ui('timeline') + ': ' + ui('per_day') });
  const by = new Map();
  const all = DATA.incidents.filter(i => wanted(i, 'date'));
  for (const i of all) if (i.d[0] || i.d[1]) { const k = i.d[0] || i.d[1]; by.set(k, [...(by.get(k) || []), i]); }
  const base = h - 24, most = Math.max(3, ...[...by.values()].map(l => l.length)), unit = Math.min(24, (base - 12) / most), bw = Math.max(2.5, Math.min(16, (w - 2 * pad) / n - 1.5));
  if (S.from || S.to) {
    const a = at(utc(S.from || iso(T0))), b = at(utc(S.to || iso(T1)) + DAY);
    root.append(svg('rect', { x: Math.min(a, b), y: 0, width: Math.abs(b - a), height: base, fill: '#2f6fb3', 'fill-opacity': .1 }));
  }
  for (let t = T0; t <= T1; t += DAY) {
    const d = iso(t), [y, m, dd] = parts(d), x = at(t);
    if (dd === 1 || t === T0) {
      if (dd === 1) root.append(svg('line', { x1: x, x2: x, y1: 4, y2: base + 5, stroke: 'var(--line)' }));
      const left = Math.abs(at(T1) - x);
      if (dd === 1 || left > 0 && parts(iso(t + 9 * DAY))[1] === m) {
        const tx = svg('text', { x: rtl ? x - 5 : x + 5, y: h - 7, 'font-size': 12, fill: 'var(--soft)', 'text-anchor': 'start', 'font-family': "'Plex Arabic',sans-serif" });
        tx.textContent = `${ui('months')[m - 1]} ${y}`; root.append(tx);
      }
    } else if (new Date(t).getUTCDay() === 1) root.append(svg('line', { x1: x, x2: x, y1: base, y2: base + 3, stroke: 'var(--border)' }));
  }
  root.append(svg('line', { x1: 0, x2: w, y1: base, y2: base, stroke: 'var(--ink)' }));
  const order = Object.keys(DATA.labels.family);
  for (const [d, list] of by) {
    list.sort((a, b) => order.indexOf(a.family) - order.indexOf(b.family));
    list.forEach((i, k) => {
      const x = at(utc(d) + DAY / 2), on = wanted(i);
      const b = svg('rect', { x: x - bw / 2, y: base - (k + 1) * unit + 1, width: bw, height: unit - 1.5, rx: 1, fill: `var(--${i.family})`, 'fill-opacity': on ? 1 : .25, stroke: i.id === S.open ? '#000' : 'none', 'stroke-width': 2, style: 'cursor:pointer' });
      b.append(svg('title', {})); b.firstChild.textContent = `${span(...i.d)} · ${title(i)}`;
      b.dataset.id = i.id; root.append(b);
    });
  }
  box.append(root);
  for (const side of ['from', 'to']) {
    const t = side === 'from' ? utc(S.from || iso(T0)) : utc(S.to || iso(T1)) + DAY, x = at(t);
    const g = svg('g', { class: 'handle', tabindex: 0, role: 'slider', 'aria-label': ui(side), 'aria-valuetext': S[side] ? day(S[side]) : ui('all'), 'aria-valuemin': 0, 'aria-valuemax': n, 'aria-valuenow': Math.round((t - T0) / DAY) });
    g.append(svg('rect', { x: x - 7, y: 0, width: 14, height: base, fill: 'transparent' }), svg('rect', { x: x - 1, y: 0, width: 2, height: base, fill: S[side] ? '#2f6fb3' : '#2f6fb355' }), svg('rect', { x: x - 4, y: base / 2 - 12, width: 8, height: 24, rx: 3, fill: S[side] ? '#2f6fb3' : '#9fb8d1' }));
    g.addEventListener('keydown', e => {
      const dir = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1 }[e.key]; if (!dir) return;
      e.preventDefault();
      const cur = utc(S[side] || iso(side === 'from' ? T0 : T1)), next = Math.max(T0, Math.min(T1, cur + dir * DAY * (e.shiftKey ? 7 : 1)));
      S[side] = iso(next); if (S.from && S.to && S.from > S.to) S[side === 'from' ? 'to' : 'from'] = S[side];
      refresh(); box.querySelectorAll('.handle')[side === 'from' ? 0 : 1].focus();
    });
    g.dataset.side = side; root.append(g);
  }
  const x = e => e.clientX - box.getBoundingClientRect().left;
  root.addEventListener('pointerdown', e => {
    const handle = e.target.closest('.handle'), id = e.target.dataset.id;
    brush = { from: x(e), side: handle && handle.dataset.side, id, moved: false }; e.preventDefault();
  });
  timeline.move = e => {
    if (!brush) return;
    if (Math.abs(x(e) - brush.from) > 4) brush.moved = true;
    if (!brush.moved) return;
    const lim = t => iso(Math.max(T0, Math.min(T1, t)));
    if (brush.side === 'from') S.from = lim(back(x(e))); else if (brush.side === 'to') S.to = lim(back(x(e)));
    else { const a = back(brush.from), b = back(x(e)); S.from = lim(Math.min(a, b)); S.to = lim(Math.max(a, b)); }
    if (S.from && S.to && S.from > S.to) [S.from, S.to] = [S.to, S.from];
    refresh();
  };
}
window.addEventListener('pointermove', e => timeline.move && timeline.move(e));
window.addEventListener('pointerup', () => { if (brush && !brush.moved && brush.id) openOne(brush.id, true); brush = null; });

// ---- list
function bar(c) {
  if (!c || c[0] === c[2]) return null;
  const hi = c[2] ?? c[0] * 1.6, max = Math.max(hi, 1), rtl = S.lang === 'ar', X = v => { const f = 5 + v / max * 74; return rtl ? 84 - f : f; };
  const s = svg('svg', { class: 'bar', viewBox: '0 0 84 10', 'aria-hidden': 'true' });
  s.append(svg('line', { x1: X(0), x2: X(max), y1: 5, y2: 5, stroke: 'var(--line)', 'stroke-width': 2 }),
    svg('line', { x1: X(c[0] ?? 0), x2: X(hi), y1: 5, y2: 5, stroke: 'var(--accent)', 'stroke-width': 3, 'stroke-linecap': 'round', 'stroke-dasharray': c[2] === null ? '3 4' : null }));
  if (c[1] !== null) s.append(svg('circle', { cx: X(c[1]), cy: 5, r: 4, fill: 'var(--accent)', stroke: '#fff' }));
  return s;
}
function toll(i) {
  for (const [k, w] of [['kil', 'killed'], ['com', 'combined'], ['inj', 'injured'], ['cap', 'held']]) {
    const c = i[k]; if (!c || (k === 'kil' && top_(c) === 0 && c[0] === 0 && (i.inj || i.cap))) continue;
    return el('span', { class: 'toll' }, el('span', { class: 'n' + (top_(c) === 0 && c[0] === 0 ? ' zero' : '') }, num(c)), el('span', { class: 'l' }, ui(w)), k === 'kil' ? bar(c) : null);
  }
  return el('span', { class: 'toll' }, el('span', { class: 'n na' }, '—'), el('span', { class: 'l' }, ui('not_stated')));
}
function tags(i) {
  const out = [el('span', { class: 'tag' + (i.attribution === 'disputed' || i.attribution === 'denied' ? ' warn' : '') }, lab('attribution', i.attribution))];
  if (i.versions.length > 1) out.push(el('span', { class: 'tag' }, `${ui('versions')}: ${i.versions.length}`));
  if (i.origins > 1) out.push(el('span', { class: 'tag' }, ui('origins', { n: i.origins })));
  if (i.place && !['exact', 'near'].includes(i.place.prec)) out.push(el('span', { class: 'tag' }, lab('geo_precision', i.place.prec)));
  if (i.years) out.push(el('span', { class: 'tag warn' }, `${ui('candidate_years')}: ${i.years.join(' / ')}`));
  if (i.part) out.push(el('span', { class: 'tag' }, ui('part_of')));
  if (i.state === 'draft') out.push(el('span', { class: 'tag' }, lab('state', 'draft')));
  return el('span', { class: 'tags' }, out);
}
function row(i) {
  const open = S.open === i.id, [a, b] = i.d, c = `--c:var(--${i.family})`;
  const when = a || b ? (() => { const d = a || b, [y, m, n] = parts(d); const r = a && b && a !== b ? (parts(a)[1] === parts(b)[1] ? `${n}–${parts(b)[2]}` : `${n} …`) : String(n); return [el('b', {}, `${r} ${ui('months')[m - 1]}`), String(y)]; })() : [el('b', {}, '؟'), ui('no_date')];
  const arrow = S.lang === 'ar' ? ' ← ' : ' → ';
  const btn = el('button', { class: 'open', type: 'button', 'aria-expanded': String(open), 'aria-controls': 'b-' + i.id, on: { click: () => openOne(open ? null : i.id) } },
    el('span', { class: 'when' }, when),
    el('span', {}, el('span', { class: 'what' }, `${lab('event_type', i.type)}`, S.lang === 'ar' ? '، ' : ', ', place(i.place, true)), el('br'),
      el('span', { class: 'who' }, el('b', {}, i.perp ? name(i.perp) : ui('by_unknown')), arrow, el('b', {}, i.targ ? name(i.targ) : ui('against_unknown'))), tags(i)),
    toll(i));
  const art = el('article', { class: 'inc' + (open ? ' sel' : ''), id: 'i-' + i.id, style: c }, el('h3', {}, btn));
  if (open || printing) art.append(body(i));
  return art;
}
function cell(c, bounds) {
  const td = el('td', { class: 'num' }, c ? el('bdi', {}, num(c)) : el('span', { class: 'hint' }, '—'));
  return td;
}
function body(i) {
  const dl = el('dl', { class: 'facts' }), add = (k, ...v) => dl.append(el('dt', {}, ui(k)), el('dd', {}, ...v));
  const act = a => { const t = [el('b', {}, name(a))]; if (a.text && a.stance !== 'neutral') t.push(el('span', { class: 'hint' }, ` · ${ui('wording')} (${lab('stance', a.stance)}): «`, bdi(a.text), '»')); if (a.object) t.push(' · ', bdi(a.object)); return t; };
  if (i.perp) add('by', ...act(i.perp));
  if (i.targ) add('against', ...act(i.targ));
  add('date', span(...i.d), el('span', { class: 'hint' }, ` · ${lab('time_basis', i.tb)}`));
  if (i.place) add('place', place(i.place, true), el('span', { class: 'hint' }, ` · ${lab('geo_precision', i.place.prec)}`, i.place.lat !== null ? [' · ', bdi(`${i.place.lat.toFixed(2)}, ${i.place.lon.toFixed(2)}`)] : null));
  if (i.weapons.length) add('weapon', i.weapons.map(w => lab('weapon', w)).join(S.lang === 'ar' ? '، ' : ', '));
  const cols = [['kil', 'killed'], ['inj', 'injured'], ['cap', 'held'], ['com', 'combined']].filter(([k]) => i.versions.some(v => v[k]));
  const lows = i.kil && i.kil[0] !== i.kil[2] ? i.kil : null;
  const table = el('table', { class: 'vers' }, el('caption', {}, ui(i.versions.length > 1 ? 'versions' : 'one_version')),
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, ui('according_to')), cols.map(([, w]) => el('th', { scope: 'col', class: 'num' }, ui(w))))),
    el('tbody', {}, i.versions.map(v => { const r = DATA.reports[v.report] || {};
      return el('tr', { class: v.modality }, el('th', { scope: 'row' }, el('b', {}, bdi(who(v))), ' ', el('span', { class: 'tag' + (v.modality === 'denied' ? ' warn' : '') }, lab('modality', v.modality)),
          el('span', { class: 'hint line' }, r.outlet && r.outlet !== who(v) ? [bdi(r.outlet), ' · '] : null, r.day ? bdi(day(r.day, false)) : null)), cols.map(([k]) => cell(v[k], lows))); }),
      lows && i.versions.length > 1 ? el('tr', { class: 'sum' }, el('th', { scope: 'row' }, el('b', {}, ui('together'))), cols.map(([k]) => el('td', { class: 'num' }, i[k] ? [el('bdi', { dir: 'ltr' }, num(i[k])), i[k][1] !== null && i[k][0] !== i[k][2] ? el('span', { class: 'hint line' }, `${ui('best')} ${i[k][1]}`) : null] : '—'))) : null));
  const used = new Set(i.versions.flatMap(v => v.quote.map(p => p[1])).filter(f => DATA.labels.field[f]));
  const key = el('p', { class: 'marks' }, ui('evidence') + ':', [...Object.keys(DATA.labels.field)].filter(f => used.has(f)).map(f => el('mark', { class: 'm-' + f }, lab('field', f))));
  return el('div', { class: 'body', id: 'b-' + i.id }, dl, table, used.size ? key : null, i.versions.map(v => told(v)));
}
function told(v, extra) {
  const r = DATA.reports[v.report] || {};
  const link = r.url ? el('a', { href: r.url, rel: 'noreferrer noopener', target: '_blank' }, ui('source_page')) : null;
  return el('div', { class: 'told' }, el('header', {}, el('b', {}, who(v)), r.outlet && r.outlet !== who(v) ? [ui('told_by') + ' ', bdi(r.outlet)] : null, r.day ? ['· ', bdi(day(r.day))] : null, extra ? ['· ', bdi(extra)] : null, link ? ['· ', link] : null),
    r.title ? el('p', { class: 'hint', dir: 'rtl', lang: 'ar' }, r.title) : null,
    v.quote.length ? el('blockquote', { lang: 'ar' }, v.quote.map(([t, f]) => f === 'withheld' ? el('span', { class: 'withheld' }, ui('name_withheld')) : f === 'gap' ? el('span', { class: 'gap' }, ' […] ') : f ? el('mark', { class: 'm-' + f, title: lab('field', f) }, t) : t)) : null);
}
let printing = false;
window.addEventListener('beforeprint', () => { printing = true; list(); });
window.addEventListener('afterprint', () => { printing = false; list(); });
function shown() {
  const l = DATA.incidents.filter(i => wanted(i));
  if (S.sort === 'toll') l.sort((a, b) => top_(b.kil) - top_(a.kil));
  else l.sort((a, b) => (b.d[0] || b.d[1] || '') < (a.d[0] || a.d[1] || '') ? -1 : 1);
  return l;
}
const PAGE_SIZE = 200; let limit = PAGE_SIZE;
function list() {
  const l = shown();
  $('list').replaceChildren(...(l.length ? l.slice(0, printing ? l.length : limit).map(row) : [el('p', { class: 'none' }, ui('none_found'))]));
  if (l.length > limit && !printing) $('list').append(el('button', { class: 'quiet', type: 'button', on: { click: () => { limit += PAGE_SIZE; list(); } } }, `+ ${l.length - limit}`));
  $('count').textContent = ui('showing', { n: l.length, m: DATA.incidents.length });
  const any = S.q || S.type || S.actor || S.area || S.attribution || S.from || S.to || S.only;
  $('clear').hidden = !any;
  $('by-date').setAttribute('aria-pressed', S.sort === 'date'); $('by-toll').setAttribute('aria-pressed', S.sort === 'toll');
  return l;
}
function openOne(id, scroll) {
  if (id && !shown().some(i => i.id === id)) { reset(); }
  S.open = id; list(); map.select(id); timeline(); hash();
  if (id) {
    const e = $('i-' + id);
    if (scroll && e) { e.scrollIntoView({ block: 'start', behavior: matchMedia('(prefers-reduced-motion:reduce)').matches ? 'auto' : 'smooth' }); }
    if (e && scroll !== 'quiet') e.querySelector('button').focus({ preventScroll: true });
  }
}
// ---- keys, tallies, method
function keys(l) {
  const lo = l.reduce((s, i) => s + (i.kil ? i.kil[0] ?? 0 : 0), 0), hi = l.reduce((s, i) => s + top_(i.kil), 0);
  const reports = new Set(l.flatMap(i => i.versions.map(v => v.report))), outs = new Set(l.flatMap(i => i.versions.map(outlet)).filter(Boolean)), claim = new Set(l.flatMap(i => i.versions.map(v => v.who.en + (v.who.en === 'outlet/correspondent' ? outlet(v) : ''))));
  const ds = l.flatMap(i => i.d).filter(Boolean).sort(), differ = l.filter(i => i.kil && i.kil[0] !== i.kil[2] && i.versions.length > 1).length;
  const k = (cls, n, t, s) => el('div', { class: 'key ' + cls }, el('div', { class: 'n' }, n), el('div', { class: 'l' }, t), s ? el('div', { class: 's' }, s) : null);
  const all = Object.keys(DATA.reports).length, claims = l.reduce((s, i) => s + i.versions.length, 0);
  $('keys').replaceChildren(
    k('period', ds.length ? (S.lang === 'ar' ? span(ds[0], ds[ds.length - 1]) : span(ds[0], ds[ds.length - 1])) : '—', ui('period'), `${ui('k_reports')}: ${all} · ${ui('k_claims')}: ${claims}`),
    k('', l.length, ui('k_incidents')),
    k('red', el('bdi', { dir: 'ltr' }, lo === hi ? String(lo) : `${lo}–${hi}`), ui('k_killed'), ui('k_killed_sub')),
    k('', differ, ui('k_disagree'), ui('k_disagree_sub')),
    k('', outs.size, ui('k_sources'), ui('k_sources_sub', { n: claim.size })));
}
function tallies() {
  const t = DATA.tallies, box = $('tallies');
  box.replaceChildren(); box.hidden = !t.length;
  if (!t.length) return;
  box.append(el('h2', {}, ui('tallies')), el('p', { class: 'hint' }, ui('tallies_note')), el('div', { class: 'cols' }, t.map(v => {
    const nums = [['kil', 'killed'], ['inj', 'injured'], ['cap', 'held'], ['com', 'combined']].filter(([k]) => v[k]).map(([k, w]) => `${ui(w)}: ${num(v[k])}`).join(' · ');
    const bits = [span(...v.d), v.place ? (S.lang === 'ar' ? v.place.ar : v.place.en) : null, nums, v.covered !== null ? ui('tally_found', { n: v.covered }) : null].filter(Boolean).join(' · ');
    return told(v, bits);
  })));
}
function statements() {
  const s = DATA.statements, box = $('statements'); box.replaceChildren(); box.hidden = !s.length;
  if (s.length) box.append(el('details', {}, el('summary', {}, el('b', {}, `${ui('statements')}: ${s.length}`)), el('div', { class: 'cols' }, s.map(v => told(v, lab('modality', v.modality))))));
}
function method() {
  const m = DATA.meta, d = (k, v) => v ? el('div', {}, el('dt', {}, ui(k)), el('dd', {}, bdi(v))) : null, rules = [...new Set(DATA.incidents.map(i => i.rule))];
  const held = Object.entries(m.withheld).filter(([, n]) => n).map(([k, n]) => `${ui('w_' + k)} ${n}`).join(S.lang === 'ar' ? '، ' : ', ');
  $('method').replaceChildren(el('h2', {}, ui('method')), el('div', { class: 'prose' }, el('p', {}, ui('method_body')), el('p', {}, ui('method_body2')), el('p', {}, ui('method_not'))),
    el('dl', {}, d('m_version', m.method), d('m_rule', rules.join(', ')), d('m_profile', ui('p_' + m.profile)), d('m_withheld', held), d('m_generated', m.generated)),
    ...(m.downloads.length ? [el('p', { class: 'credits' }, ui('downloads') + ': ', m.downloads.flatMap((f, n) => [n ? ' · ' : '', el('a', { href: f }, f)]))] : []),
    el('p', { class: 'credits' }, ui('credits')));
}
// ---- filters
function options() {
  const fill = (id, list, key) => { const s = $(id); s.replaceChildren(el('option', { value: '' }, ui('all')), ...list.map(([v, t, n]) => el('option', { value: v }, n === undefined ? t : `${t} (${n})`))); s.value = S[key]; };
  const tally = f => { const m = new Map(); for (const i of DATA.incidents) for (const k of f(i)) if (k) m.set(k, (m.get(k) || 0) + 1); return m; };
  const fam = tally(i => [i.family]), typ = tally(i => [i.type]);
  fill('f-type', Object.keys(DATA.labels.family).filter(f => fam.has(f)).flatMap(f => [[f, lab('family', f), fam.get(f)], ...DATA.labels.family[f].types.filter(t => typ.has(t)).map(t => ['=' + t, ' – ' + lab('event_type', t), typ.get(t)])]), 'type');
  const names = {}; for (const i of DATA.incidents) for (const a of [i.perp, i.targ]) if (a) names[a.en] = a;
  fill('f-actor', [...tally(i => new Set([i.perp && i.perp.en, i.targ && i.targ.en]))].sort((a, b) => b[1] - a[1]).map(([k, n]) => [k, name(names[k]), n]), 'actor');
  fill('f-area', [...tally(i => [i.place && (i.place.a1 || i.place.c)])].sort((a, b) => b[1] - a[1]).map(([k, n]) => [k, S.lang === 'ar' ? AREA_AR[k] || lab('country', k) : DATA.labels.country[k] ? lab('country', k) : k, n]), 'area');
  fill('f-attribution', [...tally(i => [i.attribution])].sort((a, b) => b[1] - a[1]).map(([k, n]) => [k, lab('attribution', k), n]), 'attribution');
  $('f-from').value = S.from; $('f-to').value = S.to; if ($('q') !== document.activeElement) $('q').value = S.q;
}
for (const k of ['type', 'actor', 'area', 'attribution', 'from', 'to']) $('f-' + k).addEventListener('change', e => { S[k] = e.target.value; S.only = null; refresh(); });
$('q').addEventListener('input', e => { S.q = fold(e.target.value.trim()); refresh(); });
$('form').addEventListener('submit', e => e.preventDefault());
$('clear').addEventListener('click', () => { reset(); refresh(); home(); });
$('by-date').addEventListener('click', () => { S.sort = 'date'; refresh(); });
$('by-toll').addEventListener('click', () => { S.sort = 'toll'; refresh(); });
$('lang').addEventListener('click', () => { S.lang = S.lang === 'ar' ? 'en' : 'ar'; store.set('waqai-lang', S.lang); speak(); });
function reset() { Object.assign(S, { q: '', type: '', actor: '', area: '', attribution: '', from: '', to: '', only: null }); options(); }
function refresh() { const l = list(); map.set(l); keys(l); timeline(); options(); hash(); }
const HASHED = ['lang', 'q', 'type', 'actor', 'area', 'attribution', 'from', 'to', 'sort', 'open'];
function hash() {
  const p = new URLSearchParams(); for (const k of HASHED) if (S[k] && !(k === 'sort' && S[k] === 'date')) p.set(k, S[k]);
  try { history.replaceState(null, '', '#' + p); } catch { /* some browsers refuse it from disk */ }
}
function speak() {
  const html = document.documentElement; html.lang = S.lang; html.dir = S.lang === 'ar' ? 'rtl' : 'ltr';
  for (const e of document.querySelectorAll('[data-ui]')) e.textContent = ui(e.dataset.ui);
  const t = DATA.meta.title; $('title').textContent = t ? t[S.lang === 'ar' ? 1 : 0] : ui('title'); $('tagline').textContent = ui('tagline');
  document.title = `${$('title').textContent} · ${ui('tagline')}`;
  $('lang').lang = S.lang === 'ar' ? 'en' : 'ar';
  const n = DATA.meta.notice; $('notice').hidden = !n; if (n) $('notice').textContent = n[S.lang === 'ar' ? 1 : 0];
  const draft = DATA.incidents.some(i => i.state === 'draft'); $('stamp').hidden = !draft; document.body.classList.toggle('is-draft', draft);
  options(); mapButtons(); legend(); tallies(); statements(); method(); refresh();
}
{
  const p = new URLSearchParams(location.hash.slice(1)); for (const k of HASHED) if (p.get(k)) S[k] = p.get(k);
  if (!p.get('lang')) S.lang = store.get('waqai-lang') || ((navigator.language || 'ar').startsWith('ar') ? 'ar' : 'ar');
  if (!['ar', 'en'].includes(S.lang)) S.lang = 'ar';
  if (innerWidth < 1000) $('filters').open = false;
  learnAreas(); speak(); home();
  (document.fonts && document.fonts.ready || Promise.resolve()).then(() => { map.draw(); timeline(); });
  if (S.open) openOne(S.open, 'quiet');
  let wait; addEventListener('resize', () => { clearTimeout(wait); wait = setTimeout(timeline, 120); });
}
