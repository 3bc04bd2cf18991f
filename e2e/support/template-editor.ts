import type { Locator, Page } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';

const t = translator('en');

export const main = (page: Page) => page.getByRole('main');
export const dialog = (page: Page) => page.getByRole('dialog');
export const canvas = (page: Page) => page.frameLocator(`iframe[title="${t('editor.preview.title')}"]`);
export const button = (within: Page | Locator, name: string) => within.getByRole('button', { name });
export const outline = (page: Page) => page.getByRole('region', { name: t('editor.outline.label') });
export const field = (page: Page, name: string) =>
  page.getByRole('region', { name: t('editor.form.label') }).getByLabel(name, { exact: true });
