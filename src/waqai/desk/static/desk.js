// What every page of the desk shares: keys by place on the keyboard, page swaps, small notices. No library, no inline code.
'use strict';
const Desk = {
  words: JSON.parse(document.getElementById('words').textContent),
  csrf: () => document.querySelector('meta[name=csrf]').content,
  keys: [], // handlers of the page, asked last to first; true means handled
  cache: new Map(),
  say(text) {
    const e = document.getElementById('live');
    e.textContent = text; e.classList.add('show');
    clearTimeout(Desk.timer); Desk.timer = setTimeout(() => e.classList.remove('show'), 3200);
  },
  async post(path, fields) {
    const body = new URLSearchParams();
    for (const [k, v] of Object.entries(fields)) if (v !== undefined && v !== null) body.append(k, v);
    let r;
    try {
      r = await fetch(path, { method: 'POST', body, headers: { 'X-Desk': '1', 'X-CSRF': Desk.csrf() }, credentials: 'same-origin' });
    } catch { Desk.say(Desk.words.offline); return { status: 0, data: {} }; }
    let data = {};
    try { data = await r.json(); } catch { /* an answer without JSON is told by its status */ }
    return { status: r.status, data };
  },
  async page(url) {
    if (Desk.cache.has(url)) { const text = Desk.cache.get(url); Desk.cache.delete(url); return text; }
    const r = await fetch(url, { credentials: 'same-origin' });
    if (!r.ok || r.redirected) return null;
    return r.text();
  },
  preload(url) { if (url && !Desk.cache.has(url)) Desk.page(url).then(text => { if (text) { Desk.cache.clear(); Desk.cache.set(url, text); } }).catch(() => {}); },
  // Another page in place of this one, without a flash; anything odd becomes an ordinary visit.
  async swap(url, push = true) {
    let text = null;
    try { text = await Desk.page(url); } catch { /* fall through */ }
    if (!text) { location.assign(url); return; }
    const doc = new DOMParser().parseFromString(text, 'text/html'), main = doc.getElementById('main');
    if (!main || !doc.getElementById('report')) { location.assign(url); return; }
    document.getElementById('main').replaceWith(main);
    document.title = doc.title;
    document.querySelector('meta[name=csrf]').content = doc.querySelector('meta[name=csrf]').content;
    if (push) history.pushState({ swap: true }, '', url);
    document.dispatchEvent(new Event('desk:page'));
    main.focus({ preventScroll: true }); scrollTo(0, 0);
  },
  typing: e => e.target.closest && e.target.closest('input:not([type=checkbox]),textarea,select,[contenteditable]') && !e.target.matches('[type=checkbox]'),
};
addEventListener('popstate', e => { if (document.getElementById('report') || (e.state && e.state.swap)) Desk.swap(location.pathname + location.search, false); });

{
  const help = document.getElementById('help');
  document.addEventListener('click', e => {
    if (e.target.closest('[data-help]')) help.showModal();
    if (e.target === help) help.close();
  });
  const go = { KeyI: '/inbox', KeyN: '/incidents', KeyM: '/map', KeyT: '/tallies', KeyD: '/dashboard', KeyS: '/search' };
  let led = 0;
  document.addEventListener('keydown', e => {
    if (e.isComposing || help.open) return;
    for (const f of [...Desk.keys].reverse()) if (f(e)) { e.preventDefault(); return; }
    if (Desk.typing(e) || e.ctrlKey || e.metaKey || e.altKey) return;
    // e.code names the key's place, so the list holds on an Arabic layout too.
    if (e.key === '?' || e.key === '؟' || (e.code === 'Slash' && e.shiftKey)) { help.showModal(); e.preventDefault(); }
    else if (e.code === 'Slash') { e.preventDefault(); const q = document.getElementById('q'); if (q) { const box = q.closest('details'); if (box) box.open = true; q.focus(); q.select(); } else location.assign('/search'); }
    else if (e.code === 'KeyG') led = Date.now();
    else if (Date.now() - led < 1500 && go[e.code]) { led = 0; location.assign(go[e.code]); }
    else if (e.code === 'KeyL' && !e.shiftKey) document.querySelector('form[action="/language"] button')?.click();
  });
}

