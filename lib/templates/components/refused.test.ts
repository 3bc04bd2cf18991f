import { describe, expect, it } from 'vitest';
import { change, inBlocks, makeComponent, makeUser } from '@/lib/testing/components';
import { useTestDatabase } from '@/lib/testing/database';
import { testContext } from '@/lib/testing/factories';
import { draftTemplate, makeTemplate, mjml } from '@/lib/testing/templates';
import { applyTemplate } from '../apply';
import { createTemplate } from '../create';
import { publishVersion } from '../publish';
import { saveVersion } from '../save-version';
import { TemplateInput, VersionInput } from '../schema';
import { deleteTemplate, updateTemplate } from '../update';

useTestDatabase();

const codesOf = (promise: Promise<unknown>) =>
  promise.then(
    () => [],
    ({ errors }) => errors.map(({ code, params }: { code: string; params: object }) => ({ code, ...params })),
  );

describe('refused is', () => {
  it('one that would be within itself, with the way that leads there', async () => {
    const first = await makeComponent('uno');
    const second = await makeComponent('dos', { within: [first.key] });
    const path = `${first.key} → ${second.key} → ${first.key}`;
    expect(await codesOf(change(first.id, 'uno', second.key))).toMatchObject([
      { code: 'component_recursive', path },
    ]);
  });

  it('one that is not there or was not published, named', async () => {
    const draft = await draftTemplate({ category: 'component', texts: inBlocks('x'), variables: [] });
    for (const key of [draft.key, 'nobody'])
      expect(await codesOf(makeUser(key))).toMatchObject([{ code: 'component_missing', name: key }]);
    const include = mjml('x').replace('</mj-body>', '<mj-include path="component:nobody" /></mj-body>');
    const texts = { es: { subject: 'x', source: include } };
    expect(await codesOf(makeTemplate({ texts, variables: [] }))).toMatchObject([
      { code: 'component_missing', name: 'nobody' },
    ]);
  });

  it('to delete one that is shown, by a version or by a draft alone', async () => {
    const { id, key } = await makeComponent('Pie');
    const { id: shows } = await draftTemplate({ texts: inBlocks('x', key), variables: [] });
    const refusal = { code: 'conflict', options: { reason: { code: 'component_in_use' } } };
    await expect(deleteTemplate(testContext, { id })).rejects.toMatchObject(refusal);
    await publishVersion(testContext, { id: shows });
    await saveVersion(testContext, {
      id: shows,
      ...VersionInput.parse({ texts: inBlocks('sin'), publish: true }),
    });
    await expect(deleteTemplate(testContext, { id })).rejects.toMatchObject(refusal);
    await deleteTemplate(testContext, { id: shows });
    await deleteTemplate(testContext, { id });
  });

  it('another source than blocks, a message of it alone, and to make it a template', async () => {
    const part = await makeComponent('Pie');
    const asSource = TemplateInput.parse({
      title: 'x',
      category: 'component',
      texts: { es: { source: mjml('x') } },
    });
    expect(await codesOf(createTemplate(testContext, asSource))).toMatchObject([{ code: 'component_kind' }]);
    const use = { template: part.key, variables: {} };
    const whom = { companyId: null, recipient: { email: 'a@example.com' }, id: part.id };
    expect(await codesOf(applyTemplate(use, whom))).toMatchObject([{ code: 'no_template' }]);
    expect(await codesOf(updateTemplate(testContext, { id: part.id, category: 'receipts' }))).toMatchObject([
      { code: 'component_category' },
    ]);
  });
});
