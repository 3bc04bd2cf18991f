import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { useTestDatabase } from '@/lib/testing/database';
import { setUpDns } from '@/lib/testing/dns-server';

useTestDatabase();

/** `./relevo address check …` on this test's database. */
function check(...addresses: string[]) {
  const args = ['scripts/run.mjs', 'cli/main.ts', 'address', 'check', ...addresses];
  return promisify(execFile)(process.execPath, args);
}

describe('./relevo address check', () => {
  it('says what each is, and fails where one is wrong', async () => {
    await setUpDns({}, { mx: { 'clinic.example.org': [[10, 'mx.example.org']] } });
    expect((await check('ana@clinic.example.org', 'info@clinic.example.org')).stdout).toBe(
      'ana@clinic.example.org\tfine\ninfo@clinic.example.org\tdoubtful\trole\n',
    );
    await expect(check('ana@clinic.example.org', 'luis@gmial.con')).rejects.toMatchObject({
      code: 1,
      stdout:
        'ana@clinic.example.org\tfine\nluis@gmial.con\twrong\tno_domain, typo\tdid you mean luis@gmail.com?\n',
    });
  });

  it('does not fail where DNS does', async () => {
    await setUpDns({}, { failing: ['clinic.example.org'] });
    expect((await check('ana@clinic.example.org', '--json')).stdout).toContain('"dns_failed"');
  });
});
