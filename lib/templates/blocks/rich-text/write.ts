import type { RichInline, RichMark, RichNode, RichParagraph, RichText } from './schema';

/**
 * Rich text of what is written by hand: an empty line ends a paragraph, a line end stays one, `- ` and `1. ` begin the lines of a list;
 * `**bold**`, `_italic_`, `[words](address)`.
 */
export function richText(written: string): RichText {
  const content = written
    .trim()
    .split(/\n\s*\n/)
    .map(readPart);
  return { type: 'doc', content };
}

function readPart(part: string): RichNode {
  const lines = part.split('\n').map((text) => text.trim());
  if (lines.every((text) => text.startsWith('- '))) return list('bulletList', lines, /^- /);
  if (lines.every((text) => /^\d+\. /.test(text))) return list('orderedList', lines, /^\d+\. /);
  return paragraph(lines);
}

function list(type: 'bulletList' | 'orderedList', lines: string[], sign: RegExp): RichNode {
  const content = lines.map((text) => ({
    type: 'listItem' as const,
    content: [paragraph([text.replace(sign, '')])],
  }));
  return { type, content };
}

function paragraph(lines: string[]): RichParagraph {
  const content = lines.flatMap((text, index): RichInline[] => [
    ...(index > 0 ? [{ type: 'hardBreak' } as const] : []),
    ...readInline(text),
  ]);
  return { type: 'paragraph', content };
}

// Liquid first: its underscores and asterisks are not signs.
const PIECE = /(\{\{.*?\}\}|\{%.*?%\})|\*\*(.+?)\*\*|\b_(.+?)_\b|\[([^[\]]+)\]\(([^)\s]+|\{\{[^}]*\}\})\)/g;

function readInline(text: string, marks: RichMark[] = []): RichInline[] {
  const found: RichInline[] = [];
  let at = 0;
  let plain = '';
  const flush = () => {
    if (plain) found.push(word(plain, marks));
    plain = '';
  };
  for (const match of text.matchAll(PIECE)) {
    const [whole, liquid, bold, italic, words, href] = match;
    plain += text.slice(at, match.index);
    at = match.index + whole.length;
    if (liquid) {
      plain += liquid;
      continue;
    }
    flush();
    if (bold) found.push(...readInline(bold, [...marks, { type: 'bold' }]));
    else if (italic) found.push(...readInline(italic, [...marks, { type: 'italic' }]));
    else found.push(word(words!, [...marks, { type: 'link', attrs: { href: href! } }]));
  }
  plain += text.slice(at);
  flush();
  return found;
}

function word(text: string, marks: RichMark[]): RichInline {
  return marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text };
}
