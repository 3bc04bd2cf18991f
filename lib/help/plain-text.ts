import type { Token, Tokens } from 'marked';

/** What a reader sees of it, without its form. */
export function plainText(tokens: Token[]): string {
  return tokens.map(textOf).join('').replaceAll(/\s+/g, ' ').trim();
}

function textOf(token: Token): string {
  switch (token.type) {
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      return [header, ...rows]
        .flat()
        .map((cell) => ` ${plainText(cell.tokens)}`)
        .join('');
    }
    case 'list':
      return (token as Tokens.List).items.map(({ tokens }) => ` ${plainText(tokens)}`).join('');
    case 'br':
      return ' ';
    case 'space':
    case 'hr':
    case 'image':
      return ' ';
    default: {
      const { tokens, text = '' } = token as { tokens?: Token[]; text?: string };
      return tokens ? tokens.map(textOf).join('') + (isBlock(token) ? ' ' : '') : text;
    }
  }
}

function isBlock({ type }: Token): boolean {
  return type === 'paragraph' || type === 'heading' || type === 'blockquote';
}
