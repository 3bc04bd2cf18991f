import { expect, type Page } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { expectAccessible, PASSWORD, settled, signIn, watchConsole } from './support/panel';
import { addProviders, removeProviders } from './support/providers';
import { show } from './support/show';
import { test } from './support/test';

const t = translator('en');
const EMAIL = 'compose@example.com';
const FROM = { settings: {}, fromEmail: 'clinic@example.com' };
const PROVIDERS = ['Compose', 'Compose-second'].map((name) => ({ kind: 'sandbox', name, ...FROM }));
const EXAMPLE = '/messages/compose?example=true';

test.beforeAll(async ({ system }) => {
  await system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD);
  await addProviders(system, ...PROVIDERS);
});

test.afterAll(({ system }) => removeProviders(system, ...PROVIDERS.map(({ name }) => name)));

test.beforeEach(({ page }) => signIn(page, EMAIL));

const box = (page: Page, key: string, say = t) =>
  page.getByRole('textbox', { name: say(`messages.compose.${key}` as never), exact: true });
const press = (page: Page, key: string, say = t) =>
  page.getByRole('button', { name: say(`messages.compose.${key}` as never), exact: true }).click();

test('two presses send one message, with a file larger than a page may take', async ({ page }) => {
  const browserConsole = watchConsole(page);
  const subject = `Pressed twice ${Date.now()}`;
  await page.goto(EXAMPLE);
  await box(page, 'subject').fill(subject);
  const file = { name: 'plan.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(3_000_000, 'x') };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: t('messages.compose.send'), exact: true }).dblclick();
  await expect(page.getByRole('heading', { name: t('messages.compose.following') })).toBeVisible();
  await expectAccessible(page);
  const listed = await page.request.get('/api/v1/messages?limit=100');
  const { data } = (await listed.json()) as { data: { subject: string; attachmentCount: number }[] };
  const own = data.filter((each) => each.subject === subject);
  expect(own.map(({ attachmentCount }) => attachmentCount)).toEqual([1]);
  browserConsole.expectNone();
});

test('what the API refuses stands at its field, and the form can be sent again', async ({ page }) => {
  await page.goto(EXAMPLE);
  await press(page, 'more');
  await box(page, 'from').fill('clinic@localhost');
  await press(page, 'send');
  const complaint = page.getByRole('alert').filter({ hasText: t('common.form.attention', { count: 1 }) });
  await expect(complaint).toContainText(t('messages.compose.from') as string);
  await box(page, 'from').fill('clinic@example.com');
  await press(page, 'send');
  await expect(page.getByRole('heading', { name: t('messages.compose.following') })).toBeVisible();
});

for (const locale of ['en', 'es'] as const)
  test(`${locale}: a pasted list, an hour, a priority, two providers and HTML become one message`, async ({
    page,
  }) => {
    const say = translator(locale);
    const browserConsole = watchConsole(page, /^Blocked script execution in .*preview-frame/);
    const subject = `Scheduled ${locale} ${Date.now()}`;
    await page.goto('/messages/compose');
    if (locale === 'es') await speak(page, 'Español');

    await test.step('a list with a comma in a name and a wrong one among them', async () => {
      await paste(page, box(page, 'to', say), '"Pérez, Ana" <ana@sandbox.test>, nobody; bo@sandbox.test');
      await expect(
        page.getByText(say('common.entries.wrong', { entry: 'nobody', why: '' }).trim()),
      ).toBeVisible();
      await page.getByRole('button', { name: say('common.entries.remove', { entry: 'nobody' }) }).click();
      await expect(page.getByText('"Pérez, Ana" <ana@sandbox.test>')).toBeVisible();
      await expectAccessible(page);
    });

    await test.step('HTML as its readers see it, styles and all, with nothing running', async () => {
      await box(page, 'subject', say).fill(subject);
      await press(page, 'addHtml', say);
      await box(page, 'html', say).fill(
        '<style>h1 { color: rgb(1, 2, 3) }</style><h1>Recibo</h1><script>parent.document.title = "ran"</script>' +
          '<img src="https://pictures.example/a.png" onerror="parent.document.title = \'ran\'" alt="Logo">',
      );
      const shown = page.frameLocator('iframe').getByRole('heading', { name: 'Recibo' });
      await expect(shown).toHaveCSS('color', 'rgb(1, 2, 3)');
      await expect(page.getByText(say('messages.content.picturesLeftOut'))).toBeVisible();
      await expect(page).not.toHaveTitle('ran');
      // What filters would hold against it, before it is sent.
      await expect(page.getByText(say('content.script.what', { count: 2 }))).toBeVisible();
    });

    await test.step('when, how urgent, by whom', async () => {
      await page.getByRole('radio', { name: say('messages.compose.later') }).check();
      await page.getByLabel(say('messages.compose.later')).last().fill('2030-11-28T09:30');
      await expect(page.getByText('2030').first()).toBeVisible();
      await page.getByRole('combobox', { name: say('messages.columns.priority') }).click();
      await page.getByRole('option', { name: say('messages.columns.priorities.high') }).click();
      await page.getByRole('combobox', { name: say('messages.compose.provider') }).click();
      for (const name of ['Compose-second', 'Compose'])
        await page.getByRole('option', { name, exact: true }).click();
      const order = say('messages.compose.providerOrder', { order: 'Compose-second → Compose' });
      await expect(page.getByText(order)).toBeVisible();
      // The list of providers closes, and who carries the message is known: nothing moves any more under the press that follows.
      await page.getByRole('heading', { level: 1 }).click();
      await expect(page.getByRole('listbox')).toHaveCount(0);
      await settled(page);
    });

    await test.step('it waits for its hour, as it was written', async () => {
      await press(page, 'schedule', say);
      await expect(page.getByRole('heading', { name: say('messages.compose.following') })).toBeVisible();
      await expect(page.getByText(say('messages.status.scheduled'), { exact: true })).toBeVisible();
      const found = await page.request.get(`/api/v1/messages?q=${encodeURIComponent(subject)}`);
      const [message] = (await found.json()).data;
      expect(message).toMatchObject({
        to: ['ana@sandbox.test', 'bo@sandbox.test'],
        priority: 'high',
        scheduledAt: '2030-11-28T09:30:00.000Z',
      });
      const own = { headers: { 'sec-fetch-site': 'same-origin' } };
      expect((await page.request.post(`/api/v1/messages/${message.id}/cancel`, own)).ok()).toBe(true);
    });
    if (locale === 'es') await speak(page, 'English');
    browserConsole.expectNone();
  });

test('what was meant by a mistyped address stands under it, and a press puts it right', async ({ page }) => {
  const browserConsole = watchConsole(page);
  await page.goto('/messages/compose');
  await box(page, 'to').fill('Luis Pérez <luis@gmial.com>');
  await box(page, 'to').press('Tab');
  const meant = page.getByRole('button', { name: 'luis@gmail.com', exact: true });
  await expect(meant).toBeVisible();
  await expectAccessible(page);
  await show(page, 'compose-hint');
  await meant.click();
  await expect(page.getByText('Luis Pérez <luis@gmail.com>', { exact: true })).toBeVisible();
  await expect(page.getByText('gmial.com')).toHaveCount(0);
  await expect(meant).toHaveCount(0);
  browserConsole.expectNone();
});

test('a message is taken over with its people, text and files, and sent as another', async ({ page }) => {
  const subject = `Once more ${Date.now()}`;
  await page.goto(EXAMPLE);
  await box(page, 'subject').fill(subject);
  await box(page, 'to').press('Backspace');
  await box(page, 'to').fill('"Pérez, Ana" <ana@sandbox.test>');
  await page.locator('input[type=file]').setInputFiles([
    { name: 'recibo ñ.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 thank you') },
    { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('Notes') },
  ]);
  await press(page, 'send');
  await page.getByRole('link', { name: t('messages.compose.open') }).click();
  await page.waitForURL(/\/messages\/[0-9a-f-]{36}$/);
  const first = page.url().split('/').at(-1)!;

  const browserConsole = watchConsole(page);
  await page.goto(`/messages/compose?from=${first}`);
  await expect(page.getByText(subject)).toBeVisible();
  await expect(box(page, 'subject')).toHaveValue(subject);
  await expect(page.getByText('"Pérez, Ana" <ana@sandbox.test>')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: t('common.files.remove', { name: 'notes.txt' }) }).click();
  await box(page, 'text').fill('Corrected.');
  await press(page, 'send');
  await page.getByRole('link', { name: t('messages.compose.open') }).click();
  await expect(page).not.toHaveURL(new RegExp(first));
  await page.waitForURL(/\/messages\/[0-9a-f-]{36}$/);
  const second = page.url().split('/').at(-1)!;
  const of = async (id: string) => (await page.request.get(`/api/v1/messages/${id}`)).json();
  const [before, after] = [await of(first), await of(second)];
  expect(after).toMatchObject({ subject, text: 'Corrected.', to: ['ana@sandbox.test'] });
  expect(after.recipients[0].name).toBe('Pérez, Ana');
  expect(after.attachments.map(({ sha256 }: { sha256: string }) => sha256)).toEqual([
    before.attachments[0].sha256,
  ]);
  browserConsole.expectNone();
});

/** Chosen by the menu, as a person would; English is where each begins. */
async function speak(page: Page, language: 'English' | 'Español'): Promise<void> {
  await page.getByRole('button', { name: /^(Menu of|Menú de) / }).click();
  await page.getByRole('menuitem', { name: language }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', language === 'English' ? 'en' : 'es');
}

/** As the clipboard would bring it. */
async function paste(page: Page, field: ReturnType<Page['locator']>, text: string) {
  await field.focus();
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', text);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
}
