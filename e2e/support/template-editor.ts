import type { Locator, Page } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { paths } from '@/lib/paths';

const t = translator('en');

export const main = (page: Page) => page.getByRole('main');
export const dialog = (page: Page) => page.getByRole('dialog');
export const canvas = (page: Page) => page.frameLocator(`iframe[title="${t('editor.preview.title')}"]`);
export const button = (within: Page | Locator, name: string) => within.getByRole('button', { name });
export const outline = (page: Page) => page.getByRole('region', { name: t('editor.outline.label') });
export const field = (page: Page, name: string) =>
  page.getByRole('region', { name: t('editor.form.label') }).getByLabel(name, { exact: true });

/** Through the API that programs use, as whoever is signed in. */
export async function makeTemplate(page: Page, title: string, sections: object[] = []): Promise<string> {
  const text = { subject: 'Hello', kind: 'blocks', source: JSON.stringify({ v: 1, sections }) };
  await page.goto(paths.templates());
  return page.evaluate(
    async (body) => {
      const answer = await fetch('/api/v1/templates', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return ((await answer.json()) as { id: string }).id;
    },
    { title, category: 'balance', texts: { en: text } },
  );
}
