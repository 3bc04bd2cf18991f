import { crc32, deflateSync } from 'node:zlib';
import { expect, type Page } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { chooseTechnical, expectAccessible, PASSWORD, settled, signIn } from './support/panel';
import { addProviders } from './support/providers';
import { show } from './support/show';
import { test } from './support/test';
import { field, press } from './support/wizard';

const t = translator('en');
test('a stored password is asked for again when the server changes', async ({ page, system }) => {
  test.setTimeout(120_000);
  const settings = { host: 'smtp.example.com', port: 587, username: 'clinic' };
  const provider = { name: 'Guarded', kind: 'smtp', settings, secrets: { password: 'planted-and-kept' } };
  await addProviders(system, { ...provider, active: false });
  await system.relevo('admin', 'create', '--email', 'guarded@example.com', '--password', PASSWORD);
  await signIn(page, 'guarded@example.com');
  await page.goto('/providers');
  await page.getByText('Guarded', { exact: true }).first().click();
  await page.getByRole('tab', { name: t('providers.tabs.settings') }).click();
  await expect(page.getByText(t('common.secret.again'))).toHaveCount(0);
  await field(page, 'host').fill('collector.example.net');
  await expect(page.getByText(t('common.secret.again'))).toBeVisible();
  await expectAccessible(page);
  await show(page, 'again');
  await press(page, 'common.save');
  await expect(page.getByText(t('flaws.given_again')).first()).toBeVisible();
  await show(page, 'again-refused');
  await field(page, 'host').fill('smtp.example.com');
  await expect(page.getByText(t('common.secret.again'))).toHaveCount(0);
  await field(page, 'host').fill('other.example.com');
  await field(page, 'password').fill('given-again');
  await press(page, 'common.save');
  await expect(page.getByText(t('providers.saved')).first()).toBeVisible();

  await chooseTechnical(page);
  await page.getByText(t('providers.json.ways.json'), { exact: true }).click();
  const editor = page.getByLabel(t('providers.json.label'));
  const text = await editor.inputValue();
  await editor.fill(text.replace('other.example.com', 'collector.example.net'));
  await press(page, 'common.save');
  await expect(page.getByRole('alert').filter({ hasText: /secrets\.password, line \d+/ })).toContainText(
    t('flaws.given_again'),
  );
  await show(page, 'again-json');
});

test('a preview shows the pictures inside, and those of others once somebody asks', async ({
  page,
  system,
}) => {
  test.setTimeout(120_000);
  await system.relevo('admin', 'create', '--email', 'previews@example.com', '--password', PASSWORD);
  const token = (
    await system.relevo('token', 'create', '--name', 'preview', '--scopes', 'messages:send,messages:read')
  ).trim();
  const answer = await fetch(`${system.url}/api/v1/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      from: 'clinic@example.com',
      to: 'ana@example.com',
      subject: 'With pictures',
      html: `<!doctype html><p>Inside: ${'<img src="cid:green" width="60" height="60"> '.repeat(8)}</p><p>Elsewhere: <img src="https://pictures.example.com/a.png" alt="a picture of another server"></p>`,
      attachments: [{ filename: 'green.png', contentType: 'image/png', contentId: 'green', content: png() }],
    }),
  });
  expect(answer.status).toBe(202);
  const { id } = (await answer.json()) as { id: string };
  await signIn(page, 'previews@example.com');
  await page.goto(`/messages/${id}`);
  await settled(page);
  const frame = page.locator('iframe');
  await frame.scrollIntoViewIfNeeded();
  await expect(frame).toHaveAttribute('src', `/api/v1/messages/${id}/preview`);
  await expect(frame.contentFrame().getByText('Inside:')).toBeVisible();
  await expect(page.getByText(t('messages.content.picturesLeftOut'))).toBeVisible();
  // Green where the picture is: drawn, not a broken image.
  expect(await greenPixels(page)).toBeGreaterThan(8 * 60 * 60 * 0.9);
  await show(page, 'preview');
  const fetched = page.waitForResponse((response) => response.url().endsWith('?pictures=all'));
  await press(page, 'messages.content.showPictures');
  expect((await fetched).headers()['content-security-policy']).toContain('img-src https: data:');
  await expect(page.getByText(t('messages.content.picturesShown'))).toBeVisible();
});

/** Counted in the page itself, from what the browser has drawn. */
async function greenPixels(page: Page): Promise<number> {
  const drawn = (await page.locator('iframe').screenshot()).toString('base64');
  return page.evaluate(async (picture) => {
    const image = new Image();
    image.src = `data:image/png;base64,${picture}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: image.width, height: image.height });
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    let green = 0;
    for (let at = 0; at < data.length; at += 4)
      if (data[at]! < 40 && data[at + 1]! > 200 && data[at + 2]! < 40) green++;
    return green;
  }, drawn);
}

/** One pixel of pure green (PNG, RFC 2083). */
function png(): string {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
  const pixels = deflateSync(Buffer.from([0, 0, 255, 0]));
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  const parts = [chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([signature, ...parts]).toString('base64');
}
