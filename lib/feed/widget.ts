/**
 * `relevoFeed(element, { url, getToken, language })`: a bell with a number, and a list. Without a framework, to be read and copied; what
 * people are told is only ever written as text.
 */
export const WIDGET = String.raw`const WORDS = {
  en: { open: 'Notifications', unread: 'unread', none: 'Nothing yet.', readAll: 'Mark all as read', more: 'Older' },
  es: { open: 'Avisos', unread: 'sin leer', none: 'Todavía nada.', readAll: 'Marcar todo como leído', more: 'Anteriores' },
};

/** element: where it is drawn. url: of Relevo. getToken: asks your own server for a token of the feed. */
export function relevoFeed(element, { url, getToken, language = document.documentElement.lang }) {
  const words = WORDS[String(language).slice(0, 2)] ?? WORDS.en;
  const stop = new AbortController();
  let token = null;
  let items = [];
  let cursor = null;

  const bell = make('button', { type: 'button', className: 'relevo-bell' });
  bell.setAttribute('aria-expanded', 'false');
  const list = make('div', { className: 'relevo-list', hidden: true });
  element.replaceChildren(bell, list);
  bell.addEventListener('click', () => {
    list.hidden = !list.hidden;
    bell.setAttribute('aria-expanded', String(!list.hidden));
  });

  /** A token is for minutes: with a new one it is tried once more. */
  async function ask(path, init = {}, again = true) {
    token ??= await getToken();
    const headers = { authorization: 'Bearer ' + token, ...(init.body && { 'content-type': 'application/json' }) };
    const answer = await fetch(url + '/api/feed' + path, { ...init, headers, signal: stop.signal });
    if (answer.status === 401 && again) {
      token = null;
      return ask(path, init, false);
    }
    if (!answer.ok) throw new Error('The feed answers ' + answer.status);
    return answer;
  }

  async function load(older) {
    const page = await (await ask(older ? '?cursor=' + cursor : '')).json();
    items = older ? [...items, ...page.data] : page.data;
    cursor = page.nextCursor;
    draw(page.unread);
  }

  async function read(ids) {
    await ask('/read', { method: 'POST', body: JSON.stringify(ids ? { ids } : {}) });
    await load(false);
  }

  function draw(unread) {
    bell.textContent = words.open + (unread ? ' (' + unread + ')' : '');
    bell.setAttribute('aria-label', words.open + (unread ? ' (' + unread + ') ' + words.unread : ''));
    const rows = items.map(({ id, title, body, url: to, createdAt, readAt }) => {
      const row = make('article', { className: readAt ? 'relevo-item' : 'relevo-item relevo-unread' });
      const safe = to && /^https?:/i.test(to);
      const head = make(safe ? 'a' : 'strong', { textContent: title });
      if (safe) head.href = to;
      head.addEventListener('click', () => void read([id]));
      const when = make('time', { dateTime: createdAt, textContent: new Date(createdAt).toLocaleString(language || undefined) });
      row.append(head, make('p', { textContent: body }), when);
      return row;
    });
    const all = make('button', { type: 'button', textContent: words.readAll, hidden: !unread });
    all.addEventListener('click', () => void read());
    const more = make('button', { type: 'button', textContent: words.more, hidden: !cursor });
    more.addEventListener('click', () => void load(true));
    list.replaceChildren(all, ...(rows.length ? rows : [make('p', { textContent: words.none })]), more);
  }

  /** EventSource sends no headers, and a token has no place in an address: so the stream is read by fetch. */
  async function follow() {
    while (!stop.signal.aborted) {
      try {
        await load(false);
        const reader = (await ask('/live')).body.pipeThrough(new TextDecoderStream()).getReader();
        for (let text = ''; ; ) {
          const { done, value } = await reader.read();
          if (done) break;
          const events = (text + value).split('\n\n');
          text = events.pop();
          if (events.some((event) => event.startsWith('event: feed'))) await load(false);
        }
      } catch (error) {
        if (stop.signal.aborted) return;
        console.warn(error);
      }
      // It ends when its token is over. With the old one each open page would be refused once, all of them behind one address together.
      token = null;
      await new Promise((resolve) => setTimeout(resolve, 5000));
    }
  }

  void follow();
  return () => stop.abort();
}

function make(name, values) {
  return Object.assign(document.createElement(name), values);
}
`;
