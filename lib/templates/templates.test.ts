import { describe, expect, it } from 'vitest';
import { TemplateInput, VersionInput } from '@/lib/templates/schema';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, testContext } from '@/lib/testing/factories';
import { draftTemplate, LOW_BALANCE, makeTemplate, mjml, templateOf } from '@/lib/testing/templates';
import { duplicateTemplate } from './create';
import { findPublished } from './find-published';
import { getTemplate, getVersion, listVersions } from './get';
import { listTemplates } from './list';
import { previewTemplate } from './preview';
import { publishVersion } from './publish';
import { saveVersion } from './save-version';
import { deleteTemplate, updateTemplate } from './update';

useTestDatabase();

const codesOf = (promise: Promise<unknown>) =>
  promise.then(
    () => [],
    (error) => error.errors.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`),
  );

const version = (source: string) =>
  VersionInput.parse({ texts: { es: { subject: 'Hola', source, kind: 'html' } }, variables: [] });

describe('versions', () => {
  it('are new with each save, and the one in use stays until another is published', async () => {
    const { id } = await makeTemplate(templateOf('<p>uno</p>'));
    const saved = await saveVersion(testContext, { ...version('<p>dos</p>'), id, note: 'Más corto' });
    expect([saved.published, saved.latest, saved.current.note]).toEqual([1, 2, 'Más corto']);
    expect((await findPublished(null, id)).version.number).toBe(1);
    expect((await publishVersion(testContext, { id })).published).toBe(2);
    expect((await getVersion(testContext, { id, number: 1 })).texts.es?.source).toBe('<p>uno</p>');
  });

  it('come back as a new one with the content of the old', async () => {
    const { id } = await makeTemplate(templateOf('<p>uno</p>'));
    await saveVersion(testContext, { ...version('<p>dos</p>'), id, publish: true });
    const back = await publishVersion(testContext, { id, number: 1 });
    expect([back.published, back.latest]).toEqual([3, 3]);
    expect(back.current.texts.es?.source).toBe('<p>uno</p>');
    expect((await listVersions(testContext, { id })).data.map(({ number }) => number)).toEqual([3, 2, 1]);
  });

  it('are each kept when two save at once, and who began from an older one is told', async () => {
    const { id } = await makeTemplate();
    const both = await Promise.allSettled(
      ['<p>a</p>', '<p>b</p>'].map((source) =>
        saveVersion(testContext, { ...version(source), id, basedOn: 1 }),
      ),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const refused = both.find((each) => each.status === 'rejected')!;
    expect(refused.reason).toMatchObject({ code: 'changed_meanwhile' });
    await Promise.all(
      ['<p>c</p>', '<p>d</p>'].map((source) => saveVersion(testContext, { ...version(source), id })),
    );
    expect((await getTemplate(testContext, { id })).latest).toBe(4);
  });

  it('keep what was typed although it is broken, and tell its line', async () => {
    const { id } = await draftTemplate();
    const broken = VersionInput.parse({
      texts: {
        es: { subject: 'Hola', source: '<mjml>\n<mj-body>\n<mj-nothing></mj-nothing>\n</mj-body>\n</mjml>' },
      },
    });
    const { current } = await saveVersion(testContext, { ...broken, id });
    expect(current.texts.es?.source).toBe(broken.texts.es?.source);
    expect(current.problems[0]).toMatchObject({
      field: 'source',
      code: 'template_markup',
      params: { line: '3' },
    });
    expect(await codesOf(publishVersion(testContext, { id }))).toContain('texts.es.source template_markup');
  });
});

describe('preview', () => {
  it('is of the examples, or of what is given; it names all that is missing at once', async () => {
    const { id } = await makeTemplate();
    const shown = await previewTemplate(testContext, { id });
    expect(shown.subject).toBe('Saldo bajo: Gs. 3.000');
    expect(shown.html).toContain('A Ana le quedan Gs. 3.000.');
    expect(shown.text).toContain('Recargar [https://canteen.example.com]');
    const own = await previewTemplate(testContext, {
      id,
      language: 'en',
      variables: { ...LOW_BALANCE, extra: 1 },
    });
    expect([own.subject, own.unknown]).toEqual(['Low balance: PYG 4,500', ['extra']]);
    expect(await codesOf(previewTemplate(testContext, { id, variables: {} }))).toEqual([
      'variables.student_name required',
      'variables.balance required',
      'variables.topup_url required',
    ]);
  });

  it('has HTML only of variables that are, and cleaned', async () => {
    const { id } = await makeTemplate(
      templateOf('<div>{{ body }}|{{ name }}</div>', [
        { name: 'body', type: 'html', required: true, example: '<b>x</b>' },
        { name: 'name', required: true, example: 'x' },
      ]),
    );
    const evil = '<b>ok</b><script>alert(1)</script><a href="javascript:x" onclick="x">y</a>';
    const { html } = await previewTemplate(testContext, { id, variables: { body: evil, name: evil } });
    expect(html).toContain('<b>ok</b><a>y</a>|&lt;b&gt;ok');
    expect(html).not.toContain('<script');
  });

  it('has the brand of the company', async () => {
    const { id } = await makeTemplate(
      templateOf('<p>{{ company.name }} {{ company.address | default: "-" }}</p>'),
    );
    const { key } = await makeCompany({ name: 'Cantina', brand: { address: 'Asunción' } });
    expect((await previewTemplate(testContext, { id, company: key })).html).toContain('Cantina Asunción');
    expect((await previewTemplate(testContext, { id })).html).toContain('Relevo -');
  });
});

describe('a template', () => {
  it('of a company stands before the shared one with its key, and nobody else sees it', async () => {
    const [own, other] = [await makeCompany({ name: 'Propia' }), await makeCompany({ name: 'Ajena' })];
    const shared = await makeTemplate({ key: 'welcome', title: 'Shared' });
    const mine = await makeTemplate({ key: 'welcome', title: 'Mine', company: own.key });
    expect((await findPublished(own.id, 'welcome')).template.id).toBe(mine.id);
    expect((await findPublished(other.id, 'welcome')).template.id).toBe(shared.id);
    const seen = await listTemplates(
      { ...testContext, companyId: other.id },
      { archived: 'false', q: 'welcome' },
    );
    expect(seen.data.map(({ id }) => id)).toEqual([shared.id]);
    await expect(findPublished(other.id, mine.id)).rejects.toMatchObject({ code: 'validation_failed' });
  });

  it('in the archive makes nothing more; a copy of it is a draft with a key of its own', async () => {
    const { id } = await makeTemplate({ key: 'old' });
    await updateTemplate(testContext, { id, archived: true });
    expect(await codesOf(findPublished(null, 'old'))).toEqual(['template template_archived']);
    const copy = await duplicateTemplate(testContext, { id, title: 'Nueva' });
    expect([copy.key, copy.published]).toEqual(['nueva', null]);
    await deleteTemplate(testContext, { id });
    await expect(getTemplate(testContext, { id })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is refused a key that is taken, and names that are not its own', async () => {
    await makeTemplate({ key: 'twice' });
    await expect(draftTemplate({ key: 'twice' })).rejects.toMatchObject({ code: 'name_taken' });
    for (const name of ['company', 'constructor', '__proto__', 'toString', 'a-b'])
      expect(TemplateInput.shape.variables.safeParse([{ name }]).success).toBe(false);
  });

  it('has as many variables as anybody needs, not a million', () => {
    const many = Array.from({ length: 1_000_000 }, (_, n) => ({ name: `v${n}` }));
    const began = performance.now();
    expect(TemplateInput.shape.variables.safeParse(many).success).toBe(false);
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it('in MJML is read by all: with a language, a preheader and no fonts of others', async () => {
    const { id } = await makeTemplate({
      texts: { es: { subject: 'Hola', preheader: 'a < b', source: mjml('x') } },
      variables: [],
    });
    const { html } = await previewTemplate(testContext, { id });
    expect(html).toContain('lang="es"');
    expect(html).toContain('>a &lt; b</div>');
    expect(html).not.toContain('fonts.googleapis');
  });
});
