import type { RichInline, RichNode, RichParagraph, RichText } from './schema';

/** As it is read without HTML: signs before the lines of a list, addresses behind their words. */
export function richToText({ content }: RichText): string {
  return content.map(tellNode).join('\n\n');
}

function tellNode(node: RichNode): string {
  if (node.type === 'paragraph') return tellParagraph(node);
  return node.content
    .map(({ content }, index) => {
      const sign = node.type === 'bulletList' ? '-' : `${index + 1}.`;
      return `${sign} ${content.map(tellParagraph).join('\n  ')}`;
    })
    .join('\n');
}

function tellParagraph({ content = [] }: RichParagraph): string {
  return content.map(tellInline).join('');
}

function tellInline(part: RichInline): string {
  if (part.type === 'hardBreak') return '\n';
  const link = part.marks?.find((mark) => mark.type === 'link');
  if (!link || link.attrs.href === part.text) return part.text;
  const address = link.attrs.href.replace(/^(mailto|tel):/i, '');
  return address === part.text ? part.text : `${part.text} (${address})`;
}
