import { mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Twice as fine as it is shown. */
const DENSITY = 144;

type Sharp = typeof import('sharp')['default'];
let loaded: Promise<Sharp> | undefined;

/** Loaded by the first report: 20 MB that most processes never need. */
function load() {
  loaded ??= (async () => {
    nameFonts();
    const { default: sharp } = await import('sharp');
    sharp.concurrency(1);
    sharp.cache(false);
    return sharp;
  })();
  return loaded;
}

/** Only our own drawings come here, never somebody's upload. */
export async function toPng(svg: string): Promise<Buffer> {
  const sharp = await load();
  return sharp(Buffer.from(svg), { density: DENSITY })
    .png({ palette: true })
    .timeout({ seconds: 10 })
    .toBuffer();
}

/** A bare server has no fonts, and would draw boxes. Fontconfig reads the variable when it is first asked for a font. */
function nameFonts(): void {
  if (process.env.FONTCONFIG_FILE) return;
  const folder = mkdtempSync(join(tmpdir(), 'relevo-fonts-'));
  const geist = dirname(createRequire(join(process.cwd(), 'package.json')).resolve('geist/font/sans'));
  const file = join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${join(geist, 'fonts', 'geist-sans')}</dir><cachedir>${folder}</cachedir></fontconfig>`,
  );
  process.env.FONTCONFIG_FILE = file;
}
