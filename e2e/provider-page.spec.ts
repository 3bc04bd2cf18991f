import { expect } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { startMailServer } from './support/mail-server';
import { expectAccessible, PASSWORD, signIn, watchConsole } from './support/panel';
import { addProviders } from './support/providers';
import { test } from './support/test';
import { field, press } from './support/wizard';

const t = translator('en');
const MAILBOX_PASSWORD = 'open sesame 2026';

test('a technician sees and changes all of a provider: form, JSON, keys, tests', async ({ system, page }) => {
  test.setTimeout(150_000);
  const mailServer = await startMailServer(MAILBOX_PASSWORD);
  const browserConsole = watchConsole(page);
  const provider = {
    name: 'Print room',
    kind: 'smtp',
    settings: { host: '127.0.0.1', port: mailServer.port, security: 'none', username: 'clinic' },
    secrets: { password: MAILBOX_PASSWORD },
    fromEmail: 'clinic@example.com',
  };
  try {
    await addProviders(system, provider);
    await system.relevo('admin', 'create', '--email', 'technician@example.com', '--password', PASSWORD);
    await signIn(page, 'technician@example.com');
    await page.goto('/');
    await page.getByText(t('shell.mode.technical'), { exact: true }).click();

    await test.step('test all of them at once', async () => {
      await page.goto('/providers/checks');
      await press(page, 'checks.all.run');
      const row = page.getByRole('listitem').filter({ hasText: 'Print room' });
      await expect(row.getByText(t('checks.all.ok'), { exact: true })).toBeVisible();
      await expectAccessible(page);
    });

    await test.step('its page is found by its name too, blank and all', async () => {
      await page.goto('/providers/Print room');
      await expect(page.getByRole('heading', { name: 'Print room', level: 1 })).toBeVisible();
    });

    await test.step('figures, tests and the transcript, without the password', async () => {
      await page.goto('/providers');
      await page.getByRole('link', { name: 'Print room' }).click();
      await press(page, 'providers.test.run');
      await expect(page.getByText(/C: EHLO/)).toBeVisible();
      await expect(page.getByText(/AUTH \w+ ••••/)).toBeVisible();
      await expect(page.getByText(t('providers.figures.name.averageMs'))).toBeVisible();
      await expectAccessible(page);
      expect(await page.content()).not.toContain(MAILBOX_PASSWORD);
    });

    await test.step('every setting in the form', async () => {
      await page.getByRole('tab', { name: t('providers.tabs.settings') }).click();
      await field(page, 'pool_maxConnections').fill('3');
      await press(page, 'common.save');
      await expect(page.getByText(t('providers.saved')).first()).toBeVisible();
      await expectAccessible(page);
    });

    await test.step('breaker, retries, tries at once and pace of its own; what is left empty says what holds', async () => {
      const own = (name: string) => page.getByRole('textbox', { name, exact: true });
      const failures = own(t('settings.fields.delivery_breaker_failures.label'));
      await expect(failures).toHaveAttribute('placeholder', /as the settings say: 5/);
      await failures.fill('2');
      await own(t('settings.fields.delivery_retries_immediateTries.label')).fill('1');
      await own(t('settings.fields.delivery_pace_failOverAfterSeconds.label')).fill('20');
      await own(t('providers.form.overrides.fields.pace_connections.label')).fill('4');
      await own(t('providers.form.limit.second')).fill('9');
      const faults = page.getByRole('combobox', {
        name: t('settings.fields.delivery_retries_faultMinutes.label'),
        exact: true,
      });
      await faults.fill('7');
      await faults.press('Enter');
      await press(page, 'common.save');
      // The notice of the save before may still be there, and so may providers of other specs.
      await expect
        .poll(async () => {
          const { data } = JSON.parse(await system.relevo('provider', 'list', '--json'));
          return data.find(({ name }: { name: string }) => name === provider.name);
        })
        .toMatchObject({
          limits: { second: 9 },
          overrides: {
            breaker: { failures: 2 },
            retries: { immediateTries: 1, faultMinutes: [7] },
            pace: { failOverAfterSeconds: 20, connections: 4 },
          },
        });
    });

    await test.step('as JSON: a mistake is named by field and line, secrets are masks', async () => {
      await page.getByText(t('providers.json.ways.json'), { exact: true }).click();
      const editor = page.getByLabel(t('providers.json.label'));
      const text = await editor.inputValue();
      expect(text).toContain('"password": "••••"');
      expect(text).toContain('"maxConnections": 3');
      await editor.fill(text.replace(/"port": \d+/, '"port": 99999'));
      await press(page, 'common.save');
      const mistake = page.getByRole('alert').filter({ hasText: /settings\.port, line \d+: At most 65535/ });
      await expect(mistake).toBeVisible();
      await expectAccessible(page);
      await editor.fill(text.replace(/"priority": \d+/, '"priority": 70'));
      await press(page, 'common.save');
      await expect(page.getByLabel(t('providers.json.label'))).toHaveValue(/"priority": 70/);
      await expect(mistake).toHaveCount(0);
    });

    await test.step('a second key, used at once', async () => {
      await page.getByRole('tab', { name: t('providers.tabs.keys') }).click();
      await press(page, 'providers.keys.add');
      await page.getByRole('textbox', { name: t('providers.keys.label') }).fill('autumn');
      await page.getByLabel(t('providers.fields.password.label')).first().fill('another password');
      await expectAccessible(page);
      await press(page, 'providers.keys.save');
      const row = page.getByRole('listitem').filter({ hasText: 'autumn' });
      await row.getByRole('button', { name: t('providers.keys.use') }).click();
      await expect(row.getByText(t('providers.keys.active'))).toBeVisible();
      await page.getByRole('tab', { name: t('providers.tabs.overview') }).click();
      await press(page, 'providers.test.run');
      await expect(page.getByText(t('tests.causes.auth', { name: 'Print room' }))).toBeVisible();
      // It failed a test, and is asked all the same.
      await expect(page.getByText(t('providers.trouble.stillAsked'))).toBeVisible();
    });

    await test.step('pause, resume and delete', async () => {
      await press(page, 'providers.pause');
      await press(page, 'providers.resume');
      // Its last test failed, so it is asked.
      await press(page, 'providers.doubts.confirm');
      await expect(page.getByRole('button', { name: t('providers.pause') })).toBeVisible();
      await press(page, 'common.delete');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t('providers.delete.confirm') })
        .click();
      await page.waitForURL((url) => url.pathname === '/providers');
      await expect(page.getByText(t('providers.deleted', { name: 'Print room' }))).toBeVisible();
    });
    browserConsole.expectNone();
  } finally {
    await mailServer.close();
  }
});

test('the failover is tried between two sandboxes', async ({ system, page }) => {
  test.setTimeout(90_000);
  const sandbox = { kind: 'sandbox', settings: {}, fromEmail: 'relevo@sandbox.test' };
  await addProviders(system, { ...sandbox, name: 'Left' }, { ...sandbox, name: 'Right' });
  await system.relevo('admin', 'create', '--email', 'failover@example.com', '--password', PASSWORD);
  await signIn(page, 'failover@example.com');
  await page.goto('/providers/checks');
  await press(page, 'checks.failover.run');
  await expect(page.getByText(/^It works: .+ failed and .+ took the message\.$/)).toBeVisible();
  await expectAccessible(page);
});
