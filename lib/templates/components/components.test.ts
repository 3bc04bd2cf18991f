import { describe, expect, it } from 'vitest';
import { change, inBlocks, makeComponent, makeUser, source } from '@/lib/testing/components';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, testContext } from '@/lib/testing/factories';
import { makeTemplate, mjml } from '@/lib/testing/templates';
import { applyTemplate, renderStored } from '../apply';
import { getTemplate, getVersion } from '../get';
import { listTemplates } from '../list';
import { previewTemplate } from '../preview';
import { saveVersion } from '../save-version';
import { VersionInput } from '../schema';
import { deleteTemplate } from '../update';

useTestDatabase();

const shown = async (id: string) => (await previewTemplate(testContext, { id })).html;
describe('a component', () => {
  it('is shown by a template in blocks and by one in MJML, in HTML and as text', async () => {
    const { key } = await makeComponent('Colegio San Rafael');
    const { id } = await makeUser(key);
    const blocks = await previewTemplate(testContext, { id });
    expect(blocks.html).toContain('Colegio San Rafael');
    expect(blocks.text).toContain('Colegio San Rafael');
    const include = mjml('Hola').replace('</mj-body>', `<mj-include path="component:${key}" /></mj-body>`);
    const inMjml = await makeTemplate({
      texts: { es: { subject: 'Hola', source: include } },
      variables: [],
    });
    const { html, text } = await previewTemplate(testContext, { id: inMjml.id });
    expect(html).toMatch(/Helvetica Neue[^>]*font-size:16px[^>]*>.*Colegio San Rafael/s);
    expect(text).toContain('Colegio San Rafael');
  });

  it('changes where it is shown, and what a stored message says stays', async () => {
    const { id, key } = await makeComponent('Pie viejo');
    const template = await makeUser(key);
    const recipient = { email: 'ana@example.com' };
    const use = { template: template.key, variables: {} };
    const message = '019a0000-0000-7000-8000-000000000001';
    const { stored, rendered } = await applyTemplate(use, { companyId: null, recipient, id: message });
    expect(rendered.html).toContain('Pie viejo');
    const changed = await change(id, 'Pie nuevo');
    expect(changed.usedIn).toEqual([{ id: template.id, key: template.key, title: template.title, shows: 2 }]);
    const now = await getTemplate(testContext, { id: template.id });
    expect([now.published, now.latest, now.current.note]).toEqual([2, 2, `${key} = 2`]);
    const next = await applyTemplate(use, { companyId: null, recipient, id: message });
    expect(next.rendered.html).toContain('Pie nuevo');
    const recipients = [{ kind: 'to', address: 'ana@example.com' }];
    expect(await renderStored(stored, { id: message, recipients })).toEqual(rendered);
  });

  it('that a version shows is frozen with it, also for a company whose brand is compiled later', async () => {
    const { id, key } = await makeComponent('Pie viejo');
    const template = await makeUser(key);
    await change(id, 'Pie nuevo');
    const company = await makeCompany();
    const use = { template: template.id, templateVersion: 1, variables: {} };
    const recipient = { email: 'ana@example.com' };
    const { rendered } = await applyTemplate(use, {
      companyId: company.id,
      recipient,
      id: '019a0000-0000-7000-8000-000000000002',
    });
    expect(rendered.html).toContain('Pie viejo');
  });

  it('leaves a draft a draft, and the newest', async () => {
    const { id, key } = await makeComponent('Pie viejo');
    const template = await makeUser(key, 'publicado');
    await saveVersion(testContext, {
      id: template.id,
      ...VersionInput.parse({ texts: inBlocks('borrador', key) }),
    });
    await change(id, 'Pie nuevo');
    const now = await getTemplate(testContext, { id: template.id });
    expect([now.published, now.latest, now.current.note]).toEqual([3, 4, '= 2']);
    expect(now.current.texts.es?.source).toContain('borrador');
    const inUse = await getVersion(testContext, { id: template.id, number: 3 });
    expect(inUse.texts.es?.source).toContain('publicado');
  });

  it('within another one reaches the templates of that', async () => {
    const inner = await makeComponent('Firma vieja');
    const outer = await makeComponent('Pie', { within: [inner.key] });
    const template = await makeUser(outer.key);
    await change(inner.id, 'Firma nueva');
    expect(await shown(template.id)).toContain('Firma nueva');
    const { usedIn } = await getTemplate(testContext, { id: outer.id });
    expect(usedIn.map(({ key, shows }) => [key, shows])).toEqual([[template.key, 2]]);
  });

  it('that one template cannot take leaves that one as it is, told, and changes the others', async () => {
    const { id, key } = await makeComponent('Pie');
    const strict = await makeUser(key);
    const declared = [{ name: 'school', required: true, example: 'San Rafael' }];
    const open = await makeTemplate({ texts: inBlocks('cuerpo', key), variables: declared });
    const texts = inBlocks('Pie de {{ school }}');
    await saveVersion(testContext, {
      id,
      ...VersionInput.parse({ texts, variables: declared, publish: true }),
    });
    const { usedIn } = await getTemplate(testContext, { id });
    expect(usedIn.map(({ key: name, shows }) => [name, shows]).toSorted()).toEqual(
      [
        [strict.key, 1],
        [open.key, 2],
      ].toSorted(),
    );
  });

  it('speaks the language of the mail, or its own where it has not that one', async () => {
    const { key, id } = await makeComponent('Pie');
    const en = { subject: '', kind: 'blocks', source: source('Footer') };
    await saveVersion(testContext, {
      id,
      ...VersionInput.parse({ texts: { ...inBlocks('Pie'), en }, publish: true }),
    });
    const text = (words: string) => ({ ...inBlocks(words, key).es, subject: words });
    const template = await makeTemplate({
      texts: { 'es-PY': text('Hola'), en: text('Hello'), pt: text('Olá') },
      variables: [],
    });
    const inLanguage = async (language: string) =>
      (await previewTemplate(testContext, { id: template.id, language })).text;
    expect(await inLanguage('es-PY')).toContain('Pie');
    expect(await inLanguage('en')).toContain('Footer');
    expect(await inLanguage('pt')).toContain('Pie');
  });

  it('that all share changes for each company, whichever one is looked at, and tells none of the others', async () => {
    const [mine, theirs] = [await makeCompany(), await makeCompany()];
    const { id, key } = await makeComponent('Pie viejo');
    const own = await makeTemplate({ company: mine.key, texts: inBlocks('x', key), variables: [] });
    const other = await makeTemplate({
      title: 'Ajena',
      company: theirs.key,
      texts: inBlocks('x', key),
      variables: [],
    });
    const looking = { ...testContext, companyId: mine.id };
    const texts = inBlocks('Pie nuevo');
    const { usedIn } = await saveVersion(looking, { id, ...VersionInput.parse({ texts, publish: true }) });
    expect(usedIn.map(({ id: shows }) => shows)).toEqual([own.id]);
    for (const template of [own, other]) expect(await shown(template.id)).toContain('Pie nuevo');
    const refused = await deleteTemplate(looking, { id }).catch((error: unknown) => error);
    expect(JSON.stringify(refused)).not.toContain(other.title);
  });

  it('of a company stands before the shared one, for its own templates alone', async () => {
    const company = await makeCompany();
    const { key } = await makeComponent('Pie de todas');
    await makeComponent('Pie propio', { key, company: company.key });
    const own = await makeTemplate({ company: company.key, texts: inBlocks('x', key), variables: [] });
    const shared = await makeUser(key);
    expect(await shown(own.id)).toContain('Pie propio');
    expect(await shown(shared.id)).toContain('Pie de todas');
  });
});

it('the list has templates, and components where those are asked for', async () => {
  const part = await makeComponent('Pie');
  const template = await makeUser(part.key);
  const keysOf = async (category?: 'component') =>
    (await listTemplates(testContext, { category, archived: 'false' })).data.map(({ key }) => key);
  expect(await keysOf()).toContain(template.key);
  expect(await keysOf()).not.toContain(part.key);
  expect(await keysOf('component')).toContain(part.key);
  expect(await keysOf('component')).not.toContain(template.key);
});
