import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sql } from '@/lib/database/db';
import { forgetEnv } from '@/lib/env';
import { subscribeToList } from '@/lib/lists/subscribe';
import { makeCampaign, NEWSLETTER, plantContacts, runToEnd } from '@/lib/testing/campaigns';
import { makeContact } from '@/lib/testing/contacts';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { makeList } from '@/lib/testing/lists';
import { makeTemplate, mjml } from '@/lib/testing/templates';
import { startCampaign } from '../start';
import { answerArchived, answerFeed } from './answer';
import { publishCampaign, unpublishCampaign } from './publish';

useDatabaseForEachTest();
beforeEach(async () => {
  vi.stubEnv('PUBLIC_URL', 'https://relevo.example');
  forgetEnv();
  await makeProvider({ fromEmail: 'news@school.example' });
});

async function sent(input: Parameters<typeof makeCampaign>[0] = {}) {
  await plantContacts(1);
  const { id } = await makeCampaign(input);
  await startCampaign(testContext, { id, anyway: true });
  return runToEnd(id);
}

const visit = (path: string, headers: Record<string, string> = {}) =>
  new Request(`https://relevo.example${path}`, { headers });
const page = (id: string, headers = {}) => answerArchived(visit(`/api/a/${id}`, headers), id);
const feed = (of: string) => answerFeed(visit(`/api/a/rss/${of}`), of);

describe('a campaign for everybody to read', () => {
  it('is there only once somebody published it, and gone when they take it away', async () => {
    const { id, archive } = await sent();
    expect(archive).toBeNull();
    expect((await page(id)).status).toBe(404);
    const published = await publishCampaign(testContext, { id });
    expect(published.archive).toEqual({
      url: `https://relevo.example/api/a/${id}`,
      feeds: ['https://relevo.example/api/a/rss/shared'],
    });
    expect((await page(id)).status).toBe(200);
    await unpublishCampaign(testContext, { id });
    expect((await page(id)).status).toBe(404);
    expect(await (await feed('shared')).text()).not.toContain(id);
  });

  it('shows nobody’s name and address, and can unsubscribe nobody', async () => {
    const { id } = await sent();
    await publishCampaign(testContext, { id });
    const html = await (await page(id)).text();
    expect(html).toContain('Hola a todos.');
    expect(html).toContain('https://escuela.example.com/novedades');
    expect(html).not.toMatch(/Person 1|p1@|\/api\/u\/|\/api\/t\/|relevo\.invalid/);
  });

  it('may run nothing, send nothing and be framed by nobody', async () => {
    const { id } = await sent();
    await publishCampaign(testContext, { id });
    const { headers } = await page(id);
    const policy = headers.get('content-security-policy')!;
    expect(policy).toMatch(/^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script|same-origin/);
    expect([headers.get('x-content-type-options'), headers.get('referrer-policy')]).toEqual([
      'nosniff',
      'no-referrer',
    ]);
  });

  it('leaves empty what only contacts have', async () => {
    const source = mjml('Estimada {{ pupil }}. <a href="{{ unsubscribe_url }}">Darme de baja</a>');
    const { key } = await makeTemplate({
      ...NEWSLETTER,
      texts: { es: { ...NEWSLETTER.texts.es, subject: 'Notas de {{ pupil }}', source } },
      variables: [{ name: 'pupil', required: true, example: 'Ana' }],
    });
    await makeContact({ email: 'parent@example.com', fields: { pupil: 'Lucía' } });
    const { id } = await sent({ template: key, variables: {} });
    await publishCampaign(testContext, { id });
    const shown = (await (await page(id)).text()) + (await (await feed('shared')).text());
    expect(shown).toContain('Estimada .');
    expect(shown).not.toMatch(/Lucía|Ana/);
  });

  it('is in the language of who reads it', async () => {
    const en = {
      subject: 'News',
      preheader: 'What happened this month at our school',
      source: mjml('Hello. <a href="{{ unsubscribe_url }}">Unsubscribe</a>'),
    };
    const { key } = await makeTemplate({ ...NEWSLETTER, texts: { ...NEWSLETTER.texts, en } });
    const { id } = await sent({ template: key });
    await publishCampaign(testContext, { id });
    const inEnglish = await page(id, { 'accept-language': 'en-GB,en;q=0.9' });
    expect(inEnglish.headers.get('content-language')).toBe('en');
    expect(await inEnglish.text()).toContain('Hello.');
    expect((await page(id, { 'accept-language': 'de' })).headers.get('content-language')).toBe('es');
  });

  it('stands in the feed of its list, escaped', async () => {
    const list = await makeList({ title: 'Parents & friends' });
    const contacts = [{ email: 'ana@example.com' }];
    await subscribeToList(testContext, { id: list.id, contacts, confirmed: true, again: false });
    const { id } = await sent({ audience: { lists: [list.id] }, language: 'es', subject: 'A < B & "C"' });
    await publishCampaign(testContext, { id });
    const answer = await feed(list.id);
    expect(answer.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8');
    const xml = await answer.text();
    expect(xml).toContain('<title>Parents &#38; friends</title>');
    expect(xml).toContain(
      `<title>A &#60; B &#38; &#34;C&#34;</title><link>https://relevo.example/api/a/${id}</link>`,
    );
    expect((await feed('01999999-0000-7000-8000-000000000000')).status).toBe(404);
    expect((await feed('nobody')).status).toBe(404);
  });

  it('is refused of what was never sent, and where nobody could read it', async () => {
    const reason = (id: string) =>
      publishCampaign(testContext, { id }).catch((error) => error.options.reason.code);
    const { id } = await makeCampaign();
    expect(await reason(id)).toBe('campaign_state');
    const { id: over } = await sent();
    vi.stubEnv('PUBLIC_URL', '');
    forgetEnv();
    expect(await reason(over)).toBe('campaign_unreachable');
    expect((await sql()`select archived from campaigns where archived`).length).toBe(0);
  });
});
