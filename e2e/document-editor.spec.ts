import { writeFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { chooseTechnical, expectAccessible, PASSWORD, signIn, watchConsole } from './support/panel';
import { test } from './support/test';

const t = translator('en');
const NAME = 'Edited as text';
const LOOK = { name: t('configuration.import.look') };

/** All of the text is written anew, as by somebody who pastes it. */
async function write(page: Page, change: (text: string) => string) {
  const editor = page.getByRole('textbox', { name: t('configuration.import.text') });
  const text = (await editor.locator('.cm-line').allTextContents()).join('\n');
  await editor.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(change(text));
  return editor;
}

const weighed = (weight: number) => (text: string) => text.replace(/weight: \d+/, `weight: ${weight}`);

test('one thing is changed as text, with help, and nobody else is overwritten', async ({
  system,
  page,
}, info) => {
  test.setTimeout(150_000);
  const browserConsole = watchConsole(page);
  await system.relevo('admin', 'create', '--email', 'editor@example.com', '--password', PASSWORD);
  const file = info.outputPath('meanwhile.yaml');
  const elsewhere = async (fields: string) => {
    writeFileSync(file, `relevo: 1\nproviders:\n  ${NAME}: { ${fields} }\n`);
    await system.relevo('config', 'apply', file);
  };
  await elsewhere('kind: sandbox, settings: {}, weight: 1');
  await signIn(page, 'editor@example.com');
  await page.goto('/settings');
  await chooseTechnical(page);
  await page.getByRole('link', { name: t('configuration.import.title') }).click();

  const open = async () => {
    await page.getByRole('button', { name: t('configuration.import.load') }).click();
    await expect(page.getByRole('textbox', { name: t('configuration.import.text') })).toContainText(NAME);
  };
  const weight = async () => {
    const all = await system.relevo('config', 'export', '--format', 'json', '--section', 'providers');
    return JSON.parse(all).providers[NAME].weight;
  };

  await test.step('it is chosen and opened alone', async () => {
    const select = page.getByRole('combobox', { name: t('configuration.editor.what') });
    await select.fill(NAME);
    await page.getByRole('option', { name: NAME }).click();
    await open();
    await expect(page.getByText(/version \d+: what others change/)).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('names are completed, what they are is said, and what is wrong is marked at its line', async () => {
    const editor = await write(page, (text) => `${text.trimEnd()}\nwebh`);
    await page.keyboard.press('Control+Space');
    await expect(page.getByText(t('configuration.help.sections.webhooks')).first()).toBeVisible();
    await page.keyboard.press('Escape');
    await write(page, (text) => text.replace(/\nwebh$/, '').replace('active: true', 'actvie: true'));
    const problems = page.getByRole('list', { name: /What is wrong/ });
    await expect(problems).toContainText(t('flaws.unknown_field_meant', { meant: 'active' }));
    await problems.getByRole('button').first().click();
    await expect(editor).toBeFocused();
    await write(page, (text) => text.replace('actvie', 'active'));
    await expect(problems).toHaveCount(0);
  });

  await test.step('what would change is read, then done', async () => {
    await write(page, weighed(7));
    await page.getByRole('button', LOOK).click();
    await expect(page.getByRole('status').filter({ hasText: t('configuration.import.plan') })).toContainText(
      '→ 7',
    );
    await page.getByRole('button', { name: t('configuration.import.apply', { count: 1 }) }).click();
    await expect.poll(weight).toBe(7);
  });

  await test.step('what somebody else changed meanwhile is shown beside, and chosen', async () => {
    await open();
    await elsewhere('weight: 11');
    await write(page, weighed(9));
    await page.getByRole('button', LOOK).click();
    const conflicts = page.getByRole('alert').filter({ hasText: t('configuration.editor.conflicts.title') });
    await expect(conflicts).toContainText('11');
    await expectAccessible(page);
    expect(await weight()).toBe(11);
    await conflicts.getByRole('radio', { name: t('configuration.editor.conflicts.takeMine') }).check();
    await page.getByRole('button', LOOK).click();
    await page.getByRole('button', { name: t('configuration.import.apply', { count: 1 }) }).click();
    await expect.poll(weight).toBe(9);
  });
  browserConsole.expectNone();
});
