import { createPrivateKey } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { composeMime } from '@/lib/channels/email/mime';
import { toDataBlock } from '@/lib/providers/email/smtp/data-block';
import { makeFullMessage, makeOutgoing } from '@/lib/testing/outgoing';
import { verifyDkim } from '@/lib/testing/verify-dkim';
import { makePrivateKey, recordOf } from './key-pair';
import { type Signer, signMail } from './sign';

const DOMAIN = 'example.com';
const RECORDS: Record<string, string> = {};
let signers: Signer[];

beforeAll(async () => {
  signers = await Promise.all(
    (['ed25519', 'rsa'] as const).map(async (algorithm) => {
      const pem = await makePrivateKey(algorithm);
      RECORDS[`${algorithm}._domainkey.${DOMAIN}`] = recordOf(pem);
      return { domain: DOMAIN, selector: algorithm, algorithm, key: createPrivateKey(pem) };
    }),
  );
});

const lines = (...list: string[]) => Buffer.from(list.join('\r\n'), 'latin1');
/** What a server stores: as it was on the wire, without what SMTP adds. */
const received = (mime: Buffer) =>
  Buffer.from(toDataBlock(mime).toString('latin1').slice(0, -3).replaceAll('\r\n..', '\r\n.'), 'latin1');
const results = async (mail: Buffer) =>
  (await verifyDkim(mail, RECORDS)).map(({ selector, result }) => `${selector}: ${result}`).toSorted();
const BOTH = ['ed25519: pass', 'rsa: pass'];
const HEAD = [
  'From: a@example.com',
  'To: b@example.org',
  'Subject: one',
  'Date: Mon, 1 Jan 2026 00:00:00 +0000',
];

describe('signMail', () => {
  it.each<[string, Buffer]>([
    ['an empty body', lines(...HEAD, '', '')],
    ['no body at all', lines(...HEAD, '')],
    ['nothing but empty lines', lines(...HEAD, '', '', '', '')],
    [
      'blanks at ends of lines, and empty lines at the end',
      lines(...HEAD, '', 'a  \t b \t', ' ', 'c', '', ' ', ''),
    ],
    ['no end of the last line', lines(...HEAD, '', 'no end')],
    ['bare LF', Buffer.from(`${HEAD.join('\n')}\n\none\ntwo\n`)],
    ['bare CR', lines(...HEAD, '', 'one\rtwo', '')],
    ['dots', lines(...HEAD, '', '.', '..', '.a', '')],
    [
      'bytes of 8 bits, a hard blank among them',
      lines(...HEAD, 'X-A: \u00c2\u00a0a\u00a0', '', '\u00a0\u00c3\u00b1\u00a0', ''),
    ],
    ['lines of 5,000', lines(...HEAD, '', 'x '.repeat(2500), '')],
    ['folded headers', lines(...HEAD, 'X-Long: one', '\ttwo', '   three  ', '', 'a', '')],
    [
      'two of a kind',
      lines(...HEAD, 'Reply-To: c@example.com', 'Reply-To: d@example.com', 'Cc: e@example.com', '', 'a', ''),
    ],
    [
      'a body of several slices',
      lines(
        ...HEAD,
        '',
        ...Array.from({ length: 9000 }, (_, at) => `${at}  ${'y'.repeat(at % 90)} `),
        '',
        '',
        '',
      ),
    ],
    [
      'empty lines longer than a slice',
      lines(...HEAD, '', `a${'\r\n'.repeat(200_000)}b${'\r\n'.repeat(200_000)}`),
    ],
  ])('%s', async (_what, mime) => {
    expect(await results(received(await signMail(mime, signers)))).toEqual(BOTH);
  });

  it('what Relevo composes, with everything in it', async () => {
    const mime = await composeMime(makeFullMessage());
    expect(await results(received(await signMail(mime, signers)))).toEqual(BOTH);
  });

  it('a thousand messages of all shapes', { timeout: 60_000 }, async () => {
    const random = generator(13);
    const failed: string[] = [];
    for (let count = 0; count < 1000; count++) {
      const mime = await makeAny(random);
      const mail = received(await signMail(mime, signers));
      const verdict = await results(mail);
      if (verdict.join() !== BOTH.join()) failed.push(`${count}: ${verdict.join()}`);
    }
    expect(failed).toEqual([]);
  });

  it.each([
    ['From: mallory@example.net', 'ed25519: fail'],
    ['Subject: another', 'ed25519: fail'],
    ['Reply-To: mallory@example.net', 'ed25519: fail'],
    ['List-Unsubscribe: <https://example.net>', 'ed25519: fail'],
    ['List-Unsubscribe-Post: List-Unsubscribe=One-Click', 'ed25519: fail'],
    ['X-Seen-By: a list', 'ed25519: pass'],
  ])('%s put in front: %s', async (field, expected) => {
    const mail = await signMail(lines(...HEAD, '', 'a', ''), signers);
    const [first] = await results(Buffer.concat([Buffer.from(`${field}\r\n`), mail]));
    expect(first).toContain(expected);
  });

  it('signs the whole body, and says so by no length', async () => {
    const mail = await signMail(lines(...HEAD, '', 'a', ''), signers);
    expect(mail.toString()).not.toMatch(/[;\s]l=/);
    expect((await results(Buffer.concat([mail, Buffer.from('more\r\n')])))[0]).toContain('fail');
  });

  it('keeps lines of its own within 78 characters', async () => {
    const mail = await signMail(lines(...HEAD, '', 'a', ''), signers);
    const own = mail.toString().split('From:')[0]!.split('\r\n');
    expect(Math.max(...own.map((line) => line.length))).toBeLessThanOrEqual(78);
  });

  it('leaves alone what nobody signs', async () => {
    const mime = lines(...HEAD, '', 'a', '');
    expect(await signMail(mime, [])).toBe(mime);
  });
});

