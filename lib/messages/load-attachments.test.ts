import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage } from '@/lib/testing/factories';
import { loadAttachments } from './load-attachments';

useTestDatabase();

const MB = 1024 * 1024;

it('reads files of any length as they were given', async () => {
  const files = [0, 1, MB - 1, MB, MB + 1, 2 * MB, 2 * MB + 5].map((bytes, at) => ({
    filename: `${at}.bin`,
    content: randomBytes(bytes),
  }));
  const { id } = await makeMessage({
    from: 'clinic@example.com',
    attachments: files.map(({ filename, content }) => ({ filename, content: content.toString('base64') })),
  });
  const read = await loadAttachments(id);
  expect(read.map(({ filename, content }) => [filename, content.length])).toEqual(
    files.map(({ filename, content }) => [filename, content.length]),
  );
  expect(read.every(({ content }, at) => content.equals(files[at]!.content))).toBe(true);
});
