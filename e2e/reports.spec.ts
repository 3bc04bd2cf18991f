import { expect } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { HOOK_PLAYS } from '@/lib/testing/hook-plays';
import { type System, startSystem } from '@/lib/testing/system';
import { startHookService } from './support/hook-service';
import { expectAccessible, PASSWORD, signIn } from './support/panel';
import { addProviders } from './support/providers';
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
  const service = await startHookService('postmark');
  const { settings, secrets } = HOOK_PLAYS.postmark;
  const name = 'Clinic by Postmark';
  try {
    await addProviders(own, { name, kind: 'postmark', settings: settings(service.url), secrets });
    await signIn(page, EMAIL, own.url);
    await page.goto(`${own.url}/providers/${encodeURIComponent(name)}`);
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
    const button = page.getByRole('button', { name: t('providers.reports.setUp.button') });

    service.state.refuses = true;
    await button.click();
    await expect(page.getByText(t('providers.reports.setUp.permission.postmark'))).toBeVisible();
    expect(service.held).toEqual([]);

    service.state.refuses = false;
    await button.click();
    await expect(page.getByText(t('providers.reports.setUp.done.made'))).toBeVisible();
    expect(service.held).toMatchObject([{ Url: expect.stringMatching(`^${ADDRESS}/api/hooks/`) }]);
    const { Password } = service.held[0]!.HttpAuth as { Password: string };
    expect(await page.content()).not.toContain(Password);

    await button.click();
    await expect(page.getByText(t('providers.reports.setUp.done.kept'))).toBeVisible();
    expect(service.held).toHaveLength(1);
    await expectAccessible(page);
    await show(page, 'reports-set-up');

    // As the service does it from now on.
    const [{ Url }] = service.held as [{ Url: string }];
    const authorization = `Basic ${Buffer.from(`relevo:${Password}`).toString('base64')}`;
    const posted = await fetch(Url.replace(ADDRESS, own.url), {
      method: 'POST',
      headers: { authorization },
      body: JSON.stringify({ RecordType: 'Delivery' }),
    });
    expect(posted.status).toBe(200);
    await expect(page.getByRole('button', { name: t('providers.reports.setUp.again') })).toBeVisible();
  } finally {
    await service.close();
  }
});
