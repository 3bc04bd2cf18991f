import { LIQUID, replaceSpans, spansOf } from '@/lib/text/spans';

const HTML = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' } as Record<string, string>;

/** For between tags: its words escaped, its Liquid as it is. */
export function escapeText(text: string): string {
  return eachPart(text, escapeWords, (token) => token);
}

/** For within double quotes, of an attribute. Liquid takes single quotes just as well. */
export function escapeAttribute(text: string): string {
  return eachPart(text, escapeWords, (token) => token.replace(/"/g, "'"));
}

/** As a reader of the outline sees it, who knows no Liquid: `{{ a | b }}` is told as `a`. */
export function withoutLiquid(text: string, say: (name: string) => string = () => ''): string {
  return replaceSpans(text, LIQUID, (token) => say(/[\w.]+/.exec(token)?.[0] ?? ''));
}

/** Whether each tag that opens something is closed within the text, so that no block can unhinge those around it. */
export function isClosedLiquid(text: string): boolean {
  const open: string[] = [];
  for (const { text: token } of spansOf(text, LIQUID)) {
    const name = /^\{%-?\s*(\w+)/.exec(token)?.[1];
    if (name && /^(if|unless|for|case|capture|comment|raw|tablerow)$/.test(name)) open.push(name);
    else if (name?.startsWith('end') && open.pop() !== name.slice(3)) return false;
    // Neither may end an attribute early: a token with both kinds of quotes can be written in no attribute.
    if (token.includes('"') && token.includes("'")) return false;
  }
  return open.length === 0 && !/\{[{%]/.test(replaceSpans(text, LIQUID, () => ''));
}

function eachPart(text: string, words: (text: string) => string, token: (text: string) => string): string {
  let result = '';
  let at = 0;
  for (const span of spansOf(text, LIQUID)) {
    result += words(text.slice(at, span.at)) + token(span.text);
    at = span.at + span.text.length;
  }
  return result + words(text.slice(at));
}

function escapeWords(text: string): string {
  return text.replace(/[&<>"]/g, (character) => HTML[character]!);
}
