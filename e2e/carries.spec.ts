import { expect } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { chooseTechnical, expectAccessible, PASSWORD, signIn, watchConsole } from './support/panel';
import { addProviders, removeProviders } from './support/providers';
import { test } from './support/test';

const t = translator('en');
const FROM = 'clinic@example.com';
const PROVIDERS = [
  { kind: 'postmark', name: 'Carries-postmark', priority: 100, secrets: { apiKey: 'key' } },
  { kind: 'sandbox', name: 'Carries-never', priority: 50, recipientDomains: { never: ['sandbox.test'] } },
  { kind: 'sandbox', name: 'Carries-sandbox', priority: 10 },
].map((provider) => ({ settings: {}, fromEmail: FROM, ...provider }));
const takes = (what: string, detail = '') =>
  t('routing.reason.cannot_carry', { what, detail, limit: '0' }) as string;

test.beforeAll(async ({ system }) => {
  await system.relevo('admin', 'create', '--email', 'carries@example.com', '--password', PASSWORD);
  await addProviders(system, ...PROVIDERS);
});

test.afterAll(({ system }) => removeProviders(system, ...PROVIDERS.map(({ name }) => name)));

test('compose says who will not take what was put together, while it can be changed', async ({ page }) => {
  const browserConsole = watchConsole(page);
  await signIn(page, 'carries@example.com');
  await page.goto('/messages/compose');
  const note = page.getByRole('status').filter({ hasText: 'Carries-postmark' });
  await expect(page.getByLabel(t('messages.compose.subject'))).toBeVisible();
  await expect(note).toBeHidden();
  const file = { name: 'datos.mdb', mimeType: 'application/octet-stream', buffer: Buffer.from('x') };
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(note).toContainText(takes('file_type', '.mdb'));
  await expectAccessible(page);
  browserConsole.expectNone();
});

test('a message says who did not carry it, and to whom somebody does not', async ({ system, page }) => {
  const token = await system.relevo('token', 'create', '--name', 'carries', '--scopes', 'messages:send');
  const answer = await page.request.post('/api/v1/messages', {
    headers: { authorization: `Bearer ${token.trim()}`, prefer: 'wait=10' },
    data: {
      to: 'ana@sandbox.test',
      subject: 'With a database',
      text: 'Hi',
      attachments: [{ filename: 'datos.mdb', content: 'eA==' }],
      providers: PROVIDERS.map(({ name }) => name),
    },
  });
  const { id } = await answer.json();
  await signIn(page, 'carries@example.com');
  await page.goto(`/messages/${id}`);
  await chooseTechnical(page);
  const ranking = page.getByRole('table', { name: t('messages.why.label') }).first();
  const row = (name: string) => ranking.getByRole('row').filter({ hasText: name });
  await expect(row('Carries-postmark')).toContainText(takes('file_type', '.mdb'));
  await expect(row('Carries-never')).toContainText(t('routing.reason.recipient_domain'));
  await expectAccessible(page);
});
