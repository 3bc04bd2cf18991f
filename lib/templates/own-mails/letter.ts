import type { StoredBrand } from '@/drizzle/schema/templates';
import { BlockDocument, type WrittenDocument } from '../blocks/document';
import { richText } from '../blocks/rich-text/write';
import { toMjml } from '../blocks/to-mjml';
import { compileMjml } from '../engine/compile-mjml';
import { renderHtml } from '../engine/engine';
import { buildScope } from '../scope';

type Letter = { subject: string; text: string; language: 'en' | 'es'; brand: StoredBrand; to: string };

/** How many words an address may have beside it on its line to be a button of its own: none. */
const ADDRESS = /^https?:\/\/\S+$/;

/**
 * A mail of Relevo's own in the look of the starters: its text stays the truth, this draws it. A line that is an address becomes a button.
 * Null where it cannot be drawn: the text alone goes out then.
 */
export async function drawLetter({ subject, text, language, brand, to }: Letter): Promise<string | null> {
  const parts = text.trim().split(/\n\s*\n/);
  const variables = Object.fromEntries([
    ['subject', subject],
    ...parts.map((part, at) => [`part_${at}`, part.trim()]),
  ]);
  const blocks = parts.map((part, at) => drawPart(part.trim(), at, language));
  const written: WrittenDocument = {
    v: 1,
    look: { page: 'white', corners: 'soft', width: 560 },
    sections: [
      {
        kind: 'columns',
        id: 's1',
        surface: 'page',
        padding: [40, 32, 40],
        columns: [
          {
            blocks: [
              { id: 'h1', kind: 'header', size: 'small', space: [0, 24] },
              { id: 'h2', kind: 'heading', level: 1, size: 'large', text: '{{ subject }}', space: [0, 20] },
              ...blocks,
            ],
          },
        ],
      },
    ],
  };
  const around = { brand: { company: brand.name, color: brand.color, logo: brand.logo }, language };
  const { html, errors } = await compileMjml(toMjml(BlockDocument.parse(written), around));
  if (errors.length > 0) return null;
  const input = { declared: [], variables, brand, recipient: { email: to }, message: { id: '' } };
  const scope = buildScope({ ...input, now: new Date().toISOString() });
  return renderHtml(html, scope, { language, timeZone: brand.timeZone, currency: brand.currency });
}

type Part = NonNullable<
  Extract<WrittenDocument['sections'][number], { kind: 'columns' }>['columns'][number]
>['blocks'][number];

/** What was written goes through variables: a name or a reply in it that looks like Liquid or HTML stays what it is. */
function drawPart(part: string, at: number, language: 'en' | 'es'): Part {
  if (ADDRESS.test(part)) {
    const label = language === 'es' ? 'Abrir' : 'Open';
    return {
      id: `b${at}`,
      kind: 'button',
      label,
      href: `{{ part_${at} }}`,
      showAddress: true,
      space: [4, 16],
    };
  }
  return { id: `b${at}`, kind: 'text', content: richText(`{{ part_${at} | nl2br }}`) };
}
