import { expect, it } from 'vitest';
import type { FileBytes } from '@/lib/text/file-bytes';
import { LargeJson } from './parse-json';

/** Counts the turns of the event loop, in each of which others are served. */
function countTurns() {
  let turns = 0;
  let done = false;
  const count = () => {
    turns++;
    if (!done) setImmediate(count);
  };
  setImmediate(count);
  return {
    now: () => turns,
    stop: () => {
      done = true;
    },
  };
}

function read(text: string): Promise<unknown> {
  const json = new LargeJson();
  json.push(new TextEncoder().encode(text));
  return json.parse();
}

it('hands on large bodies that came together in a turn of the event loop each', async () => {
  const turns = countTurns();
  const bodies = Array.from({ length: 12 }, (_, n) => JSON.stringify({ n, text: 'x'.repeat(100_000) }));
  const handedOn: number[] = [];
  const parsed = await Promise.all(
    bodies.map(async (body, index) => {
      const value = await read(index === 5 ? `${body}}` : body).catch((error) => error.code);
      handedOn.push(turns.now());
      return value;
    }),
  );
  turns.stop();
  expect(new Set(handedOn).size).toBe(bodies.length);
  expect(parsed).toEqual(bodies.map((body, index) => (index === 5 ? 'malformed_json' : JSON.parse(body))));
});

const MEGABYTE = 1024 * 1024;
const many = (count: number, bytes: number) =>
  Array.from({ length: count }, (_, n) => ({ n, text: 'x'.repeat(bytes) }));

it.each<[string, unknown]>([
  ['its longest list', { before: [1, 2], messages: many(300, 10_000), after: { list: [3] } }],
  ['a list that is the whole', many(300, 10_000)],
  ['a list of what is uneven', { messages: [...many(3, 10), ...many(2, MEGABYTE), null, 'x', [[]]] }],
  ['one string', { text: 'x'.repeat(2 * MEGABYTE), to: [], cc: ['a'] }],
  ['a list of that name', JSON.parse(`{"__proto__":["a","b"],"text":"${'x'.repeat(2 * MEGABYTE)}"}`)],
  ['a string that is the whole', 'x'.repeat(2 * MEGABYTE)],
])('a large body is as it was, in order: %s', async (_, body) => {
  const text = JSON.stringify(body);
  expect(JSON.stringify(await read(text))).toBe(text);
});

it('hands a large body on in pieces, each in a turn of the event loop', async () => {
  const turns = countTurns();
  const began = turns.now();
  await read(JSON.stringify({ messages: many(1_000, 10_000) }));
  turns.stop();
  // Ten megabytes.
  expect(turns.now() - began).toBeGreaterThanOrEqual(9);
});

it('reads the files of a batch that comes in pieces', async () => {
  const content = Buffer.from('%PDF-1.7 '.repeat(10_000));
  const attachments = [{ filename: 'a.pdf', content: content.toString('base64') }];
  const json = new LargeJson({ files: true });
  json.push(Buffer.from(JSON.stringify({ messages: many(40, 10).map((one) => ({ ...one, attachments })) })));
  const { messages } = (await json.parse()) as { messages: { attachments: { content: FileBytes }[] }[] };
  expect(messages).toHaveLength(40);
  for (const { attachments } of messages) expect(attachments[0]!.content.bytes.equals(content)).toBe(true);
});
