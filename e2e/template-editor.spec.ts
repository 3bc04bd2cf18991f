import { expect, type Page } from '@playwright/test';
import sharp from 'sharp';
import { translator } from '@/lib/i18n/translate';
import { paths } from '@/lib/paths';
import { expectAccessible, PASSWORD, settled, signIn, still, watchConsole } from './support/panel';
import { addProviders } from './support/providers';
import { show } from './support/show';
import { button, canvas, dialog, field, main, outline } from './support/template-editor';
import { test } from './support/test';

const t = translator('en');
const EMAIL = 'templates-editor@example.com';

test.beforeAll(async ({ system }) => {
  await system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD);
  await addProviders(system, {
    name: 'Editor sandbox',
    kind: 'sandbox',
    settings: {},
    fromEmail: 'school@example.com',
  });
});

test('a starter from the gallery, changed by the mouse in both languages, published and sent', async ({
  page,
}) => {
  test.setTimeout(150_000);
  const watched = watchConsole(page);
  await signIn(page, EMAIL);
  await page.goto(paths.templates());
  await button(main(page), t('templates.fromGallery')).first().click();
  await expect(dialog(page).getByRole('listitem')).toHaveCount(17);
  await show(page, 'editor-gallery');
  await button(dialog(page), `${t('templates.gallery.take')}: Low balance`).click();
  await expect(canvas(page).getByText('The balance is low')).toBeVisible();
  await settled(page);
  await expectAccessible(page);
  await show(page, 'editor');

  await test.step('a click on the mail chooses what is there', async () => {
    await canvas(page).getByText('The balance is low').click();
    await field(page, t('editor.fields.text')).fill('Hardly anything left');
    await expect(canvas(page).getByText('Hardly anything left')).toBeVisible();
    await button(page, t('editor.bar.undo')).click();
    await expect(canvas(page).getByText('The balance is low')).toBeVisible();
    await button(page, t('editor.bar.redo')).click();
    await expect(canvas(page).getByText('Hardly anything left')).toBeVisible();
    await show(page, 'editor-chosen');
  });

  await test.step('in each way in which it is read', async () => {
    const view = page.getByRole('radiogroup', { name: t('editor.preview.how') });
    await view.getByText(t('editor.preview.views.text')).click();
    await expect(page.locator('pre')).toContainText('# Hardly anything left');
    await view.getByText(t('editor.preview.views.dark')).click();
    await expect(canvas(page).locator('body')).toHaveCSS('background-color', 'rgb(14, 15, 18)');
    await view.getByText(t('editor.preview.views.desktop')).click();
    await page
      .getByRole('radiogroup', { name: t('editor.bar.language') })
      .getByText('Spanish')
      .click();
    await expect(canvas(page).getByText('Realizar recarga')).toBeVisible();
  });

  await test.step('what readers hold against it names its block', async () => {
    await canvas(page).getByText('Realizar recarga').click();
    await field(page, t('editor.fields.href')).fill('http://192.0.2.7/pay');
    const findings = page.getByRole('list', { name: t('editor.preview.findings') });
    const about = findings.getByRole('button', { name: /Realizar recarga/ }).first();
    await expect(about).toBeVisible();
    await expect(button(page, t('editor.publish.button'))).toHaveAttribute('aria-disabled', 'true');
    await about.click();
    await field(page, t('editor.fields.href')).fill('{{ topup_url }}');
    await expect(findings.getByRole('button', { name: /Realizar recarga/ })).toHaveCount(0);
  });

  await test.step('published with a word on why', async () => {
    await button(page, t('editor.publish.button')).click();
    await dialog(page).getByLabel(t('editor.publish.note')).fill('Plainer words');
    await button(dialog(page), t('editor.publish.button')).click();
    await expect(page.getByText(t('editor.published'))).toBeVisible();
    await page.reload();
    await expect(canvas(page).getByText('Hardly anything left')).toBeVisible();
    await main(page)
      .getByRole('link', { name: t('editor.done') })
      .click();
    await expect(main(page).getByText(t('templates.state.published', { number: 2 }))).toBeVisible();
    await expect(main(page).getByText('Plainer words')).toBeVisible();
    await main(page)
      .getByRole('link', { name: t('templates.actions.edit') })
      .click();
  });

  await test.step('and sent to oneself', async () => {
    await button(page, t('editor.bar.test')).click();
    await expect(dialog(page).getByLabel(t('editor.test.to'))).toHaveValue(EMAIL);
    await button(dialog(page), t('editor.test.send')).click();
    await dialog(page)
      .getByRole('link', { name: t('editor.test.follow') })
      .click();
    await expect(page.getByRole('heading', { level: 1, name: /Sofía Benítez has/ })).toBeVisible();
  });
  watched.expectNone();
});

/** Through the API that programs use, as whoever is signed in. */
async function makeTemplate(page: Page, title: string, sections: object[] = []): Promise<string> {
  const text = { subject: 'Hello', kind: 'blocks', source: JSON.stringify({ v: 1, sections }) };
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

test('what was typed survives a closed tab, and what somebody else saved is told and not covered', async ({
  page,
  context,
}) => {
  await signIn(page, EMAIL);
  const id = await makeTemplate(page, 'Two at once');
  await page.goto(paths.editTemplate(id));
  await page.getByLabel(t('editor.subject'), { exact: true }).fill('Mine');
  await page.reload();
  await expect(page.getByText(t('editor.kept.here'))).toBeVisible();
  await expect(page.getByLabel(t('editor.subject'), { exact: true })).toHaveValue('Mine');

  const other = await context.browser()!.newContext();
  const theirs = await other.newPage();
  await signIn(theirs, EMAIL, new URL(page.url()).origin);
  await theirs.goto(new URL(paths.editTemplate(id), page.url()).href);
  await expect(theirs.getByLabel(t('editor.subject'), { exact: true })).toHaveValue('Hello');
  await theirs.getByLabel(t('editor.subject'), { exact: true }).fill('Theirs');
  await button(theirs, t('editor.save')).click();
  await expect(theirs.getByText(t('editor.saved'))).toBeVisible();
  await other.close();

  const told = page.getByText(t('editor.meanwhile.title', { number: 2, who: `, by ${EMAIL}` }));
  await page.getByRole('button', { name: t('editor.save'), exact: true }).click();
  await expect(told).toBeVisible();
  await expect(page.getByLabel(t('editor.subject'), { exact: true })).toHaveValue('Mine');
  await button(page, t('editor.meanwhile.over')).click();
  await expect(page.getByText(t('editor.saved'))).toBeVisible();
  await expect(told).toBeHidden();
  await page.reload();
  await expect(page.getByLabel(t('editor.subject'), { exact: true })).toHaveValue('Mine');
  await expect(page.getByText(t('editor.kept.here'))).toBeHidden();
  await expect(page.getByText(t('editor.kept.title'))).toBeHidden();
});

test('a picture of one’s own, uploaded or pasted, is asked for its words and shown where it is sent', async ({
  page,
}) => {
  const watched = watchConsole(page);
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
  return page.evaluate(async (content) => {
    const answer = await fetch('/api/v1/images', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ filename: 'small.png', content }),
    });
    return ((await answer.json()) as { url: string }).url;
  }, bytes.toString('base64'));
}
