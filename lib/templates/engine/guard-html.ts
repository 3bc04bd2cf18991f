import { type Marks, replaceSpans, spansOf } from '@/lib/text/spans';
import { isTokenAt, tokenEnd } from './liquid-tokens';
import { isSafeUrl } from './safe-parts';

export type GuardProblem = {
  code: 'unsafe_place' | 'unsafe_url' | 'unsafe_element' | 'unsafe_attribute';
  what: string;
  line: number;
};

const NO_ELEMENTS =
  /^(script|iframe|object|embed|form|input|button|textarea|select|video|audio|base|applet|link)$/i;
const ADDRESSES = /^(href|src|background|action|formaction|cite|poster|xlink:href)$/i;

const OPENS = /<(?:!--|\/?[a-z])/;

const OUTPUTS: Marks = [['{{', '}}']];

/**
 * The compiled HTML with guards around everything that Liquid puts into an address or a style, so that `javascript:` in a variable is refused
 * when it is rendered; and what no value could make safe. Comments of Outlook are read as what they hide.
 */
export function guardHtml(html: string): { html: string; problems: GuardProblem[] } {
  const guard = new Guard(html);
  guard.run();
  return { html: guard.out, problems: guard.problems };
}

class Guard {
  out = '';
  readonly problems: GuardProblem[] = [];
  #at = 0;

  constructor(private readonly html: string) {}

  run(): void {
    const { html } = this;
    while (this.#at < html.length) {
      // One step for all that open nothing: half a million brackets, one by one, took 40 ms.
      const opens = new RegExp(OPENS, 'gi');
      opens.lastIndex = this.#at;
      const next = opens.exec(html)?.index ?? html.length;
      this.copyTo(next);
      if (next === html.length) return;
      if (html.startsWith('<!--', next)) this.comment();
      else this.tag();
    }
  }

  /** Of `<!--[if mso]> … <![endif]-->` only the marks. */
  comment(): void {
    const end = this.html.indexOf(this.html.startsWith('<!--[if', this.#at) ? ']>' : '-->', this.#at);
    this.copyTo(end < 0 ? this.html.length : end + 2);
  }

  tag(): void {
    const name = /^<\/?([a-z][\w:-]*)/i.exec(this.html.slice(this.#at, this.#at + 60))![1]!;
    const isClosing = this.html[this.#at + 1] === '/';
    if (!isClosing && NO_ELEMENTS.test(name)) this.problem('unsafe_element', `<${name}>`);
    this.copyTo(this.#at + name.length + (isClosing ? 2 : 1));
    while (this.#at < this.html.length) {
      if (this.html[this.#at] === '>') break;
      if (isTokenAt(this.html, this.#at)) this.looseToken();
      else if (/[\w:@-]/.test(this.html[this.#at]!)) this.attribute();
      else this.copyTo(this.#at + 1);
    }
    this.copyTo(this.#at + 1);
    if (!isClosing && /^(style|script|title)$/i.test(name)) this.rawText(name);
  }

  /** Control flow may choose an attribute; a value may not become one. */
  looseToken(): void {
    const end = tokenEnd(this.html, this.#at);
    if (this.html[this.#at + 1] === '{') this.problem('unsafe_place', this.html.slice(this.#at, end));
    this.copyTo(end);
  }

  attribute(): void {
    const name = /^[\w:@.-]+/.exec(this.html.slice(this.#at, this.#at + 120))![0];
    if (/^on/i.test(name)) this.problem('unsafe_attribute', name);
    this.copyTo(this.#at + name.length);
    const equals = /^\s*=\s*/.exec(this.html.slice(this.#at, this.#at + 40))?.[0];
    if (!equals) return;
    this.copyTo(this.#at + equals.length);
    const quote = this.html[this.#at];
    if (quote !== '"' && quote !== "'") return;
    this.copyTo(this.#at + 1);
    const { value, hasLiquid } = this.quoted(quote);
    this.out += this.guarded(name, value, hasLiquid);
    this.#at += value.length;
    this.copyTo(this.#at + 1);
  }

  /** Quotes within a Liquid token do not end the attribute. */
  quoted(quote: string): { value: string; hasLiquid: boolean } {
    let end = this.#at;
    let hasLiquid = false;
    while (end < this.html.length && this.html[end] !== quote) {
      const isToken = isTokenAt(this.html, end);
      hasLiquid ||= isToken;
      end = isToken ? tokenEnd(this.html, end) : end + 1;
    }
    return { value: this.html.slice(this.#at, end), hasLiquid };
  }

  guarded(name: string, value: string, hasLiquid: boolean): string {
    if (ADDRESSES.test(name)) {
      if (hasLiquid) return `{% safe_url %}${value}{% endsafe_url %}`;
      if (!isSafeUrl(value.replaceAll('&amp;', '&'))) this.problem('unsafe_url', value.slice(0, 80));
    }
    if (name.toLowerCase() === 'style' && hasLiquid) return this.guardedStyle(value);
    if (/^(srcdoc|srcset)$/i.test(name) && hasLiquid) this.problem('unsafe_place', name);
    return value;
  }

  guardedStyle(value: string): string {
    return replaceSpans(value, OUTPUTS, (token) => `{% safe_style %}${token}{% endsafe_style %}`);
  }

  /** Nothing is escaped within a style: a value there could be any rule, and end it. */
  rawText(name: string): void {
    const end = this.endOf(name);
    const text = this.html.slice(this.#at, end < 0 ? undefined : end);
    const [token] = name.toLowerCase() === 'title' ? [] : spansOf(text, OUTPUTS);
    if (token) this.problem('unsafe_place', token.text);
    this.copyTo(end < 0 ? this.html.length : end);
  }

  endOf(name: string): number {
    const closing = new RegExp(`</${name}`, 'gi');
    closing.lastIndex = this.#at;
    return closing.exec(this.html)?.index ?? -1;
  }

  problem(code: GuardProblem['code'], what: string): void {
    if (this.problems.length >= 20) return;
    const line = this.html.slice(0, this.#at).split('\n').length;
    this.problems.push({ code, what: what.slice(0, 100), line });
  }

  copyTo(end: number): void {
    this.out += this.html.slice(this.#at, end);
    this.#at = end;
  }
}