type Random = (below: number) => number;

/** Always the same numbers, so that what fails fails again (mulberry32). */
function generator(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

async function makeAny(random: Random): Promise<Buffer> {
  return random(3) === 0 ? makeRaw(random) : composeMime(makeComposed(random));
}

const PIECES = [
  'a',
  ' ',
  '  ',
  '\t',
  '\r\n',
  '\r\n\r\n',
  '.',
  'ñ',
  '領',
  '🦤',
  '\u00a0',
  'word ',
  '=',
  '=3D',
  'x'.repeat(900),
];
const text = (random: Random, most: number) =>
  Array.from({ length: random(most) }, () => PIECES[random(PIECES.length)]).join('');

function makeComposed(random: Random) {
  const unsubscribe = `<https://example.com/api/u/${'t'.repeat(20 + random(200))}>`;
  return makeOutgoing({
    subject: text(random, 20).replace(/[\r\n]+/g, ' '),
    text: random(4) === 0 ? '' : text(random, 60),
    html: random(2) === 0 ? undefined : `<p>${text(random, 60)}</p>`,
    replyTo: random(2) === 0 ? [] : [{ email: 'desk@example.com', name: 'Recepción del día' }],
    headers:
      random(2) === 0
        ? {}
        : {
            'List-Unsubscribe': unsubscribe,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
            'X-Note': 'n '.repeat(random(90)).trim() || 'n',
          },
    attachments: Array.from({ length: random(3) }, (_, at) => ({
      filename: `receipt ${at} ñ.pdf`,
      contentType: ['application/pdf', 'text/plain', 'message/rfc822'][random(3)]!,
      content: Buffer.from(text(random, 200)),
    })),
  });
}

function makeRaw(random: Random): Buffer {
  const folded = () =>
    Array.from({ length: 1 + random(4) }, () => text(random, 5).replace(/[\r\n]/g, '')).join('\r\n\tand ');
  const extra = Array.from({ length: random(4) }, (_, at) => `X-${at}: ${folded()}`);
  const body = Buffer.from(text(random, 80));
  return Buffer.concat([Buffer.from(`${[...HEAD, ...extra].join('\r\n')}\r\n\r\n`), body]);
}
