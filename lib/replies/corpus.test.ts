import { expect, it } from 'vitest';
import { classifyReply } from './classify-reply';
import { GOOGLE_AND_MICROSOFT } from './corpus/google-and-microsoft';
import { HOSTS_AND_RELAYS } from './corpus/hosts-and-relays';
import { LISTS_AND_FILTERS } from './corpus/lists-and-filters';
import { MAILBOX_PROVIDERS } from './corpus/mailbox-providers';
import { MORE_OF_THE_FIELD } from './corpus/more-of-the-field';
import { OTHER_LANGUAGES } from './corpus/other-languages';
import { type CorpusReply, readCorpus } from './corpus/read-corpus';
import { RECEIVERS_OF_THE_WORLD } from './corpus/receivers-of-the-world';
import { RELAYS_AND_FILTERS } from './corpus/relays-and-filters';
import { SERVERS } from './corpus/servers';
import { SOFTWARE_OF_THE_WORLD } from './corpus/software-of-the-world';

const CORPUS = [
  MAILBOX_PROVIDERS,
  SERVERS,
  RELAYS_AND_FILTERS,
  GOOGLE_AND_MICROSOFT,
  RECEIVERS_OF_THE_WORLD,
  SOFTWARE_OF_THE_WORLD,
  LISTS_AND_FILTERS,
  HOSTS_AND_RELAYS,
  OTHER_LANGUAGES,
  MORE_OF_THE_FIELD,
].flatMap(readCorpus);

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
  expect(CORPUS.length).toBeGreaterThanOrEqual(1_050);
  expect(new Set(CORPUS.map(({ text, stage }) => `${stage} ${text}`)).size).toBeGreaterThan(1_040);
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
