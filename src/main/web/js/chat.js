/* Talking with an adviser: what is new comes by a stream, what is written goes by the form that is there without scripts too. */
const WAIT = 3000;
const BEAT = 30000;
const ASLEEP = 15000;

/** A UUID also where the page came without TLS, where browsers have no crypto.randomUUID. */
function newKey() {
  const digits = (length) => [...crypto.getRandomValues(new Uint8Array(length))].map((byte) => (byte & 15).toString(16)).join('');
  return [8, 4, 4, 4, 12].map(digits).join('-');
}

/** Keeps a stream open: browsers come back by themselves from a cut, and we from an answer that wasn't one. */
function listen(address, log, parts) {
  let source;
  let over = false;
  let again;
  const line = document.getElementById('line');
  const page = log?.closest('[data-lost]');
  const say = (words) => { if (line && line.textContent !== words) line.textContent = words; };
  const last = () => log?.lastElementChild?.id.slice(1) || page?.dataset.last || '0';
  // What was being written stays before the eyes of whoever wrote it, and can still be copied.
  const shut = (page) => {
    const words = document.getElementById('words');
    document.getElementById('end')?.remove();
    if (!words?.value.trim()) { document.getElementById('say')?.remove(); return; }
    say(page?.dataset.unsent ?? '');
    words.readOnly = true;
    words.form.querySelector('button').remove();
  };
  const reopen = () => { source?.close(); open(); };
  function open() {
    clearTimeout(again);
    source = new EventSource(`${address}?after=${last()}`);
    source.addEventListener('open', () => { if (line?.textContent) say(page.dataset.back); });
    source.addEventListener('error', () => {
      if (over) return;
      if (page) say(page.dataset.lost);
      if (source.readyState === EventSource.CLOSED) again = setTimeout(open, WAIT);
    });
    source.addEventListener('message', ({ data, lastEventId }) => {
      if (!log || document.getElementById(`m${lastEventId}`)) return;
      const near = log.scrollHeight - log.scrollTop - log.clientHeight < 120;
      log.insertAdjacentHTML('beforeend', data);
      if (near) log.scrollTop = log.scrollHeight;
    });
    for (const [name, put] of Object.entries(parts)) source.addEventListener(name, ({ data }) => put(data));
    source.addEventListener('over', () => { over = true; source.close(); say(page?.dataset.over ?? ''); shut(page); });
    // Who has signed out in another window leaves no talk open behind her in this one.
    source.addEventListener('out', () => { over = true; source.close(); sessionStorage.clear(); location.reload(); });
  }
  open();
  // A phone that slept may believe in a line that is long dead.
  let hidden = 0;
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) hidden = Date.now();
    else if (!over && (source.readyState === EventSource.CLOSED || Date.now() - hidden > ASLEEP)) reopen();
  });
}

const into = (id) => (html) => {
  const place = document.getElementById(id);
  if (place) place.innerHTML = html;
};

/** Sends the form as it is, and again by the same key when the line broke: twice sent is once said. */
function sayBy(form) {
  const words = form.elements.words;
  const button = form.querySelector('button');
  const line = document.getElementById('line');
  const tell = (text) => { if (line) line.textContent = text; };
  words.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  form.addEventListener('submit', async (event) => {
    if (form.dataset.native) return;
    event.preventDefault();
    if (!words.value.trim()) { words.focus(); return; }
    button.disabled = true;
    const body = new URLSearchParams(new FormData(form));
    body.set('quiet', 'true');
    try {
      const answer = await fetch(form.action, { method: 'POST', body, redirect: 'manual' });
      if (answer.status === 204) {
        words.value = '';
        form.elements.key.value = newKey();
        tell('');
      } else {
        // Something to be mended: the server's own page says what.
        form.dataset.native = 'yes';
        button.disabled = false;
        form.requestSubmit();
      }
    } catch {
      // The words stay, with their key.
      tell(form.closest('[data-failed]')?.dataset.failed ?? '');
    } finally {
      button.disabled = false;
      words.focus();
    }
  });
}

function beat(desk) {
  const { beat: address, token } = desk.dataset;
  const tell = () => fetch(address, { method: 'POST', body: new URLSearchParams({ _csrf: token }) }).catch(() => {});
  setInterval(tell, BEAT);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) tell(); });
}

/** What an adviser is writing stays in this tab while other forms of the page are used; it goes when it is sent. */
function keepDraft(area) {
  const key = `draft:${location.pathname}`;
  const kept = sessionStorage.getItem(key);
  if (kept && !area.value.trim()) area.value = kept;
  area.addEventListener('input', () => sessionStorage.setItem(key, area.value));
  area.form.addEventListener('submit', () => sessionStorage.removeItem(key));
}

export function startChat() {
  for (const area of document.querySelectorAll('textarea[data-draft]:not([data-started])')) {
    area.dataset.started = '';
    keepDraft(area);
  }
  const log = document.getElementById('log');
  const chat = document.querySelector('[data-chat]');
  const desk = document.querySelector('[data-desk]');
  if (!chat && !desk || document.documentElement.dataset.chats) return;
  document.documentElement.dataset.chats = '';
  if (log) log.scrollTop = log.scrollHeight;
  for (const form of document.querySelectorAll('form[data-say]')) sayBy(form);
  if (chat?.dataset.chat) {
    listen(chat.dataset.chat, log, { state: into('state') });
    // Whoever leaves in haste leaves no talk behind that a step back would show.
    document.addEventListener('rinnalla:leave', () => navigator.sendBeacon(chat.dataset.end));
  }
  if (desk) {
    const title = document.title;
    const put = into('queue');
    listen(desk.dataset.desk, log, {
      queue: (html) => {
        put(html);
        // Whoever has another tab before them sees how many wait.
        const waiting = Number(document.querySelector('[data-waiting]')?.dataset.waiting ?? 0);
        document.title = waiting ? `(${waiting}) ${title}` : title;
      },
    });
    beat(desk);
  }
}
