import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { withLock } from '@/lib/process/process-lock';
import { hasMemory } from '@/lib/testing/temporary-folder';

const LOCK_TIMEOUT_MS = 120_000;

/** Playwright lets pages share their pictures by way of the disk, for machines with little memory to share: a twentieth of what a page costs. */
export const needlessArgs = hasMemory() ? ['--disable-dev-shm-usage'] : [];

/** `CHROMIUM_PATH`, else the browser out of its npm package, unpacked once per user and version. */
export async function chromiumPath(): Promise<string> {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const own = join(tmpdir(), `relevo-chromium-${userInfo().uid}`);
  mkdirSync(own, { recursive: true, mode: 0o700 });
  const directory = join(own, packageVersion());
  if (!existsSync(directory))
    await withLock(join(own, 'lock'), LOCK_TIMEOUT_MS, async () => {
      if (!existsSync(directory)) await unpack(own, directory);
    });
  return join(directory, 'chromium');
}

/** The package unpacks into the temporary folder; it gets one of its own, moved into place when complete. */
async function unpack(own: string, directory: string): Promise<void> {
  const { default: chromium } = await import('@sparticuz/chromium');
  const partial = mkdtempSync(join(own, 'partial-'));
  const before = process.env.TMPDIR;
  process.env.TMPDIR = partial;
  try {
    await chromium.executablePath();
    renameSync(partial, directory);
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(partial, { recursive: true, force: true });
  }
}

function packageVersion(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const manifest = readFileSync(join(dirname(entry), '../package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
