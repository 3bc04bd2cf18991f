import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeMail, makeReport } from '@/lib/bounces/mails/make-mail';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider } from '@/lib/testing/factories';

useTestDatabase();

let folder: string;
beforeAll(async () => {
  await makeProvider();
  folder = await mkdtemp(join(tmpdir(), 'relevo-bounces-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** `./relevo bounce read …` on this test's database. */
function read(...args: string[]): Promise<{ stdout: string; stderr: string }> {
  return promisify(execFile)(process.execPath, ['scripts/run.mjs', 'cli/main.ts', 'bounce', 'read', ...args]);
}

function bounceOf(id: string, status: string, words: string): Buffer {
  const recipients = `Final-Recipient: rfc822; ana@example.com\nAction: failed\nStatus: ${status}\nDiagnostic-Code: smtp; ${words}`;
  return makeMail({ body: makeReport({ recipients, returned: `Message-ID: <${id}@example.com>\n` }) });
}

async function save(name: string, content: Buffer | string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe('./relevo bounce read', () => {
  it('says what each mail is and notes it once', async () => {
    const { id } = await makeMessage();
    await deliverMessages(newId(), [id]);
    const [gone, full] = [
      bounceOf(id, '5.1.1', '550 5.1.1 no such user'),
      bounceOf(id, '5.2.2', '552 5.2.2 over quota'),
    ];
    const mbox = await save(
      'bounces.mbox',
      ['', gone, '', full]
        .flatMap((part) => (part ? [part] : ['From MAILER-DAEMON Sat Nov 28 12:00:00 2026']))
        .join('\n'),
    );
    const said = (done: string) =>
      `${mbox}: hard, recipient, ana@example.com, 5.1.1, message ${id}: ${done}\n`;
    expect((await read(mbox, '--dry-run')).stdout).toContain(said('would be noted as bounced'));
    expect((await sql()`select status from messages where id = ${id}`)[0]).toEqual({ status: 'sent' });
    const { stdout } = await read(mbox);
    expect(stdout).toContain(said('noted as bounced'));
    expect(stdout).toContain(`soft, mailbox full, ana@example.com, 5.2.2, message ${id}: noted as failed`);
    expect((await sql()`select status from messages where id = ${id}`)[0]).toEqual({ status: 'bounced' });
    expect((await read(mbox)).stdout).toContain(said('known already'));
  }, 60_000);

  it('exits with 1 where something could not be read, and reads the rest', async () => {
    const [good, bad] = [
      await save('good.eml', bounceOf(newId(), '5.1.1', '550 5.1.1 no such user')),
      await save('bad.eml', 'no mail'),
    ];
    const failed = await read(bad, good, join(folder, 'none.eml'), '--json').catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: 1 });
    expect(JSON.parse((failed as { stdout: string }).stdout)).toMatchObject([
      { file: bad, results: null },
      { file: good, results: [{ class: 'hard', recipient: 'ana@example.com', effect: 'no_message' }] },
      { file: join(folder, 'none.eml'), error: 'there is no such file' },
    ]);
    const words = await read(join(folder, 'none.eml'), folder).catch((error: unknown) => error);
    expect(words).toMatchObject({
      code: 1,
      stdout: `${join(folder, 'none.eml')}: there is no such file\n${folder}: that is a folder, not a file\n`,
    });
  }, 60_000);
});
