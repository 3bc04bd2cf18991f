import type { Token, Tokens } from 'marked';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { resolveLink } from '@/lib/help/links';
import { readPicture } from '@/lib/help/pictures';
import type { Locale } from '@/lib/i18n/locales';

type Props = { tokens?: Token[]; file: string; language: Locale };

/** What stands within a line. */
export function Inline({ tokens = [], ...place }: Props): ReactNode {
  return tokens.map((token, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: it never changes
    <One key={at} token={token} {...place} />
  ));
}

function One({ token, ...place }: Omit<Props, 'tokens'> & { token: Token }): ReactNode {
  const { tokens, text = '' } = token as { tokens?: Token[]; text?: string };
  const inner = tokens ? <Inline tokens={tokens} {...place} /> : text;
  switch (token.type) {
    case 'strong':
      return <strong>{inner}</strong>;
    case 'em':
      return <em>{inner}</em>;
    case 'del':
      return <del>{inner}</del>;
    case 'codespan':
      return <code>{text}</code>;
    case 'br':
      return <br />;
    case 'link': {
      const href = resolveLink((token as Tokens.Link).href, place.file, place.language);
      if (!href) return inner;
      return /^\w+:/.test(href) ? (
        <a href={href} target="_blank" rel="noreferrer">
          {inner}
        </a>
      ) : (
        <Link href={href}>{inner}</Link>
      );
    }
    case 'image':
      // biome-ignore lint/performance/noImgElement: it is small, and part of the page itself
      return <img src={readPicture((token as Tokens.Image).href, place.file)} alt={text} />;
    default:
      return inner;
  }
}
