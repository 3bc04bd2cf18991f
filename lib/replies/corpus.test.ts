import { expect, it } from 'vitest';
import { classifyReply } from './classify-reply';
import { GOOGLE_AND_MICROSOFT } from './corpus/google-and-microsoft';
import { HOSTS_AND_RELAYS } from './corpus/hosts-and-relays';
import { LISTS_AND_FILTERS } from './corpus/lists-and-filters';
import { MAILBOX_PROVIDERS } from './corpus/mailbox-providers';
import { MORE_OF_THE_FIELD } from './corpus/more-of-the-field';
import { ODD_WORDINGS } from './corpus/odd-wordings';
import { OTHER_LANGUAGES } from './corpus/other-languages';
import { PATTERNS_OF_SENDERS } from './corpus/patterns-of-senders';
import { PATTERNS_OF_SISIMAI } from './corpus/patterns-of-sisimai';
import { type CorpusReply, readCorpus } from './corpus/read-corpus';
import { RECEIVERS_OF_THE_WORLD } from './corpus/receivers-of-the-world';
import { RELAYS_AND_FILTERS } from './corpus/relays-and-filters';
import { REPLIES_IN_LOGS } from './corpus/replies-in-logs';
import { REPORTS_AND_LOGS } from './corpus/reports-and-logs';
import { RULES_OF_BOUNCES } from './corpus/rules-of-bounces';
import { RULES_OF_REFUSALS } from './corpus/rules-of-refusals';
import { SERVERS } from './corpus/servers';
import { SERVERS_OF_OTHERS } from './corpus/servers-of-others';
import { SOFTWARE_OF_THE_WORLD } from './corpus/software-of-the-world';
import { TRANSLATED_REPLIES } from './corpus/translated-replies';

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
  ODD_WORDINGS,
  REPORTS_AND_LOGS,
  RULES_OF_BOUNCES,
  RULES_OF_REFUSALS,
  TRANSLATED_REPLIES,
  SERVERS_OF_OTHERS,
  PATTERNS_OF_SENDERS,
  PATTERNS_OF_SISIMAI,
  REPLIES_IN_LOGS,
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
  expect(CORPUS.length).toBeGreaterThanOrEqual(2_300);
  expect(new Set(CORPUS.map(({ text, stage }) => `${stage} ${text}`)).size).toBeGreaterThan(2_290);
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
