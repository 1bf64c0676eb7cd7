// The report: words and fields. Offsets are Unicode code points of the stored text, as everywhere in Waqai.
'use strict';
const Report = (() => {
  let page, box, root, item, draft, timer, cursor = null, anchor = null, picked = null;
  const $ = (s, e = root) => e ? e.querySelector(s) : null;
  const points = s => [...s].length;

  // ---- offsets: each piece of the text knows its code points (data-a, data-b); inside it they are counted.
  function offset(node, at) {
    if (node === box) { const c = box.childNodes[at]; return c ? offset(c, 0) : Number(box.lastElementChild?.dataset.b || 0); }
    const piece = (node.nodeType === 1 ? node : node.parentElement).closest('[data-a]');
    if (!piece || !box.contains(piece)) return null;
    const start = Number(piece.dataset.a);
    if (node.nodeType === 1) return at === 0 ? start : Number(piece.dataset.b);
    let n = start;
    const walk = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT);
    for (let t = walk.nextNode(); t; t = walk.nextNode()) { if (t === node) return n + points(t.data.slice(0, at)); n += points(t.data); }
    return n;
  }
  function place(n) { // code point → [text node, UTF-16 offset]
    for (const piece of box.children) {
      const a = Number(piece.dataset.a), b = Number(piece.dataset.b);
      if (n < a || n > b || (n === b && piece.nextElementSibling)) continue;
      let left = n - a;
      const walk = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT);
      for (let t = walk.nextNode(); t; t = walk.nextNode()) {
        const chars = [...t.data];
        if (left <= chars.length) return [t, chars.slice(0, left).join('').length];
        left -= chars.length;
      }
    }
    return null;
  }
  const chars = () => [...box.textContent];
  function selected() {
    const s = getSelection();
    if (!s.rangeCount || s.isCollapsed) return picked;
    const r = s.getRangeAt(0);
    if (!box.contains(r.startContainer) || !box.contains(r.endContainer)) return picked;
    let a = offset(r.startContainer, r.startOffset), b = offset(r.endContainer, r.endOffset);
    if (a === null || b === null || a >= b) return null;
    const all = chars();
    // A selection that takes blanks along means the words.
    while (a < b && /\s/u.test(all[a])) a++;
    while (b > a && /\s/u.test(all[b - 1])) b--;
    return a < b ? [a, b] : null;
  }
  function select(a, b) {
    const from = place(a), to = place(b); if (!from || !to) return;
    const r = document.createRange(); r.setStart(...from); r.setEnd(...to);
    const s = getSelection(); s.removeAllRanges(); s.addRange(r);
    (from[0].parentElement).scrollIntoView({ block: 'nearest' });
  }

  // ---- the bar over a selection
  function bar() {
    const e = document.getElementById('setbar'), s = getSelection();
    picked = null;
    const span = selected();
    if (!e) return;
    if (!span || !$('#edit')) { e.hidden = true; return; }
    picked = span; e.hidden = false;
    if (innerWidth > 620 && s.rangeCount) {
      const r = s.getRangeAt(0).getBoundingClientRect(), w = e.offsetWidth;
      e.style.left = Math.max(8, Math.min(innerWidth - w - 8, r.left + r.width / 2 - w / 2)) + 'px';
      e.style.top = (r.bottom + 12 + e.offsetHeight > innerHeight ? Math.max(8, r.top - e.offsetHeight - 10) : r.bottom + 12) + 'px';
    }
  }
  function drop() { getSelection().removeAllRanges(); picked = null; const e = document.getElementById('setbar'); if (e) e.hidden = true; }

  // ---- words by keyboard: a cursor over words, widened with Shift
  function spans() { const out = []; const t = chars(); let a = -1; t.forEach((c, i) => { const w = /[\p{L}\p{N}\p{M}_]/u.test(c); if (w && a < 0) a = i; if (!w && a >= 0) { out.push([a, i]); a = -1; } }); if (a >= 0) out.push([a, t.length]); return out; }
  function step(d, widen) {
    const all = spans(); if (!all.length) return;
    if (cursor === null) { const t = item && item.evidence.trigger; const from = t && t.length ? t[0][0] : 0; cursor = Math.max(0, all.findIndex(w => w[1] > from)); anchor = cursor; }
    else { cursor = Math.max(0, Math.min(all.length - 1, cursor + d)); if (!widen) anchor = cursor; }
    const [i, j] = [Math.min(anchor, cursor), Math.max(anchor, cursor)];
    select(all[i][0], all[j][1]);
  }

  // ---- fields
  function flash(field) {
    const spans = (draft && draft.evidence && draft.evidence[field]) || item.evidence[field] || [];
    for (const p of box.querySelectorAll('.flash')) p.classList.remove('flash');
    let first = null;
    for (const p of box.children) {
      const a = Number(p.dataset.a), b = Number(p.dataset.b);
      if (spans.some(s => s[0] < b && a < s[1])) { void p.offsetWidth; p.classList.add('flash'); first ||= p; }
    }
    if (first) first.scrollIntoView({ block: 'center', behavior: 'smooth' });
  }
  const edit = () => $('#edit');
  const open = () => edit() && !edit().hidden;
  function show() { if (!edit()) return; edit().hidden = false; $('#claim').classList.add('editing'); words(); edit().scrollIntoView({ block: 'nearest' }); }
  function evidence() { return { ...item.evidence, ...(draft?.evidence || {}) }; }
  function words() {
    const all = chars(), ev = evidence();
    for (const e of root.querySelectorAll('[data-words]')) e.textContent = (ev[e.dataset.words] || []).map(([a, b]) => all.slice(a, b).join('')).join(' … ');
  }
  const input = k => $(`[data-k="${k}"]`);
  const put = (k, v) => { const e = input(k); if (e) e.value = v ?? ''; };
  async function set(field) {
    const span = selected();
    if (!span) { if (!open()) flash(field); else Desk.say(Desk.words.select); return; }
    show();
    const r = await Desk.post(`/reports/${page.rid}/suggest`, { field, start: span[0], end: span[1] });
    if (r.status !== 200) { Desk.say(Desk.words.failed); return; }
    const d = r.data;
    draft.evidence = { ...(draft.evidence || {}), [field]: [span] };
    if (field === 'trigger' && d.event_type) put('event_type', d.event_type);
    else if (['perpetrator', 'target', 'claimant'].includes(field)) put(`${field}.name_en`, d.shown || d.name_en || d.text);
    else if (field === 'date') { if (d.first || d.last) { put('date_start', d.first || d.last); put('date_end', d.last || d.first); } }
    else if (field === 'place') { put('place.text', d.text); put('place.id', d.candidates.length ? d.candidates[0].id : ''); found(d.candidates); if (!d.candidates.length) Desk.say(Desk.words.noplace); }
    else if (input(`${field}.low`)) for (const p of ['low', 'best', 'high']) if (d.low !== undefined || d.high !== undefined) put(`${field}.${p}`, d[p]);
    draft.texts = { ...(draft.texts || {}), [field]: d.text };
    $(`[data-edit-field="${field}"]`)?.classList.add('set');
    words(); drop(); save();
  }
  function found(list) {
    const e = $('.found'); if (!e) return;
    e.replaceChildren(...list.map(p => {
      const b = document.createElement('button'); b.type = 'button'; b.setAttribute('role', 'option');
      const s = document.createElement('small'); s.textContent = ` ${[p.kind, p.admin2, p.admin1, p.country].filter(Boolean).join(' · ')}`;
      b.append(document.documentElement.lang === 'ar' ? `${p.ar} (${p.en})` : `${p.en} (${p.ar})`, s);
      b.addEventListener('click', () => { put('place.id', p.id); if (!input('place.text').value) put('place.text', p.ar); e.hidden = true; $('[data-edit-field=place]').classList.add('set'); save(); input('place.text').focus(); });
      return b;
    }));
    e.hidden = !list.length;
  }

  // ---- what the form says, as fields of the contract; only what differs is sent
  const num = k => { const v = input(k)?.value; return v === '' || v === undefined ? null : Number(v); };
  function values() {
    const out = {}, v = item.values, t = draft.texts || {};
    const differ = (k, x) => { if (JSON.stringify(x) !== JSON.stringify(v[k])) out[k] = x; };
    differ('event_type', input('event_type').value); differ('modality', input('modality').value);
    for (const f of ['perpetrator', 'target', 'claimant']) {
      const e = input(`${f}.name_en`), n = e.value.trim(), was = v[f];
      // The form shows the name in the reader's language; unchanged, it is the one that was there.
      if (n !== e.defaultValue || t[f]) out[f] = n ? { name_en: n === e.defaultValue && was ? was.name_en : n, text: t[f] ?? (was ? was.text : null) } : null;
    }
    differ('date_start', input('date_start').value || null); differ('date_end', input('date_end').value || null);
    const pt = input('place.text').value.trim(), pid = input('place.id').value, was = v.place;
    if (pt !== (was ? was.text : '') || pid !== (was ? was.id || '' : '')) out.place = pt || pid ? { text: pt || null, id: pid || null } : null;
    for (const f of ['fatalities', 'injuries', 'captured', 'killed_or_injured']) {
      const x = { low: num(`${f}.low`), best: num(`${f}.best`), high: num(`${f}.high`) }, o = v[f];
      const same = o ? x.low === o.low && x.best === o.best && x.high === o.high : x.low === null && x.best === null && x.high === null;
      if (!same || t[f]) out[f] = x.low === null && x.best === null && x.high === null ? null : { ...x, text: t[f] ?? (o ? o.text : null) };
    }
    const w = [...root.querySelectorAll('[data-w]:checked')].map(e => e.value);
    if (w.join() !== (v.weapons || []).join()) out.weapons = w;
    if (t.trigger) out.trigger = t.trigger;
    if (draft.evidence && Object.keys(draft.evidence).length) out.evidence = draft.evidence;
    return out;
  }
  function fill(x) { // a kept draft back into the form
    for (const [k, y] of Object.entries(x.form || {})) put(k, y);
    if (x.weapons) for (const e of root.querySelectorAll('[data-w]')) e.checked = x.weapons.includes(e.value);
    draft = { evidence: x.evidence || {}, texts: x.texts || {} };
  }
  function form() { const out = {}; for (const e of root.querySelectorAll('[data-k]')) out[e.dataset.k] = e.value; return out; }
  function save() {
    clearTimeout(timer);
    const note = $('[data-saved]'); if (note) note.textContent = Desk.words.saving;
    const at = item;
    timer = setTimeout(async () => {
      if (at !== item || !open()) return;
      const kept = { form: form(), weapons: [...root.querySelectorAll('[data-w]:checked')].map(e => e.value), ...draft };
      const r = await Desk.post(`/claims/${item.id}/draft`, { values: JSON.stringify(kept), version: item.version });
      if (note) note.textContent = r.status === 200 ? Desk.words.saved : Desk.words.failed;
    }, 500);
  }

  // ---- deciding
  async function decide(action, extra = {}, version = item.version) {
    const sent = { action, version, ...extra };
    clearTimeout(timer);
    const r = await Desk.post(`/claims/${item.id}/decide`, sent);
    if (r.status === 200) {
      Desk.say(Desk.words.done); Desk.cache.clear();
      const rest = page.claims.filter(c => c.id !== item.id && c.state === 'open');
      const next = rest.find(c => c.n > item.n) || rest[0];
      // The next open claim of this report; when none is left, stay and offer the next report.
      const url = new URL(location.href); url.searchParams.set('claim', next && action !== 'amend' ? next.id : item.id);
      await Desk.swap(url.pathname + url.search);
      return;
    }
    if (r.status === 409) { conflict(r.data, sent); return; }
    wrong(r);
  }
  function conflict(data, sent) {
    const d = document.getElementById('conflict'), t = data.theirs;
    const side = (x, why) => {
      const head = document.createElement('p'), b = document.createElement('b'), list = document.createElement('dl'); b.textContent = x.head; head.append(b); list.className = 'lines';
      for (const [k, v] of x.lines) { const row = document.createElement('div'), dt = document.createElement('dt'), dd = document.createElement('dd'), i = document.createElement('bdi'); dt.textContent = k; i.textContent = v; dd.append(i); row.append(dt, dd); list.append(row); }
      const out = [head, list]; if (why) { const q = document.createElement('q'); q.dir = 'auto'; q.textContent = why; out.push(q); } return out;
    };
    d.querySelector('[data-theirs]').replaceChildren(...side(t, t.why));
    d.querySelector('[data-mine]').replaceChildren(...side(data.mine, sent.why));
    d.querySelector('[data-keep-mine]').onclick = () => { d.close(); const { action, version, ...extra } = sent; decide(action, extra, t.version); };
    d.querySelector('[data-keep-theirs]').onclick = () => { d.close(); Desk.cache.clear(); Desk.post(`/claims/${item.id}/draft`, { values: '{}' }); Desk.swap(location.pathname + location.search, false); };
    d.querySelector('[data-later]').onclick = () => d.close();
    d.showModal();
  }
  let asking = null;
  function ask(action) {
    const e = $('#ask'); if (!e) return;
    asking = action; e.hidden = false;
    const other = $('.other', e); if (other) other.hidden = !['duplicate', 'same'].includes(action);
    (other && !other.hidden ? $('select', other) : $('[name=why]', e)).focus();
  }
  function answer() {
    const e = $('#ask'), why = $('[name=why]', e).value.trim();
    if (['reject', 'not_event', 'duplicate'].includes(asking) && !why) { Desk.say(Desk.words.why); $('[name=why]', e).focus(); return; }
    const other = ['duplicate', 'same'].includes(asking) ? $('[name=other]', e)?.value : undefined;
    decide(asking, { why, other });
  }
  const leave = () => { const e = $('#ask'); if (e && !e.hidden) { e.hidden = true; asking = null; main(); return true; } if (open() && page.adding) { Desk.swap(`/reports/${page.rid}`); return true; } if (open()) { edit().hidden = true; $('#claim').classList.remove('editing'); main(); return true; } if (picked) { drop(); return true; } return false; };
  async function add(link) { before = selected(); await Desk.swap(link.getAttribute('href')); before = null; }
  const main = () => document.getElementById('main').focus({ preventScroll: true });
  function go(d) { const n = page.claims[item.n + d]; if (!n) return; const a = document.querySelector(`[data-claim="${n.n}"]`); if (a) Desk.swap(a.getAttribute('href')); }
  function uncover() { document.getElementById('cover')?.remove(); box.classList.remove('covered'); }
  const FIELDS = ['trigger', 'perpetrator', 'target', 'claimant', 'date', 'place', 'fatalities', 'injuries', 'captured', 'killed_or_injured', 'weapons'];
  const DIGITS = { Digit1: 0, Digit2: 1, Digit3: 2, Digit4: 3, Digit5: 4, Digit6: 5, Digit7: 6, Digit8: 7, Digit9: 8, Digit0: 9, Minus: 10 };

  async function store() { // what the form holds: an amendment of the claim, or an event of its own
    if (!page.adding) { decide('amend', { values: JSON.stringify(values()), why: $('[data-why]').value.trim() }); return; }
    clearTimeout(timer);
    const r = await Desk.post(`/reports/${page.rid}/add`, { values: JSON.stringify(values()), why: $('[data-why]').value.trim() });
    if (r.status === 201) { Desk.say(Desk.words.done); Desk.cache.clear(); await Desk.swap(`/reports/${page.rid}?claim=${r.data.id}`); return; }
    if (r.status === 409) { Desk.say(Desk.words.known); return; }
    wrong(r);
  }
  function wrong(r) {
    const f = String(r.data.field || '').replace(/^date_.*/, 'date');
    for (const x of root.querySelectorAll('.wrong')) x.classList.remove('wrong');
    const row = $(`[data-edit-field="${f}"]`); row?.classList.add('wrong'); row?.scrollIntoView({ block: 'nearest' });
    Desk.say(r.data.error === 'why' ? Desk.words.why : r.data.error === 'nothing' ? Desk.words.nothing : f === 'trigger' ? Desk.words.trigger : f ? Desk.words.field.replace('{f}', row?.querySelector('.fl')?.textContent.trim() || f) : r.data.message || Desk.words.failed);
  }

  function keys(e) {
    if (!root || !document.getElementById('report') || document.querySelector('dialog[open]')) return false;
    if (e.key === 'Escape') return leave();
    if (e.code === 'Enter' && (e.ctrlKey || e.metaKey)) { if (open()) store(); return true; }
    if (e.code === 'Enter' && asking && e.target.closest('#ask') && !e.target.matches('button')) { answer(); return true; }
    if (Desk.typing(e)) return false;
    if (e.key.startsWith('Arrow') && (cursor !== null || document.activeElement === box) && !e.ctrlKey && !e.altKey) {
      const rtl = { ArrowLeft: 1, ArrowRight: -1 }[e.key]; // the text runs from right to left
      if (rtl) { step(rtl, e.shiftKey); return true; }
    }
    if (e.ctrlKey || e.metaKey || e.altKey || e.shiftKey) return false;
    if (e.code === 'KeyN') { const n = document.querySelector('[data-next]'); if (n) Desk.swap(n.getAttribute('href')); else Desk.say(Desk.words.end); return true; }
    if (e.code === 'KeyV') { uncover(); return true; }
    if (e.code === 'KeyM') { const m = $('[data-add]'); if (m) add(m); return true; }
    if (!item) return false;
    if (e.code in DIGITS) { set(FIELDS[DIGITS[e.code]]); return true; }
    const can = !!$('#decide');
    switch (e.code) {
      case 'KeyJ': go(1); return true;
      case 'KeyK': go(-1); return true;
      case 'KeyI': document.querySelector('[data-incident]')?.click(); return true;
      case 'KeyH': document.querySelector('[data-history]')?.click(); return true;
      case 'KeyW': box.focus(); step(0, false); return true;
    }
    if (!can) return false;
    if (page.adding) return false;
    switch (e.code) {
      case 'KeyA': decide('accept'); return true;
      case 'KeyE': show(); edit().querySelector('select').focus(); return true;
      case 'KeyR': ask('reject'); return true;
      case 'KeyX': ask('not_event'); return true;
      case 'KeyD': if ($('[data-ask=duplicate]')) ask('duplicate'); return true;
      case 'KeyS': if ($('[data-ask=same]')) ask('same'); return true;
      case 'KeyO': if (item.state !== 'open') decide('reopen'); return true;
    }
    return false;
  }

  let before = null; // words selected when the form for a missed event is opened: they tell the event
  function begin() {
    root = document.getElementById('report'); if (!root) return;
    page = JSON.parse(document.getElementById('page').textContent);
    box = document.getElementById('text'); item = page.adding ? page.fresh : page.claims[page.active] || null;
    cursor = anchor = picked = asking = null; draft = { evidence: {}, texts: {} };
    document.addEventListener('selectionchange', soon);
    root.addEventListener('click', e => {
      const b = e.target.closest('button,a,span[data-m]'); if (!b) return;
      if (b.dataset.field) { if (selected()) set(b.dataset.field); else flash(b.dataset.field); }
      else if (b.dataset.set) set(b.dataset.set);
      else if (b.dataset.take) set(b.dataset.take);
      else if ('edit' in b.dataset) show();
      else if (b.dataset.ask) ask(b.dataset.ask);
      else if ('go' in b.dataset) answer();
      else if ('cancel' in b.dataset || 'leave' in b.dataset) leave();
      else if ('uncover' in b.dataset) uncover();
      else if ('add' in b.dataset) { e.preventDefault(); add(b); }
      else if (b.dataset.claim !== undefined || 'next' in b.dataset) { e.preventDefault(); Desk.swap(b.getAttribute('href')); }
      else if (b.dataset.m && getSelection().isCollapsed) {
        // Words of another claim lead to that claim.
        const other = b.dataset.m.split(' ')[0].split(':')[0];
        if (item && !b.dataset.m.split(' ').some(m => m.startsWith(item.n + ':'))) document.querySelector(`[data-claim="${other}"]`)?.click();
        else for (const f of b.dataset.m.split(' ')) if (f.startsWith(item.n + ':')) { const r = document.querySelector(`[data-field="${f.split(':')[1]}"]`); r?.focus({ preventScroll: true }); r?.scrollIntoView({ block: 'nearest' }); }
      }
    });
    // The bar must not take the selection away.
    document.getElementById('setbar').addEventListener('pointerdown', e => e.preventDefault());
    for (const t of root.querySelectorAll('.take,.fieldrow,[data-add]')) t.addEventListener('pointerdown', e => { if (selected()) e.preventDefault(); });
    $('#decide')?.addEventListener('submit', e => { e.preventDefault(); const a = e.submitter && e.submitter.value; if (a) decide(a); });
    if (edit()) {
      edit().addEventListener('submit', e => { e.preventDefault(); store(); });
      edit().addEventListener('input', e => {
        if (e.target.matches('[data-why]')) return;
        if (e.target.matches('[data-places]')) { put('place.id', ''); clearTimeout(Report.placeTimer); const q = e.target.value.trim(); Report.placeTimer = setTimeout(async () => { const r = await fetch('/places?q=' + encodeURIComponent(q), { credentials: 'same-origin' }); if (r.ok) found(await r.json()); }, 220); }
        e.target.closest('[data-edit-field]')?.classList.add('set'); save();
      });
      edit().addEventListener('keydown', e => { if (e.key === 'ArrowDown' && e.target.matches('[data-places]')) { e.preventDefault(); $('.found button')?.focus(); } });
      const kept = item && page.drafts[item.id];
      if (kept && kept.values && kept.values.form) { fill(kept.values); item.version = kept.version; show(); Desk.say(Desk.words.draft); }
      else if (page.adding) { show(); if (before) { select(...before); set('trigger'); } }
    }
    setTimeout(() => Desk.preload(page.next), 350);
  }
  let wait; const soon = () => { clearTimeout(wait); wait = setTimeout(bar, 60); };
  Desk.keys.push(keys);
  document.addEventListener('desk:page', begin);
  begin();
  return { offset, selected, select, values, set };
})();
