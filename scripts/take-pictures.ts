import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { chromiumPath } from '@/e2e/support/chromium';
import { startMailServer } from '@/e2e/support/mail-server';
import { PASSWORD, settled, signIn } from '@/e2e/support/panel';
import { changeProvider, RELAY_PASSWORD } from '@/e2e/support/providers';
import { paths } from '@/lib/paths';
import { startSystem } from '@/lib/testing/system';
import { drawRouting } from './routing-picture';

/** `npm run pictures`: those of the README, of a system of its own with the seeded month; first of all the drawing of the guides. */
const FOLDER = 'docs/pictures';
const MESSAGES = 20_000;
const EMAIL = 'ana@clinic.example';
const SIZE = { width: 1280, height: 860 };
/** What a picture may weigh: a README is read over a telephone, too. */
const MOST_BYTES = 60 * 1024;
/** Charts draw themselves. */
const DRAWN_MS = 1_500;

writeFileSync(join(FOLDER, 'routing.svg'), drawRouting('en'));
writeFileSync(join(FOLDER, 'routing.es.svg'), drawRouting('es'));

const mailServer = await startMailServer(RELAY_PASSWORD);
const system = await startSystem();
const browser = await chromium.launch({
  executablePath: await chromiumPath(),
  env: { ...process.env, LC_ALL: 'C.UTF-8' } as Record<string, string>,
});
try {
  await system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD);
  await promisify(execFile)(process.execPath, ['scripts/run.mjs', 'scripts/seed.ts', String(MESSAGES)], {
    env: { ...process.env, RELEVO_DATA_DIR: system.dataDir },
  });
  await carryOn();
  const page = await browser.newPage({ baseURL: system.url, viewport: SIZE, locale: 'en-GB' });
  await signIn(page, EMAIL);
  const { data } = await (await page.request.get('/api/v1/messages?status=bounced&limit=1')).json();
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, path] of [
    ['home', paths.home()],
    ['analytics', paths.analytics()],
    ['person', paths.recipient(data[0].to[0])],
  ] as const) {
    await page.goto(path);
    await settled(page);
    await page.waitForTimeout(DRAWN_MS);
    const bytes = await take(page);
    writeFileSync(join(FOLDER, `${name}.webp`), bytes);
    console.log(`${name}.webp: ${Math.round(bytes.length / 1024)} kB`);
  }
} finally {
  await browser.close();
  await system.stop();
  await mailServer.close();
}

/** Seeded providers are paused, and are not there: one of them is a server of this machine meanwhile. */
async function carryOn(): Promise<void> {
  const settings = { host: '127.0.0.1', port: mailServer.port, security: 'none', username: 'relevo' };
  await changeProvider(system, 'Own server', {
    settings,
    secrets: { password: RELAY_PASSWORD },
    active: true,
  });
  await system.relevo('provider', 'test', 'Own server');
}

/** As good as it may weigh. Playwright itself knows no WebP. */
async function take(page: Page): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  for (let quality = 90; ; quality -= 10) {
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality });
    const bytes = Buffer.from(data, 'base64');
    if (bytes.length <= MOST_BYTES) return bytes;
    if (quality <= 30) throw new Error('a picture weighs too much, however it is packed');
  }
}
