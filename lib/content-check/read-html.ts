import { Tokenizer } from 'htmlparser2';
import { Breath } from '@/lib/async/breath';
import { TagBalance } from './tag-balance';

export type Link = { href: string; text: string };

/** What the rules ask of an HTML text. */
export type HtmlFacts = {
  /** Of the words that are seen. */
  letters: number;
  images: number;
  imagesWithoutAlt: number;
  links: Link[];
  /** Elements, `on…` attributes and `javascript:` links. */
  scripts: number;
  forms: number;
  /** Frames, objects, videos. */
  embedded: number;
  /** Tags that nothing closes, or that close nothing. */
  unbalanced: number;
  /** Some of them. */
  unbalancedTags: string[];
};

/** Beyond that nobody reads on, and what it is too long for has been found. */
const MAX_HTML = 2 * 1024 * 1024;
const PIECE = 32 * 1024;
const MAX_LINKS = 2_000;
const MAX_VALUE = 2_000;
const MAX_LINK_TEXT = 300;

const UNSEEN = new Set(['style', 'script', 'title', 'template']);
const FORMS = new Set(['form', 'input', 'select', 'textarea', 'button']);
const EMBEDDED = new Set(['iframe', 'frame', 'object', 'embed', 'applet', 'video', 'audio']);

/** In one pass over its tokens, with nothing that costs more the deeper or longer it gets. */
export async function readHtml(html: string): Promise<HtmlFacts> {
  const given = html.slice(0, MAX_HTML);
  const reader = new Reader(given);
  const tokenizer = new Tokenizer({ decodeEntities: true }, reader);
  const breath = new Breath();
  for (let at = 0; at < given.length; at += PIECE) {
    tokenizer.write(given.slice(at, at + PIECE));
    await breath.take();
  }
  tokenizer.end();
  return reader.facts(given.length === html.length);
}

class Reader {
  private readonly balance = new TagBalance();
  private readonly links: Link[] = [];
  private readonly counts = { letters: 0, images: 0, imagesWithoutAlt: 0, scripts: 0, forms: 0, embedded: 0 };
  private tag = '';
  private name = '';
  private value = '';
  private attributes = new Map<string, string>();
  private link: Link | null = null;

  constructor(private readonly html: string) {}

  facts(isWhole: boolean): HtmlFacts {
    this.endLink();
    const { count, names } = this.balance.end(isWhole);
    return { ...this.counts, links: this.links, unbalanced: count, unbalancedTags: names };
  }

  onopentagname(start: number, end: number): void {
    this.tag = this.html.slice(start, Math.min(end, start + 40)).toLowerCase();
    this.attributes = new Map();
  }

  onattribname(start: number, end: number): void {
    this.name = this.html.slice(start, Math.min(end, start + 40)).toLowerCase();
    this.value = '';
  }

  onattribdata(start: number, end: number): void {
    if (this.value.length < MAX_VALUE) this.value += this.html.slice(start, Math.min(end, start + MAX_VALUE));
  }

  onattribentity(codepoint: number): void {
    if (this.value.length < MAX_VALUE) this.value += String.fromCodePoint(codepoint);
  }

  onattribend(): void {
    // The first of a name counts (WHATWG HTML 13.2.5.33).
    if (this.attributes.size < 100 && !this.attributes.has(this.name))
      this.attributes.set(this.name, this.value);
  }

  onopentagend(): void {
    this.open();
  }

  /** In HTML a slash at the end closes nothing. */
  onselfclosingtag(): void {
    this.open();
  }

  onclosetag(start: number, end: number): void {
    const name = this.html.slice(start, Math.min(end, start + 40)).toLowerCase();
    if (name === 'a') this.endLink();
    this.balance.close(name);
  }

  ontext(start: number, end: number): void {
    if (this.balance.isWithin(UNSEEN)) return;
    if (this.counts.letters < 10_000)
      this.counts.letters += countLetters(this.html.slice(start, Math.min(end, start + 10_000)));
    if (this.link && this.link.text.length < MAX_LINK_TEXT)
      this.link.text += this.html.slice(start, Math.min(end, start + MAX_LINK_TEXT));
  }

  ontextentity(codepoint: number): void {
    if (this.link && this.link.text.length < MAX_LINK_TEXT) this.link.text += String.fromCodePoint(codepoint);
  }

  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onend(): void {}
  onprocessinginstruction(): void {}

  private open(): void {
    const { tag, attributes, counts } = this;
    this.balance.open(tag);
    if (tag === 'script') counts.scripts++;
    else if (FORMS.has(tag)) counts.forms++;
    else if (EMBEDDED.has(tag)) counts.embedded++;
    else if (tag === 'img') this.openImage();
    else if (tag === 'a') this.openLink();
    for (const name of attributes.keys()) if (/^on[a-z]+$/.test(name)) counts.scripts++;
  }

  private openImage(): void {
    this.counts.images++;
    if (!this.attributes.has('alt')) this.counts.imagesWithoutAlt++;
  }

  private openLink(): void {
    this.endLink();
    const href = this.attributes.get('href')?.trim();
    if (href === undefined) return;
    // Browsers drop tabs and line ends within it.
    if (/^(javascript|vbscript):/i.test(href.replace(/[\t\n\r]/g, ''))) this.counts.scripts++;
    this.link = { href, text: '' };
  }

  private endLink(): void {
    if (this.link && this.links.length < MAX_LINKS) this.links.push(this.link);
    this.link = null;
  }
}

function countLetters(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
