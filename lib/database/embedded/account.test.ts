import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { canReach } from './account';

const STRANGER = { uid: 64_321, gid: 64_321 };
const home = mkdtempSync(join(tmpdir(), 'relevo-reach-'));
const inside = join(home, 'a/b');
mkdirSync(inside, { recursive: true });
afterAll(() => rmSync(home, { recursive: true }));

test('another user passes open directories, and is stopped by one closed directory above', () => {
  chmodSync(home, 0o711);
  expect(canReach(STRANGER, inside)).toBe(true);
  chmodSync(home, 0o700);
  expect(canReach(STRANGER, inside)).toBe(false);
});
