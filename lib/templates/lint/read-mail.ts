import { Parser } from 'htmlparser2';
import { ADORNS } from '../blocks/kinds/image';

export type MailLink = { href: string; words: string };
export type MailImage = { src: string; alt: string | null; role: string | null; hasSize: boolean };

/** What the rules ask of a rendered mail. */
export type MailFacts = {
  lang: string | null;
  links: MailLink[];
  images: MailImage[];
  /** The words that are seen. */
  words: string;
  /** Levels in their order. */
  headings: number[];
  /** Elements that no mail program runs, `on…` attributes. */
  active: string[];
  /** Tables of data without a head; tables of layout that are read as data. */
  tablesWithoutHead: number;
  /** Font sizes below what can be read, in pixels. */
  smallestPx: number;
  styleBytes: number;
  /** What its rules fetch, or what mail programs do not know. */
  styles: string;
  inlineStyles: string[];
  /** What each block of the visual editor says and points at, by its id. */
  blocks: Map<string, string>;
};

type Open = {
  name: string;
  hidden: boolean;
  size: number;
  block: string | null;
  /** Within what the editor marks as an adornment. */
  adorns: boolean;
  data: { heads: number } | null;
};

const MARK = new RegExp(`(?:^|\\s)${ADORNS}(?:\\s|$)`);

const ACTIVE = new Set(['script', 'form', 'iframe', 'object', 'embed', 'video', 'audio', 'link']);

/** In one pass; comments for Outlook are not looked into, as nobody else reads them. */
export function readMail(html: string): MailFacts {
  const facts: MailFacts = {
    lang: null,
    links: [],
    images: [],
    words: '',
    headings: [],
    active: [],
    tablesWithoutHead: 0,
    smallestPx: Number.POSITIVE_INFINITY,
    styleBytes: 0,
    styles: '',
    inlineStyles: [],
    blocks: new Map(),
  };
  const open: Open[] = [];
  const saidIn = (block: string | null, said: string) => {
    if (block) facts.blocks.set(block, `${facts.blocks.get(block) ?? ''}${said} `);
  };
  let link: MailLink | null = null;
  const parser = new Parser({
    onopentag(name, attributes) {
      const style = attributes.style ?? '';
      const size = Number(/font-size:\s*(\d+(\.\d+)?)px/.exec(style)?.[1] ?? open.at(-1)?.size ?? 16);
      const hidden =
        open.at(-1)?.hidden === true || /display:\s*none/.test(style) || /^(style|title|head)$/.test(name);
      const isData = name === 'table' && !/presentation|none/.test(attributes.role ?? '');
      const block = /(?:^|\s)rb-([a-z0-9]+)/.exec(attributes.class ?? '')?.[1] ?? open.at(-1)?.block ?? null;
      const adorns = open.at(-1)?.adorns === true || MARK.test(attributes.class ?? '');
      open.push({ name, hidden, size, block, adorns, data: isData ? { heads: 0 } : null });
      for (const said of [attributes.href, attributes.src, attributes.alt]) if (said) saidIn(block, said);
      if (name === 'html') facts.lang = attributes.lang ?? null;
      if (ACTIVE.has(name)) facts.active.push(`<${name}>`);
      for (const key of Object.keys(attributes)) if (/^on[a-z]+$/.test(key)) facts.active.push(key);
      if (/^h[1-6]$/.test(name)) facts.headings.push(Number(name[1]));
      if (name === 'th') {
        const table = open.findLast(({ data }) => data !== null);
        if (table?.data) table.data.heads++;
      }
      if (name === 'a' && attributes.href !== undefined) link = { href: attributes.href, words: '' };
      if (name === 'img') facts.images.push(imageOf(attributes, adorns));
      if (style) facts.inlineStyles.push(style);
    },
    ontext(text) {
      const inside = open.at(-1);
      if (inside?.name === 'style') {
        facts.styleBytes += text.length;
        facts.styles += text;
      }
      if (!inside || inside.hidden) return;
      if (link) link.words += text;
      saidIn(inside.block, text);
      if (!/[\p{L}\p{N}]/u.test(text)) return;
      facts.words += `${text} `;
      facts.smallestPx = Math.min(facts.smallestPx, inside.size);
    },
    onclosetag(name) {
      const closed = open.pop();
      if (closed?.data && closed.data.heads === 0) facts.tablesWithoutHead++;
      if (name === 'a' && link) {
        facts.links.push({ href: link.href, words: link.words.replace(/\s+/g, ' ').trim() });
        link = null;
      }
    },
  });
  parser.end(html);
  return facts;
}

function imageOf(attributes: Record<string, string>, adorns: boolean): MailImage {
  return {
    src: attributes.src ?? '',
    alt: attributes.alt ?? null,
    role: attributes.role ?? (adorns ? 'presentation' : null),
    hasSize: attributes.width !== undefined && attributes.height !== undefined,
  };
}
