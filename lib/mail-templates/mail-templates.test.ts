import { describe, expect, it } from 'vitest';
import type { TemplateDialect } from '@/lib/providers/mail-template-api';
import { getTemplate } from '@/lib/templates/get';
import { previewTemplate } from '@/lib/templates/preview';
import { saveVersion } from '@/lib/templates/save-version';
import { PreviewInput, VersionInput } from '@/lib/templates/schema';
import { type ApiAnswer, allowLoopbackTargets, startApiServer } from '@/lib/testing/api-server';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, makeProvider, testContext } from '@/lib/testing/factories';
import { PLAIN_KEY } from '@/lib/testing/hook-plays';
import { type KeptThere, MAIL_TEMPLATE_PLAYS } from '@/lib/testing/mail-template-plays';
import { getMailTemplate, listMailTemplates } from './list';
import { TakeInput } from './schema';
import { takeMailTemplate } from './take';

useTestDatabase();
allowLoopbackTargets();

const AT = new Date('2026-03-04T05:06:07Z');
/** Each service's own words for a name and a link. */
const HTML: Record<TemplateDialect, string> = {
  sendgrid: '<p>Hi {{insert name "default=you"}}, <a href="{{link}}">pay</a></p>',
  mailgun: '<p>Hi {{#if name}}{{name}}{{else}}you{{/if}}, <a href="{{link}}">pay</a></p>',
  postmark: '<p>Hi {{#name}}{{.}}{{/name}}{{^name}}you{{/name}}, <a href="{{link}}">pay</a></p>',
  brevo: '<p>Hi {{ params.name | default : "you" }}, <a href="{{ params.link }}">pay</a></p>',
};

let count = 1000;
const keep = (kind: TemplateDialect, over: Partial<KeptThere> = {}): KeptThere => {
  const id = String(++count);
  return {
    id: kind === 'sendgrid' ? `d-${id.padEnd(32, 'a')}` : kind === 'mailgun' ? `receipt.${id}` : id,
    title: `Receipt ${id}`,
    subject: kind === 'brevo' ? 'For {{params.name}}' : 'For {{name}}',
    html: HTML[kind],
    at: AT,
    ...over,
  };
};

async function make(kind: TemplateDialect, kept: KeptThere[], company?: string) {
  const { settings, answer } = MAIL_TEMPLATE_PLAYS[kind];
  const service: { fault?: ApiAnswer } = {};
  const { url } = await startApiServer((call) => service.fault ?? answer(call, kept));
  const { id } = await makeProvider({
    kind,
    settings: settings(url),
    secrets: { apiKey: PLAIN_KEY },
    active: false,
    company,
  });
  return Object.assign(service, { id });
}

const take = (id: string, name: string, over: object = {}) =>
  takeMailTemplate(testContext, { ...TakeInput.parse({ language: 'en', ...over }), id, name });

