import { expect, it } from 'vitest';
import { useTestDatabase } from '@/lib/testing/database';
import { testContext } from '@/lib/testing/factories';
import { draftTemplate } from '@/lib/testing/templates';
import { previewTemplate } from '../../preview';
import { publishVersion } from '../../publish';
import { write } from '../../starters/write';
import { BlockDocument } from '../document';
import { insertBlock, newBlock } from '../edits';
import { flawsOf } from '../flaws-of';
import { richText } from '../rich-text/write';

useTestDatabase();

const WORDS = { kind: 'text' as const, content: richText('Gracias por su visita. '.repeat(20)) };

async function publish(image: object) {
  const document = write({}, [
    { columns: [[{ kind: 'image', src: 'https://example.com/a.png', alt: '', ...image }, WORDS]] },
  ]);
  const texts = { es: { subject: 'Hola', kind: 'blocks' as const, source: JSON.stringify(document) } };
  const { id } = await draftTemplate({ texts, variables: [] });
  const codes = await publishVersion(testContext, { id }).then(
    () => [],
    ({ errors }) => errors.map(({ code }: { code: string }) => code),
  );
  return { codes, id };
}

it('a picture begins without one, and the block says that it is to be chosen', () => {
  const document = BlockDocument.parse(write({}, [{ columns: [[WORDS]] }]));
  const block = newBlock(document, 'image', 'es');
  const begun = insertBlock(document, block, { section: 0, column: 0, index: 0 });
  expect(JSON.stringify(begun)).not.toContain('example.com');
  expect(flawsOf(begun)).toEqual([expect.objectContaining({ code: 'picture_missing', node: block.id })]);
});

it('a picture without words is published where it is said to adorn, and leads nowhere', async () => {
  expect((await publish({})).codes).toEqual(['template_alt_missing']);
  expect((await publish({ decorative: true, href: 'https://example.com' })).codes).toEqual([
    'template_alt_missing',
  ]);
  const { codes, id } = await publish({ decorative: true, alt: 'Una hoja' });
  expect(codes).toEqual([]);
  const { html, text } = await previewTemplate(testContext, { id });
  expect(html).toMatch(/<img[^>]* alt=""/);
  expect(text).not.toContain('hoja');
});
