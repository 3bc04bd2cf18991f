import { expect, it } from 'vitest';
import { useTestDatabase } from '@/lib/testing/database';
import { testContext } from '@/lib/testing/factories';
import { makeTemplate } from '@/lib/testing/templates';
import { richText } from './blocks/rich-text/write';
import { createTemplate } from './create';
import { getVersion } from './get';
import { previewTemplate } from './preview';
import { publishVersion } from './publish';
import { TemplateInput } from './schema';
import { fromStarter } from './starters/from-starter';
import { STARTERS } from './starters/registry';
import { write } from './starters/write';
import { turnToSource } from './turn-to-source';

useTestDatabase();

/** Spaces between elements say nothing. */
const plain = (html: string) => html.replace(/>\s+</g, '><').replace(/\s+/g, ' ');

it.each(STARTERS.map((starter) => ({ key: starter.key, starter })))(
  '$key says the same as MJML, in HTML and as text, and the version in blocks stays',
  async ({ starter }) => {
    const { id } = await createTemplate(testContext, TemplateInput.parse(fromStarter(starter, 'es')));
    const before = await previewTemplate(testContext, { id });
    const turned = await turnToSource(testContext, { id, basedOn: 1 });
    expect(turned.current.problems).toEqual([]);
    expect(Object.values(turned.current.texts).map(({ kind }) => kind)).toEqual(['mjml', 'mjml']);
    expect(turned.current.texts.es!.source.split('\n').length).toBeGreaterThan(20);
    const after = await previewTemplate(testContext, { id });
    expect(plain(after.html)).toBe(plain(before.html));
    expect(after.text).toBe(before.text);
    expect((await getVersion(testContext, { id, number: 1 })).texts.es!.kind).toBe('blocks');
    expect((await publishVersion(testContext, { id })).published).toBe(2);
  },
);

it('a component stays one, and who saved meanwhile is not covered', async () => {
  const text = (document: object) => ({
    es: { subject: 'Hola', kind: 'blocks' as const, source: JSON.stringify(document) },
  });
  const footer = write({}, [{ columns: [[{ kind: 'text', content: richText('Colegio San Rafael') }]] }]);
  const part = await makeTemplate({ key: 'pie', category: 'component', texts: text(footer), variables: [] });
  const shown = { id: 's1', kind: 'component', component: 'pie' };
  const { id } = await makeTemplate({ texts: text({ ...write({}, []), sections: [shown] }), variables: [] });
  await expect(turnToSource(testContext, { id, basedOn: 7 })).rejects.toMatchObject({
    code: 'changed_meanwhile',
  });
  const turned = await turnToSource(testContext, { id });
  expect(turned.current.texts.es!.source).toContain('<mj-include path="component:pie" />');
  expect((await previewTemplate(testContext, { id })).html).toContain('Colegio San Rafael');
  const refused = (ref: string) => turnToSource(testContext, { id: ref });
  await expect(refused(id)).rejects.toMatchObject({ errors: [{ code: 'template_is_source' }] });
  await expect(refused(part.id)).rejects.toMatchObject({ errors: [{ code: 'component_kind' }] });
});
