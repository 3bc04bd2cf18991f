import { expect, it } from 'vitest';
import { classifyReply } from './classify-reply';
import { ALL_REPLIES as CORPUS } from './corpus/all-replies';
import type { CorpusReply } from './corpus/read-corpus';

const judge = ({ stage, text }: CorpusReply) =>
  classifyReply({ stage, code: Number(text.slice(0, 3)), text });

function describeMismatch(reply: CorpusReply): string[] {
  const found = { quota: undefined, ...judge(reply) };
  const wrong = Object.entries({ quota: undefined, ...reply.means }).filter(
    ([key, value]) => found[key as keyof typeof found] !== value,
  );
  return wrong.length === 0
    ? []
    : [`${reply.stage}: ${reply.text} → ${found.fault} ${found.cause}, not ${JSON.stringify(reply.means)}`];
}

it('knows what the field says, in five languages', () => {
  expect(CORPUS.length).toBeGreaterThanOrEqual(2_600);
  expect(new Set(CORPUS.map(({ text, stage }) => `${stage} ${text}`)).size).toBeGreaterThan(2_590);
  expect(CORPUS.flatMap(describeMismatch)).toEqual([]);
});

it('bounces nobody for a fault of the sender, and blames no provider for a recipient', () => {
  const bounced = CORPUS.filter((reply) => {
    const { fault, permanent } = judge(reply);
    return reply.means.fault !== 'recipient' && fault === 'recipient' && permanent;
  });
  const blamed = CORPUS.filter(
    (reply) => reply.means.fault === 'recipient' && judge(reply).fault === 'provider',
  );
  expect([bounced, blamed].map((list) => list.map(({ text }) => text))).toEqual([[], []]);
});
