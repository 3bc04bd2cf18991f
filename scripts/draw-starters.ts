import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import sharp from 'sharp';
import { chromiumPath } from '@/e2e/support/chromium';
import { STARTERS } from '@/lib/templates/starters/registry';
import { renderStarter } from '@/lib/templates/starters/render';
import type { Starter } from '@/lib/templates/starters/starter';

/**
 * A sheet for each starter in docs/templates: desktop, dark, without pictures and with nothing but what it needs, phone. Run when one has
 * changed: `node --import tsx scripts/draw-starters.ts [key …]`.
 */
const FOLDER = join(import.meta.dirname, '../docs/templates');
const FORMS = [
  { name: 'desktop', language: 'es', width: 680, only: 'all', scheme: 'light', images: true },
  { name: 'phone', language: 'en', width: 375, only: 'all', scheme: 'light', images: true },
  { name: 'dark', language: 'es', width: 680, only: 'all', scheme: 'dark', images: true },
  { name: 'no-images', language: 'en', width: 680, only: 'required', scheme: 'light', images: false },
] as const;
type Form = (typeof FORMS)[number];

const MAX_BYTES = 40 * 1024;
const GAP = 16;

async function main(keys: string[]): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const browser = await chromium.launch({ executablePath: await chromiumPath() });
  try {
    const wanted = STARTERS.filter(({ key }) => keys.length === 0 || keys.includes(key));
    for (const starter of wanted) await drawSheet(browser, starter);
  } finally {
    await browser.close();
  }
}

async function drawSheet(browser: Browser, starter: Starter): Promise<void> {
  const shots = [];
  for (const form of FORMS) shots.push(await shoot(browser, starter, form));
  const bytes = await sheetOf(shots);
  writeFileSync(join(FOLDER, `${starter.key}.webp`), bytes);
  console.log(`${starter.key}: ${Math.ceil(bytes.length / 1024)} kB`);
}

async function shoot(browser: Browser, starter: Starter, form: Form): Promise<Buffer> {
  const { html, errors } = await renderStarter(starter, form.language, form.only);
  if (errors.length > 0) throw new Error(`${starter.key}: ${JSON.stringify(errors)}`);
  const page = await browser.newPage({
    viewport: { width: form.width, height: 300 },
    colorScheme: form.scheme,
  });
  try {
    if (!form.images) await page.route('**/*', (route) => route.abort());
    await page.setContent(html);
    const needs = await page.evaluate(() => document.documentElement.scrollWidth);
    if (needs > form.width) throw new Error(`${starter.key} needs ${needs} of ${form.width} pixels`);
    return await page.screenshot({ fullPage: true });
  } finally {
    await page.close();
  }
}

/** Beside each other, as small as the place they may take: the picture is for choosing by, not for reading. */
async function sheetOf(shots: Buffer[]): Promise<Buffer> {
  const sizes = await Promise.all(shots.map(async (shot) => sharp(shot).metadata()));
  const width = sizes.reduce((sum, size) => sum + size.width + GAP, GAP);
  const height = Math.max(...sizes.map((size) => size.height)) + 2 * GAP;
  let left = GAP;
  const parts = shots.map((input, index) => {
    const part = { input, left, top: GAP };
    left += sizes[index]!.width + GAP;
    return part;
  });
  const sheet = await sharp({ create: { width, height, channels: 3, background: '#c9cdd4' } })
    .composite(parts)
    .png()
    .toBuffer();
  for (let quality = 72; quality >= 30; quality -= 8) {
    const bytes = await sharp(sheet).resize({ width: 1400 }).webp({ quality, effort: 6 }).toBuffer();
    if (bytes.length <= MAX_BYTES || quality === 32) return bytes;
  }
  throw new Error('unreachable');
}

await main(process.argv.slice(2));