describe.each(Object.keys(MAIL_TEMPLATE_PLAYS) as TemplateDialect[])('the templates of %s', (kind) => {
  it('are listed past the first page', async () => {
    const kept = Array.from({ length: MAIL_TEMPLATE_PLAYS[kind].page + 3 }, () => keep(kind));
    const { id } = await make(kind, kept);
    const { data } = await listMailTemplates(testContext, { id });
    expect(new Set(data.map(({ name }) => name))).toEqual(new Set(kept.map((one) => one.id)));
    expect(data[0]).toMatchObject({ taken: null, changed: null });
    const empty = await make(kind, []);
    expect(await listMailTemplates(testContext, { id: empty.id })).toEqual({ data: [] });
  });

  it('are shown in our words first, then taken over, and say the same', async () => {
    const kept = keep(kind);
    const { id } = await make(kind, [kept]);
    const shown = await getMailTemplate(testContext, { id, name: kept.id });
    expect(shown).toMatchObject({ title: kept.title, problems: [], taken: null, ours: null });
    const names = kind === 'postmark' ? ['name', 'link', 'footer'] : ['name', 'link'];
    expect(shown.variables.map(({ name }) => name).sort()).toEqual(names.sort());

    const took = await take(id, kept.id, { publish: true });
    expect(took).toMatchObject({ number: 1, change: 'created' });
    const ours = await getTemplate(testContext, { id: took.template });
    expect(ours).toMatchObject({ published: 1, title: kept.title, current: { problems: [] } });
    const variables = { name: 'Ana', link: 'https://example.com/pay' };
    const mail = await previewTemplate(testContext, { id: ours.id, ...PreviewInput.parse({ variables }) });
    expect(mail.subject).toBe('For Ana');
    expect(mail.html).toContain('Hi Ana, <a href="https://example.com/pay">pay</a>');
    const without = await previewTemplate(testContext, {
      id: ours.id,
      ...PreviewInput.parse({ variables: {} }),
    });
    expect(without.html).toContain('Hi you,');
  });

  it('become the next version where they changed there, and nothing where they did not', async () => {
    const kept = keep(kind);
    const { id } = await make(kind, [kept]);
    const { template } = await take(id, kept.id, {
      title: 'Our receipt',
      key: `ours-${kept.id.replace(/\W/g, '')}`,
    });
    expect(await take(id, kept.id)).toEqual({ template, number: 1, change: 'same' });
    expect(await getMailTemplate(testContext, { id, name: kept.id })).toMatchObject({
      changed: false,
      taken: { template, ahead: false },
    });

    kept.html = kept.html.replace('pay', 'pay now').replace('Hi', 'Hello');
    kept.at = new Date('2026-05-06T07:08:09Z');
    expect(await getMailTemplate(testContext, { id, name: kept.id })).toMatchObject({
      changed: true,
      html: expect.stringContaining('pay now'),
      ours: { html: expect.not.stringContaining('pay now') },
    });
    const [row] = (await listMailTemplates(testContext, { id })).data;
    // Mailgun and Postmark do not tell in their lists when one was changed.
    expect(row).toMatchObject({ changed: kind === 'sendgrid' || kind === 'brevo' ? true : null });
    expect(await take(id, kept.id)).toEqual({ template, number: 2, change: 'saved' });
    expect(await getTemplate(testContext, { id: template })).toMatchObject({
      title: 'Our receipt',
      published: null,
    });
  });

  it('say why they cannot be read, and what is not there', async () => {
    const service = await make(kind, [keep(kind)]);
    service.fault = { status: 403, body: { message: `no, not with ${PLAIN_KEY}` } };
    const refused = listMailTemplates(testContext, { id: service.id });
    await expect(refused).rejects.toMatchObject({ code: 'conflict', detail: expect.stringContaining('403') });
    await expect(refused).rejects.not.toMatchObject({ detail: expect.stringContaining(PLAIN_KEY) });
    service.fault = { status: 200, body: { hello: 'there' } };
    await expect(listMailTemplates(testContext, { id: service.id })).rejects.toMatchObject({
      code: 'conflict',
    });
    service.fault = undefined;
    await expect(getMailTemplate(testContext, { id: service.id, name: '99' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

it('what a person declared of a variable stays, and new ones come', async () => {
  const kept = keep('sendgrid');
  const { id } = await make('sendgrid', [kept]);
  const { template } = await take(id, kept.id);
  const { current } = await getTemplate(testContext, { id: template });
  const variables = current.variables.map((one) => ({
    ...one,
    required: true,
    example: 'https://example.com',
  }));
  await saveVersion(testContext, {
    id: template,
    ...VersionInput.parse({ texts: current.texts, variables }),
  });
  kept.html += '{{total}}';
  expect(await getMailTemplate(testContext, { id, name: kept.id })).toMatchObject({ taken: { ahead: true } });
  await take(id, kept.id);
  const after = (await getTemplate(testContext, { id: template })).current.variables;
  expect(after.map(({ name, required }) => [name, required])).toEqual([
    ['name', true],
    ['link', true],
    ['total', false],
  ]);
});

it.each([
  ['something was left out', '<p>{{> footer}}</p>', { code: 'partial', shown: 'footer' }],
  [
    'a variable is called otherwise',
    '<p>{{company}}</p>',
    { code: 'renamed', shown: 'company → company_value' },
  ],
])('is a draft where %s, whatever was asked for', async (_what, html, problem) => {
  const kept = keep('sendgrid', { html });
  const { id } = await make('sendgrid', [kept]);
  const { problems } = await getMailTemplate(testContext, { id, name: kept.id });
  expect(problems).toEqual([{ part: 'html', line: 1, ...problem }]);
  const { template } = await take(id, kept.id, { publish: true });
  expect(await getTemplate(testContext, { id: template })).toMatchObject({ published: null });
});

it('belongs to the company of its provider, and is called as programs call it there', async () => {
  const company = await makeCompany();
  const kept = keep('sendgrid');
  const { id } = await make('sendgrid', [kept], company.id);
  const { template } = await take(id, kept.id);
  expect(template).toBe(kept.id.slice(2));
  expect(await getTemplate(testContext, { id: template })).toMatchObject({ company: company.key });
  const bound = { ...testContext, companyId: (await makeCompany()).id };
  await expect(listMailTemplates(bound, { id })).rejects.toMatchObject({ code: 'not_found' });
});

it('is not to be had of a provider that keeps none', async () => {
  const { id } = await makeProvider();
  await expect(listMailTemplates(testContext, { id })).rejects.toMatchObject({
    code: 'conflict',
    options: expect.objectContaining({ reason: expect.objectContaining({ code: 'no_mail_templates' }) }),
  });
});
