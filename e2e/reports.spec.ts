import { expect } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { paths } from '@/lib/paths';
import { type Held, HOOK_PLAYS } from '@/lib/testing/hook-plays';
import { type HeldThere, LIST_PLAYS } from '@/lib/testing/list-plays';
import { type System, startSystem } from '@/lib/testing/system';
import { expectAccessible, PASSWORD, signIn } from './support/panel';
import { addProviders } from './support/providers';
import { startService } from './support/service';
import { show } from './support/show';
import { test } from './support/test';

const t = translator('en');
const EMAIL = 'reports@example.com';
const ADDRESS = 'https://relevo.example.com';

let own: System;
test.beforeAll(async () => {
  test.setTimeout(320_000);
  own = await startSystem({ PUBLIC_URL: ADDRESS, RELEVO_PRIVATE_TARGETS: '127.0.0.0/8' });
  await own.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD);
});
test.afterAll(() => own?.stop());

test('one press has a service told where to post; a key that may not is explained with the menu', async ({
  page,
}) => {
  test.setTimeout(150_000);
  const held: Held = [];
  const { settings, secrets, answer } = HOOK_PLAYS.postmark;
  const service = await startService((call) => answer(call, held));
  const name = 'Clinic by Postmark';
  try {
    await addProviders(own, { name, kind: 'postmark', settings: settings(service.url), secrets });
    await signIn(page, EMAIL, own.url);
    await page.goto(`${own.url}/providers/${encodeURIComponent(name)}`);
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
    const button = page.getByRole('button', { name: t('providers.reports.setUp.button') });

    /** On a page of its own: within half a second of an answer it would be the same press (`components/layout/one-press.ts`). */
    const pressAgain = async (outcome: 'made' | 'kept') => {
      await page.reload();
      await button.click();
      await expect(page.getByText(t(`providers.reports.setUp.done.${outcome}`))).toBeVisible();
    };

    service.state.refuses = true;
    await button.click();
    await expect(page.getByText(t('providers.reports.setUp.permission.postmark'))).toBeVisible();
    expect(held).toEqual([]);

    service.state.refuses = false;
    await pressAgain('made');
    expect(held).toMatchObject([{ Url: expect.stringMatching(`^${ADDRESS}/api/hooks/`) }]);
    const { Password } = held[0]!.HttpAuth as { Password: string };
    expect(await page.content()).not.toContain(Password);

    await pressAgain('kept');
    expect(held).toHaveLength(1);
    await expectAccessible(page);
    await show(page, 'reports-set-up');

    // As the service does it from now on.
    const [{ Url }] = held as [{ Url: string }];
    const authorization = `Basic ${Buffer.from(`relevo:${Password}`).toString('base64')}`;
    const posted = await fetch(Url.replace(ADDRESS, own.url), {
      method: 'POST',
      headers: { authorization },
      body: JSON.stringify({ RecordType: 'Delivery' }),
    });
    expect(posted.status).toBe(200);
    // The page looks every ten seconds.
    await expect(page.getByRole('button', { name: t('providers.reports.setUp.again') })).toBeVisible({
      timeout: 30_000,
    });
  } finally {
    await service.close();
  }
});

test('the list of a service is read, its difference shown, and taken over once somebody says so', async ({
  page,
}) => {
  test.setTimeout(150_000);
  const at = new Date('2026-11-01T12:00:00Z');
  const held: HeldThere[] = [
    { list: 'hardBounce', address: 'bounced@example.com', at, reason: 'no such mailbox' },
    { list: 'contactFlaggedAsSpam', address: 'complained@example.com', at },
  ];
  const { settings, secrets, answer } = LIST_PLAYS.brevo;
  const service = await startService((call) => answer(call, held));
  const name = 'Clinic by Brevo';
  try {
    await addProviders(own, { name, kind: 'brevo', settings: settings(service.url), secrets });
    await signIn(page, EMAIL, own.url);
    await page.goto(`${own.url}/providers/${encodeURIComponent(name)}`);
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
    await page.getByRole('button', { name: t('providers.lists.read'), exact: true }).click();
    await expect(page.getByText(t('providers.lists.theirs', { count: 2 }))).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText('bounced@example.com')).toBeVisible();
    await expectAccessible(page);
    await show(page, 'reports-list');

    await page.getByRole('button', { name: t('providers.lists.apply'), exact: true }).click();
    const question = page.getByRole('dialog', { name: t('providers.lists.applyTitle') });
    await question.getByRole('button', { name: t('providers.lists.applyConfirm'), exact: true }).click();
    await expect(page.getByText(t('providers.lists.theirs', { count: 0 }))).toBeVisible({ timeout: 30_000 });
    expect(held).toHaveLength(2);

    await page.goto(own.url + paths.suppressions());
    await expect(page.getByRole('heading', { name: t('suppressions.title'), level: 1 })).toBeVisible();
    for (const { address } of held) await expect(page.getByText(address).first()).toBeVisible();
  } finally {
    await service.close();
  }
});
