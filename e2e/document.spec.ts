import { writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { chooseTechnical, expectAccessible, PASSWORD, signIn, watchConsole } from './support/panel';
import { test } from './support/test';

const t = translator('en');

const DOCUMENT = `relevo: 1
settings: { delivery: { breaker: { openSeconds: 77 } } }
providers:
  Carried over: { kind: sandbox, settings: {} }
`;

test('everything goes out into a file and comes in from one, after a look at the plan', async ({
  system,
  page,
}, info) => {
  test.setTimeout(120_000);
  const browserConsole = watchConsole(page);
  await system.relevo('admin', 'create', '--email', 'document@example.com', '--password', PASSWORD);
  await signIn(page, 'document@example.com');
  await page.goto('/settings');

  await test.step('out', async () => {
    const file = page.waitForEvent('download');
    await page.getByRole('link', { name: t('configuration.export') }).click();
    expect((await file).suggestedFilename()).toMatch(/^relevo-\d{4}-\d\d-\d\d\.yaml$/);
  });

  await test.step('what is wrong is said with its line, and nothing is changed', async () => {
    await page.getByRole('link', { name: t('configuration.import.title') }).click();
    const wrong = info.outputPath('wrong.yaml');
    writeFileSync(wrong, DOCUMENT.replace('kind', 'knid'));
    await page.locator('input[type=file]').setInputFiles(wrong);
    await page.getByRole('button', { name: t('configuration.import.look') }).click();
    const refused = page.getByRole('alert').filter({ hasText: t('configuration.import.refused') });
    await expect(refused).toContainText(t('flaws.unknown_field_meant', { meant: 'kind' }));
    await expect(refused).toContainText('4');
    await expectAccessible(page);
  });

  await test.step('in, once the plan was read', async () => {
    const right = info.outputPath('right.yaml');
    writeFileSync(right, DOCUMENT);
    await page.locator('input[type=file]').setInputFiles(right);
    await page.getByRole('button', { name: t('configuration.import.look') }).click();
    const plan = page.getByRole('status').filter({ hasText: t('configuration.import.plan') });
    await expect(plan).toContainText('Carried over');
    expect(await system.relevo('provider', 'list')).not.toContain('Carried over');
    await expectAccessible(page);
    await page.getByRole('button', { name: t('configuration.import.apply', { count: 2 }) }).click();
    await expect(
      page
        .getByRole('status')
        .filter({ hasText: t('configuration.counts', { added: 1, changed: 1, removed: 0 }) }),
    ).toContainText(t('configuration.import.done'));
    expect(await system.relevo('provider', 'list')).toContain('Carried over');
    expect(await system.relevo('settings', 'show', 'delivery.breaker.openSeconds')).toContain('=77');
  });

  await test.step('a technician has its text', async () => {
    await chooseTechnical(page);
    await page.getByRole('button', { name: t('configuration.import.load') }).click();
    await expect(page.getByRole('textbox', { name: t('configuration.import.text') })).toContainText(
      'relevo: 1',
    );
    await expectAccessible(page);
  });
  browserConsole.expectNone();
});
