import { randomBytes } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, makeToken } from '@/lib/testing/factories';
import { call, inPieces } from '@/lib/testing/http';
import { longestHoldMs } from '@/lib/testing/longest-hold';
import { POST as notify } from './route';

useTestDatabase();

const MEGABYTE = 1024 * 1024;
const CARD = {
  student_name: 'Sofía Benítez',
  card_number: '00018842',
  balance: 3500,
  topup_url: 'https://comedor.example/recargas/18842',
};
const many = <T>(count: number, item: (n: number) => T) => Array.from({ length: count }, (_, n) => item(n));
const files = (count: number, bytes: number) =>
  many(count, (n) => ({ filename: `${n}.pdf`, content: randomBytes(bytes).toString('base64') }));

let token: string;
beforeAll(async () => {
  token = await makeToken();
  await makeProvider();
});

it.each([
  ['one file of 24 MB', 1, 24 * MEGABYTE],
  ['twenty files of 1.2 MB', 20, 1.2 * MEGABYTE],
])(
  'a notification with %s: others have their turn',
  async (_, count, size) => {
    const bodyOf = () =>
      new TextEncoder().encode(
        JSON.stringify({
          type: 'low-balance',
          to: 'ana@example.com',
          variables: CARD,
          attachments: files(count, size),
        }),
      );
    const post = (bytes: Uint8Array<ArrayBuffer>) =>
      call(notify, { token, body: inPieces(bytes), headers: { 'content-length': String(bytes.length) } });
    // What is compiled once in the life of a process is not what is measured.
    await post(bodyOf());
    const bytes = bodyOf();
    let answer: Awaited<ReturnType<typeof call>> | undefined;
    const held = await longestHoldMs(async () => {
      answer = await post(bytes);
    });
    expect(answer!.body.channels).toContainEqual(
      expect.objectContaining({ channel: 'email', state: 'handed_over' }),
    );
    expect(held).toBeLessThan(50);
  },
  60_000,
);
