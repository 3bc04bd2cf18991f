/** An attribute that loads something, or CSS; what stands in front of `cid:` is bounded, so that one pass is enough. */
const LINK = /(\b(?:src|background|poster|href)\s{0,8}=\s{0,8}["']?|\burl\(\s{0,8}["']?)\s{0,8}cid:/gi;
/** Longer than a link as far as `cid:`. */
const KEPT = 64;

/**
 * A browser asks for `cid:` pictures, is refused and complains; `data:,cid:…` it may have and finds nothing in it. So the links are
 * rewritten while the HTML passes, and rules for their new names give them what to show.
 */
export class CidLinks {
  private kept = '';

  push(piece: string): string {
    const text = (this.kept + piece).replace(LINK, `$1${CID}`);
    let end = Math.max(0, text.length - KEPT);
    // Not between the halves of one character.
    if (!text.slice(0, end).isWellFormed()) end--;
    this.kept = text.slice(end);
    return text.slice(0, Math.max(0, end));
  }

  rest(): string {
    return this.kept;
  }
}

const CID = 'data:,cid:';

/** The CSS rule up to its picture, an URL that `RULE_END` closes. A content id has no character that would end the selector. */
export function ruleOf(contentId: string): string {
  return `<style>img[src="${CID}${contentId}" i]{content:url("`;
}

export const RULE_END = '")}</style>';

/** For a picture that the message does not have, or that is too large to be shown: a box with its name. */
export function placeholderRule(contentId: string, name = contentId): string {
  return ruleOf(contentId) + boxWith(name) + RULE_END;
}

/** For those that nothing is known of. */
export const anyPlaceholder = () => `<style>img[src^="${CID}" i]{content:url("${boxWith('…')}${RULE_END}`;

const LONGEST = 40;

function boxWith(name: string): string {
  const shown = name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name;
  const text = shown.toWellFormed().replace(/[&<>]/g, (char) => `&#${char.charCodeAt(0)};`);
  const width = 24 + 8 * shown.length;
  const svg =
    `<svg xmlns='http://www.w3.org/2000/svg' width='${width}' height='32'>` +
    `<rect x='.5' y='.5' width='${width - 1}' height='31' rx='4' fill='#f3f3f6' stroke='#8a8a93' stroke-dasharray='4 3'/>` +
    `<text x='50%' y='21' text-anchor='middle' font-family='sans-serif' font-size='13' fill='#5b5b66'>${text}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