// Lists: rows by J and K, Enter opens. The inbox adds ticking, bulk acceptance, undo.
{
  let at = -1;
  const rows = () => [...document.querySelectorAll('[data-row]')];
  const move = d => {
    const all = rows(); if (!all.length) return;
    all[at]?.classList.remove('cur');
    at = Math.max(0, Math.min(all.length - 1, at + d));
    all[at].classList.add('cur'); all[at].querySelector('.open').focus({ preventScroll: true }); all[at].scrollIntoView({ block: 'nearest' });
  };
  Desk.keys.push(e => {
    if (Desk.typing(e) || e.ctrlKey || e.metaKey || e.altKey || document.getElementById('report') || !rows().length) return false;
    if (e.code === 'KeyJ' || e.code === 'ArrowDown' && at >= 0) { move(1); return true; }
    if (e.code === 'KeyK' || e.code === 'ArrowUp' && at >= 0) { move(-1); return true; }
    const bulk = document.getElementById('bulk');
    if (e.code === 'KeyF' && !e.shiftKey) { const b = document.getElementById('filterbox'); if (b) { b.open = true; b.querySelector('input,select').focus(); return true; } }
    if (!bulk) return false;
    if (e.code === 'KeyX' && at >= 0) { const t = rows()[at].querySelector('[type=checkbox]'); if (t && !t.disabled) t.checked = !t.checked; return true; }
    if (e.code === 'KeyA' && e.shiftKey) { if (bulk.querySelector('[name=claim]:checked')) bulk.requestSubmit(); else Desk.say(Desk.words.nothing); return true; }
    if (e.code === 'KeyU') { document.getElementById('undo')?.requestSubmit(); return true; }
    return false;
  });
  document.getElementById('tick-all')?.addEventListener('change', e => { for (const t of document.querySelectorAll('#bulk [name=claim]:not(:disabled)')) t.checked = e.target.checked; });
  if (innerWidth < 900) for (const d of document.querySelectorAll('#filterbox')) d.open = false;
}

// Incident: release, join, split by key.
if (document.getElementById('incident')) Desk.keys.push(e => {
  if (Desk.typing(e) || e.ctrlKey || e.metaKey || e.altKey || e.shiftKey) return false;
  const press = b => { if (b && !b.disabled) b.click(); return true; };
  if (e.code === 'KeyR') return press(document.querySelector('#release button'));
  if (e.code === 'KeyM') return press(document.querySelector('[data-merge]'));
  if (e.code === 'KeyP') return press(document.querySelector('[data-split]'));
  return false;
});

// Canonical actor names while typing.
document.addEventListener('input', e => {
  if (!e.target.matches('[data-actors]')) return;
  clearTimeout(Desk.actorTimer);
  const q = e.target.value.trim(); if (q.length < 2) return;
  Desk.actorTimer = setTimeout(async () => {
    const r = await fetch('/actors?q=' + encodeURIComponent(q), { credentials: 'same-origin' }); if (!r.ok) return;
    const list = document.getElementById('actors'); if (!list) return;
    list.replaceChildren(...(await r.json()).map(a => { const o = document.createElement('option'); const ar = document.documentElement.lang === 'ar'; o.value = ar ? a.field : a.en; o.textContent = ar ? a.en : a.ar; return o; }));
  }, 180);
});
// Files to bring in, named beside the button.
document.addEventListener('change', e => {
  if (!e.target.matches('.filepick input')) return;
  const p = document.getElementById('picked'); p.textContent = [...e.target.files].map(f => f.name).join(' · ') || p.dataset.none;
});
