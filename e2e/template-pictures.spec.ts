import { expect, type Page } from '@playwright/test';
import sharp from 'sharp';
import { translator } from '@/lib/i18n/translate';
import { paths } from '@/lib/paths';
import { expectAccessible, PASSWORD, signIn, still, watchConsole } from './support/panel';
import { show } from './support/show';
import { button, canvas, dialog, field, makeTemplate, outline } from './support/template-editor';
import { test } from './support/test';

const t = translator('en');
const EMAIL = 'template-pictures@example.com';

test.beforeAll(async ({ system }) => {
  await system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD);
});

test('a picture of one’s own, uploaded or pasted, is asked for its words and shown where it is sent', async ({
  page,
}) => {
  const watched = watchConsole(page, /^Blocked script execution in .*preview-frame/);
  await signIn(page, EMAIL);
  // One of our own: nothing is asked of other servers.
  const src = await uploadImage(page, await drawn(20, 10).png().toBuffer());
  const picture = { kind: 'image', id: 'b1', src, alt: 'Describe the picture' };
  const id = await makeTemplate(page, 'With a picture', [
    { kind: 'columns', id: 's1', columns: [{ blocks: [picture] }] },
  ]);
  await page.goto(paths.editTemplate(id));
  await outline(page)
    .getByRole('button', { name: /^Image/ })
    .click();
  const form = page.getByRole('region', { name: t('editor.form.label') });

  await test.step('an SVG is refused with the reason', async () => {
    await choose(page, {
      name: 'logo.svg',
      mimeType: 'image/svg+xml',
      buffer: Buffer.from('<svg><script/></svg>'),
    });
    await expect(form.getByRole('alert')).toHaveText(t('flaws.image_svg'));
  });

  await test.step('a large one is scaled, and shown in the mail', async () => {
    await choose(page, {
      name: 'school.jpg',
      mimeType: 'image/jpeg',
      buffer: await drawn(2560, 1280).jpeg().toBuffer(),
    });
    await expect(form.getByText(/1280 × 640/)).toBeVisible();
    await expect(field(page, t('editor.fields.alt'))).toHaveValue('');
    await field(page, t('editor.fields.alt')).fill('The school');
    const shown = canvas(page).getByRole('img', { name: 'The school' });
    await expect(shown).toBeVisible();
    await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1280);
    // As narrow as the canvas is, in its proportions.
    const proportion = () => shown.evaluate(({ clientWidth, clientHeight }) => clientWidth / clientHeight);
    await expect.poll(proportion).toBeCloseTo(2, 1);
    await still(page);
    await expectAccessible(page);
    await show(page, 'editor-picture');
  });

  await test.step('dropped, pasted: another one, each time', async () => {
    const src = field(page, t('editor.fields.src'));
    for (const [how, size] of [['drop', 31] as const, ['paste', 32] as const]) {
      const before = await src.inputValue();
      const content = (await drawn(size, 20).png().toBuffer()).toString('base64');
      await form.getByText(t('editor.image.ways')).evaluate(bringPicture, { how, content });
      await expect(form.getByText(new RegExp(`${size} × 20`))).toBeVisible();
      await expect(src).not.toHaveValue(before);
    }
  });

  await test.step('a new one is yet to be chosen, and shows none of ours', async () => {
    await button(page, t('editor.outline.add', { section: 1, column: 1 })).click();
    await page.getByRole('menuitem', { name: t('editor.blocks.image') }).click();
    await expect(field(page, t('editor.fields.src'))).toHaveValue('');
    await expect(form.getByText(t('flaws.picture_missing'))).toBeVisible();
    await button(page, t('editor.bar.undo')).click();
    await outline(page)
      .getByRole('button', { name: /^Image/ })
      .click();
  });

  await test.step('it is there for the next mail, too', async () => {
    await button(form, t('editor.image.library.open')).click();
    await expect(button(dialog(page), t('editor.image.library.take', { name: 'school.jpg' }))).toBeVisible();
    await expectAccessible(page);
    await show(page, 'editor-pictures');
    await button(dialog(page), t('editor.image.library.take', { name: 'school.jpg' })).click();
    await expect(dialog(page)).toBeHidden();
    await expect(field(page, t('editor.fields.src'))).toHaveValue(/\/api\/media\/[0-9a-f]{64}\.jpg$/);
  });
  watched.expectNone();
});

/** In the browser: as a person brings a picture from elsewhere. */
function bringPicture(at: Element, { how, content }: { how: 'drop' | 'paste'; content: string }): void {
  const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
  const data = new DataTransfer();
  data.items.add(new File([bytes], 'brought.png', { type: 'image/png' }));
  const common = { bubbles: true, cancelable: true };
  at.dispatchEvent(
    how === 'drop'
      ? new DragEvent('drop', { ...common, dataTransfer: data })
      : new ClipboardEvent('paste', { ...common, clipboardData: data }),
  );
}

async function choose(page: Page, file: { name: string; mimeType: string; buffer: Buffer }) {
  const chooser = page.waitForEvent('filechooser');
  await button(page, t('editor.image.upload')).click();
  await (await chooser).setFiles(file);
}

const drawn = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#1f4e79' } });

async function uploadImage(page: Page, bytes: Buffer): Promise<string> {
  await page.goto(paths.templates());
  return page.evaluate(async (content) => {
    const answer = await fetch('/api/v1/images', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ filename: 'small.png', content }),
    });
    return ((await answer.json()) as { url: string }).url;
  }, bytes.toString('base64'));
}
