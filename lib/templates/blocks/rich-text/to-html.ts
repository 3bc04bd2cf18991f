import { escapeAttribute, escapeText } from '../liquid-text';
import type { RichInline, RichMark, RichNode, RichParagraph, RichText } from './schema';

export type RichStyle = {
  /** Attributes of links, with their style. */
  link: string;
  /** Between paragraphs, in pixels. */
  gap: number;
};

/** HTML with its styles in place. Written by hand and not by TipTap, which would put no-break spaces into `{{ }}`. */
export function richToHtml({ content }: RichText, style: RichStyle): string {
  return content
    .map((node, index) => drawNode(node, style, index < content.length - 1 ? style.gap : 0))
    .join('');
}

function drawNode(node: RichNode, style: RichStyle, gap: number): string {
  if (node.type === 'paragraph') return `<p style="margin:0 0 ${gap}px">${drawParagraph(node, style)}</p>`;
  const tag = node.type === 'bulletList' ? 'ul' : 'ol';
  const items = node.content.map(
    ({ content }) =>
      `<li style="margin:0 0 6px">${content.map((part) => drawParagraph(part, style)).join('<br>')}</li>`,
  );
  return `<${tag} style="margin:0 0 ${gap}px;padding:0 0 0 22px">${items.join('')}</${tag}>`;
}

function drawParagraph({ content = [] }: RichParagraph, style: RichStyle): string {
  return content.map((part) => drawInline(part, style)).join('') || '&#160;';
}

function drawInline(part: RichInline, style: RichStyle): string {
  if (part.type === 'hardBreak') return '<br>';
  return (part.marks ?? []).reduceRight((html, mark) => drawMark(mark, html, style), escapeText(part.text));
}

function drawMark(mark: RichMark, html: string, { link }: RichStyle): string {
  switch (mark.type) {
    case 'bold':
      return `<strong>${html}</strong>`;
    case 'italic':
      return `<em>${html}</em>`;
    case 'underline':
      return `<u>${html}</u>`;
    case 'link':
      return `<a href="${escapeAttribute(mark.attrs.href)}" ${link}>${html}</a>`;
  }
}
