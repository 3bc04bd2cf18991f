import { QuoteType, Tokenizer } from 'htmlparser2';
import { safeTarget } from './safe-target';

/** More than Gmail shows ten times over; a longer one is left as it is. */
const MAX_HTML = 1024 * 1024;
/** Those after these are left as they are. */
const MAX_LINKS = 1_000;

type Rewriting = {
  /** Absent: links stay. Null: this one does. */
  linkTo?: (link: { url: string; place: number; of: number }) => string | null;
  /** What goes in right behind `<body>`: what Gmail cuts off does not load. */
  pixel?: string;
};

type Found = { from: number; to: number; url: string };

/**
 * The same HTML, byte for byte, but for the targets of `<a>` and `<area>` that lead to the web, and one picture. By a tokenizer, which knows
 * where each value stands, and not by a parser that would write anew what it understood.
 */
export function rewriteHtml(html: string, { linkTo, pixel }: Rewriting): string {
  if (html.length > MAX_HTML) return html;
  const { links, body } = find(html);
  const changes: { from: number; to: number; text: string }[] = [];
  if (pixel !== undefined) changes.push({ from: body, to: body, text: pixel });
  for (const [place, { from, to, url }] of linkTo ? links.entries() : []) {
    const text = linkTo!({ url, place, of: links.length });
    if (text !== null) changes.push({ from, to, text });
  }
  changes.sort((a, b) => a.from - b.from);
  let written = '';
  let at = 0;
  for (const { from, to, text } of changes) {
    written += html.slice(at, from) + text;
    at = to;
  }
  return written + html.slice(at);
}

const LINKS = new Set(['a', 'area']);
const NO_TRACK = 'data-relevo-no-track';

/** What stands between the name of an attribute and its value. */
const BEFORE_VALUE = /\s*=\s*["']?/y;

/** `body`: where a picture may stand: behind the tag of that name, at the end of a page without one, in front of a piece of HTML. */
function find(html: string): { links: Found[]; body: number } {
  const links: Found[] = [];
  let [body, isPage]: [number | null, boolean] = [null, false];
  let [tag, name, nameEnd, value] = ['', '', 0, ''];
  let [href, isKept]: [Found | 'none' | null, boolean] = [null, false];
  const endTag = (end: number) => {
    if (tag === 'body') body ??= end + 1;
    if (href && href !== 'none' && !isKept && links.length < MAX_LINKS) links.push(href);
    tag = '';
  };
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      onopentagname(from, to) {
        tag = html.slice(from, to).toLowerCase();
        isPage ||= tag === 'html' || tag === 'head';
        href = null;
        isKept = false;
      },
      onattribname(from, to) {
        name = html.slice(from, to).toLowerCase();
        nameEnd = to;
        value = '';
        isKept ||= name === NO_TRACK;
      },
      onattribdata(from, to) {
        value += html.slice(from, to);
      },
      onattribentity(codepoint) {
        value += String.fromCodePoint(codepoint);
      },
      onattribend(quote, end) {
        // Of two of the same name the first one counts.
        if (name !== 'href' || !LINKS.has(tag) || href) return;
        const url = safeTarget(value);
        BEFORE_VALUE.lastIndex = nameEnd;
        const from = BEFORE_VALUE.test(html) ? BEFORE_VALUE.lastIndex : null;
        const isQuoted = quote === QuoteType.Double || quote === QuoteType.Single;
        href = url && from !== null ? { from, to: isQuoted ? end - 1 : end, url } : 'none';
      },
      onopentagend: endTag,
      onselfclosingtag: endTag,
      ondeclaration() {
        isPage = true;
      },
      onclosetag: nothing,
      oncomment: nothing,
      oncdata: nothing,
      onprocessinginstruction: nothing,
      ontext: nothing,
      ontextentity: nothing,
      onend: nothing,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return { links, body: body ?? (isPage ? html.length : 0) };
}

const nothing = () => undefined;
