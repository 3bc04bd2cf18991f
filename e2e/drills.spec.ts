import { expect } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { chooseTechnical, expectAccessible, PASSWORD, signIn, watchConsole } from './support/panel';
import { addProviders, removeProviders } from './support/providers';
import { test } from './support/test';
import { press } from './support/wizard';

const t = translator('en');
const sandbox = { kind: 'sandbox', settings: {}, fromEmail: 'clinic@example.com' };
const PROVIDERS = [
  { ...sandbox, name: 'Drill-own', priority: 100 },
  { ...sandbox, name: 'Drill-backup', priority: 99, costPerMessage: '0.001' },
];

test.beforeAll(async ({ system }) => {
  await system.relevo('admin', 'create', '--email', 'rehearser@example.com', '--password', PASSWORD);
  await addProviders(system, ...PROVIDERS);
});

test.afterAll(({ system }) => removeProviders(system, ...PROVIDERS.map(({ name }) => name)));

const TEST_MESSAGES = 8;

/** Five faults open the breaker, of which one may be a health check's; one or two messages more may be on their way by then. */
function anyOf(text: (count: number) => string): RegExp {
  const escaped = [4, 5, 6, 7].map((count) => text(count).replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(escaped.join('|'));
}

test('a technician rehearses an outage, sees who takes over and brings the provider back', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const slow = { timeout: 30_000 };
  const browserConsole = watchConsole(page);
  await signIn(page, 'rehearser@example.com');
  await page.goto('/');
  await chooseTechnical(page);

  await test.step('start: the first provider is played as down, with test messages', async () => {
    await page.getByRole('link', { name: t('drills.title') }).click();
    // In the heading; the empty list below offers it as well, once it has loaded.
    await page
      .getByRole('button', { name: t('drills.start'), exact: true })
      .first()
      .click();
    const form = page.getByRole('dialog');
    await expect(form.getByText(t('drills.form.sandboxNote', { name: 'Drill-own' }))).toBeVisible();
    await form.getByLabel(t('drills.form.minutes'), { exact: true }).fill('0');
    await press(page, 'drills.form.submit');
    await expect(form.getByText(t('flaws.too_low', { min: 1 })).first()).toBeVisible();
    await form.getByLabel(t('drills.form.minutes'), { exact: true }).fill('5');
    await form.getByLabel(t('drills.form.messages'), { exact: true }).fill(String(TEST_MESSAGES));
    await expectAccessible(page);
    await press(page, 'drills.form.submit');
    await expect(
      page.getByRole('heading', { level: 1, name: t('drills.heading.down', { name: 'Drill-own' }) }),
    ).toBeVisible(slow);
  });

  await test.step('the report, live', async () => {
    const takers = page.getByRole('region', { name: t('drills.failovers.title') });
    await expect(
      takers.getByText(anyOf((messages) => t('drills.failovers.messages', { messages }))),
    ).toBeVisible(slow);
    await expect(takers.getByText('Drill-backup')).toBeVisible();
    const title = anyOf((touched) => t('drills.verdict.allSent.title', { touched }));
    await expect(page.getByRole('status').filter({ hasText: title })).toBeVisible();
    const timeline = page.getByRole('region', { name: t('drills.timeline.title') });
    await expect(timeline.getByText(/Stopped by itself after 5 failures in a row/)).toBeVisible();
    await expect(
      page.getByText(anyOf((passed) => t('drills.about.around', { around: TEST_MESSAGES - passed }))),
    ).toBeVisible(slow);
    await expectAccessible(page);
  });

  await test.step('the end, by hand', async () => {
    await press(page, 'drills.end.label');
    await expect(page.getByText(t('drills.state.stopped'), { exact: true })).toBeVisible();
    await expect(page.getByText(t('drills.timeline.notBack'))).toBeVisible();
  });

  await test.step('the provider waits for its next try, and need not', async () => {
    await page.getByRole('link', { name: t('drills.about.showProvider', { name: 'Drill-own' }) }).click();
    await expect(page.getByText(t('providers.trouble.stopped'))).toBeVisible();
    await expectAccessible(page);
    await press(page, 'providers.tryNow.label');
    const history = page.getByRole('region', { name: t('providers.changes.title') });
    await expect(
      history.getByText(t('providers.changes.try_now', { actor: 'rehearser@example.com' })),
    ).toBeVisible();
    await expect(history.getByText(t('providers.changes.breaker_closed'))).toBeVisible(slow);
    await expect(page.getByText(t('providers.trouble.stopped'))).toHaveCount(0);
  });
  browserConsole.expectNone();
});
