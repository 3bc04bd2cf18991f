import { expect } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { paths } from '@/lib/paths';
import { expectAccessible, PASSWORD, signIn, watchConsole } from './support/panel';
import { test } from './support/test';
import { press } from './support/wizard';

const t = translator('en');
const EMAIL = 'logs@example.com';

test.beforeAll(({ system }) =>
  system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD, '--role', 'technician'),
);

test.afterAll(({ system }) => system.relevo('settings', 'reset', 'delivery.worker.concurrency'));

test('a technician reads what all processes log, and has them tell more for a while', async ({
  page,
  system,
}) => {
  const browserConsole = watchConsole(page);
  await signIn(page, EMAIL);
  await page.goto(paths.logs());
  const lines = page.getByRole('list', { name: t('workers.logs.lines') });
  await expect(page.getByText(/^From \d+ process/)).toBeVisible();
  // What another process logs while somebody looks comes by itself.
  await system.relevo('settings', 'set', 'delivery.worker.concurrency=23');
  await expect(lines).toContainText('queue pool resized');
  await expectAccessible(page);

  await press(page, 'workers.logs.level.button');
  const window = page.getByRole('dialog');
  await window.getByRole('button', { name: t('workers.logs.level.submit') }).click();
  // What all of them hear is told by the database, and so is who did it.
  const notice = page.getByRole('status').filter({ hasText: EMAIL });
  await expect(notice).toContainText(t('workers.logs.from.debug'));
  await notice.getByRole('button', { name: t('workers.logs.level.back') }).click();
  await expect(notice).toHaveCount(0);

  await page.goto(paths.logs({ q: 'pool resized', process: 'worker' }));
  await expect(lines).toContainText('queue pool resized');
  await page.goto(paths.logs({ q: 'pool resized', process: 'web' }));
  await expect(page.getByText(t('workers.logs.empty.title'))).toBeVisible();
  await page.goto(paths.workers());
  await expect(page.getByRole('region', { name: t('workers.processes.title') })).toContainText(
    t('workers.processes.kinds.web'),
  );
  await expectAccessible(page);
  browserConsole.expectNone();
});
