import type { Token, Tokens } from 'marked';
import type { ReactNode } from 'react';
import type { Heading } from '@/lib/help/read';
import type { Locale } from '@/lib/i18n/locales';
import { CodeBlock } from './code-block';
import { Inline } from './inline';

type Props = { body: Token[]; headings: Heading[]; file: string; language: Locale };
type Place = Omit<Props, 'body'>;
/** What a command answers: nobody types it. */
const SHOWN = new Set(['json', 'text']);

/** A guide's Markdown as elements, never as HTML: what is HTML in it is shown as it is written. */
export function GuideText({ body, ...place }: Props) {
  const headings = place.headings.values();
  return body.map((token, at) => {
    const id = token.type === 'heading' ? headings.next().value?.id : undefined;
    // biome-ignore lint/suspicious/noArrayIndexKey: it never changes
    return <Block key={at} token={token} id={id} {...place} />;
  });
}

function Block({ token, id, ...place }: Place & { token: Token; id?: string }): ReactNode {
  switch (token.type) {
    case 'heading': {
      const Tag = `h${(token as Tokens.Heading).depth}` as 'h2';
      return (
        <Tag id={id}>
          <Inline tokens={token.tokens} {...place} />
        </Tag>
      );
    }
    case 'paragraph':
      return (
        <p>
          <Inline tokens={token.tokens} {...place} />
        </p>
      );
    case 'code':
      return <CodeBlock text={token.text} isShown={SHOWN.has(token.lang ?? '')} />;
    case 'blockquote':
      return (
        <blockquote>
          <GuideText body={token.tokens ?? []} {...place} headings={[]} />
        </blockquote>
      );
    case 'list':
      return <List list={token as Tokens.List} {...place} />;
    case 'table':
      return <Table table={token as Tokens.Table} {...place} />;
    case 'hr':
      return <hr />;
    case 'space':
      return null;
    case 'text':
      return <Inline tokens={token.tokens ?? [token]} {...place} />;
    default:
      return <Inline tokens={[token]} {...place} />;
  }
}

function List({ list, ...place }: Place & { list: Tokens.List }) {
  const Tag = list.ordered ? 'ol' : 'ul';
  return (
    <Tag start={list.ordered && list.start !== 1 ? Number(list.start) : undefined}>
      {list.items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: it never changes
        <li key={at}>
          <GuideText body={item.tokens} {...place} headings={[]} />
        </li>
      ))}
    </Tag>
  );
}

function Table({ table: { header, rows, align }, ...place }: Place & { table: Tokens.Table }) {
  const cells = (row: Tokens.TableCell[], Tag: 'th' | 'td') =>
    row.map(({ tokens }, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: it never changes
      <Tag key={at} align={align[at] ?? undefined} scope={Tag === 'th' ? 'col' : undefined}>
        <Inline tokens={tokens} {...place} />
      </Tag>
    ));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is moved sideways by the keyboard as well
    <section data-wide aria-label={header.map(({ text }) => text).join(', ')} tabIndex={0}>
      <table>
        <thead>
          <tr>{cells(header, 'th')}</tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: it never changes
            <tr key={at}>{cells(row, 'td')}</tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
