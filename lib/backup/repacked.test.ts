import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { zstdCompressSync } from 'node:zlib';
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { pack } from 'tar-stream';
import { beforeAll, expect, it } from 'vitest';
import { databaseUrl } from '@/lib/database/database-url';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider } from '@/lib/testing/factories';
import { Manifest } from './manifest';
import { readEntries, textOf } from './read-backup';
import { restoreInto } from './restore-into';
import { createScratch, dropScratch, urlOf } from './scratch';
import { writeBackup } from './write-backup';

useTestDatabase();

let identity: string;
let recipient: string;
let file: string;

beforeAll(async () => {
  identity = await generateX25519Identity();
  recipient = await identityToRecipient(identity);
  file = join(mkdtempSync(join(tmpdir(), 'relevo-repacked-')), 'whole.age');
  await makeProvider({ name: 'Office' });
  await writeBackup({ url: databaseUrl(), file, recipients: [recipient], version: '1' });
});

/** Opened and sealed again by somebody who has the keys: nothing of its seals is broken. */
async function repack(change: (name: string, text: string) => string): Promise<string> {
  const archive = pack();
  for await (const entry of readEntries(file, identity)) {
    const { name } = entry.header;
    archive.entry({ name }, change(name, await textOf(entry)));
  }
  archive.finalize();
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const path = `${file}.repacked`;
  writeFileSync(path, await encrypter.encrypt(zstdCompressSync(await buffer(archive))));
  return path;
}

async function restore(path: string): Promise<unknown> {
  const scratch = await createScratch();
  try {
    return await restoreInto(urlOf(scratch), path, identity);
  } finally {
    await dropScratch(scratch);
  }
}

it('comes back where nothing was changed, and not where the copy of a table is another than was written', async () => {
  await restore(await repack((_, text) => text));
  const path = await repack((name, text) => {
    if (name !== 'manifest.json') return text;
    const { tables } = Manifest.parse(JSON.parse(text));
    return JSON.stringify({
      tables: tables.map((table) =>
        table.name === 'providers' ? { ...table, sha256: '0'.repeat(64) } : table,
      ),
    });
  });
  await expect(restore(path)).rejects.toThrow(/^providers was read with \d+ bytes/);
});

it('does not come back with the row of a table changed', async () => {
  const path = await repack((name, text) =>
    name.startsWith('tables/providers/') ? text.replace('Office', 'Ofice!') : text,
  );
  await expect(restore(path)).rejects.toThrow(/^providers was read/);
});
