import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Command } from 'commander';
import { parseInput } from '@/lib/http/parse-input';
import { eraseRecipient } from '@/lib/recipients/erase';
import { jsonOfRecipient } from '@/lib/recipients/export';
import { findRecipients } from '@/lib/recipients/find';
import {
  type FoundRecipient,
  RecipientRef,
  RecipientSearch,
  StoryQuery,
  type StoryView,
} from '@/lib/recipients/schema';
import { getStory } from '@/lib/recipients/story';
import { misuse } from './misuse';
import { run } from './run';

type Options = { json?: boolean } & Record<string, string | undefined>;

export function recipientCommand(): Command {
  const recipient = new Command('recipient').description('what happened to one person, over all messages');
  recipient
    .command('find')
    .description(
      'whom it is about: by address, phone number, id of a message, Message-ID or words of a subject',
    )
    .argument('<words>')
    .action(async (q: string, { json }: Options) => {
      const search = parseInput(RecipientSearch, { q });
      await run(
        { json: !!json },
        (ctx) => findRecipients(ctx, search),
        ({ data }) => data.map(foundLine).join('\n'),
      );
    });
  recipient
    .command('story')
    .description('what matters, who must act, and what happened, the newest first')
    .argument('<address>')
    .option('--limit <number>', 'how many events at most, up to 100')
    .option('--cursor <id>', '`nextCursor` of the page before')
    .action(async (address: string, { json, ...fields }: Options) => {
      const query = parseInput(StoryQuery, fields);
      await run({ json: !!json }, (ctx) => getStory(ctx, { ...query, address }), storyText);
    });
  recipient
    .command('export')
    .description('write all that is known of one person as a JSON file')
    .argument('<address>')
    .argument('<file>')
    .action(async (typed: string, file: string, { json }: Options) => {
      const ref = parseInput(RecipientRef, { address: typed });
      await run(
        { json: !!json },
        (ctx) => pipeline(jsonOfRecipient(ctx, ref), createWriteStream(file, { mode: 0o600 })),
        () => `Written to ${file}.`,
      );
    });
  recipient
    .command('erase')
    .description('delete what is known of one person; figures stay, and the wish not to be written to')
    .argument('<address>')
    .option('--yes', 'there is no way back')
    .action(async (address: string, { json, yes }: Options) => {
      if (!yes) throw misuse('--yes', 'there is no way back: say --yes');
      await run(
        { json: !!json },
        (ctx) => eraseRecipient(ctx, { address }),
        ({ messages, canceled, suppressions }) =>
          `${messages} messages emptied, ${canceled} of them canceled; ${suppressions} suppressions stay without the address.`,
      );
    });
  return recipient;
}

function foundLine({ address, name, message, suppressed }: FoundRecipient): string {
  return [address, name, suppressed && 'suppressed', message?.acceptedAt, message?.status, message?.subject]
    .filter(Boolean)
    .join('  ');
}

function storyText({ sentence, advice, data, nextCursor }: StoryView): string {
  const lines = data.map(({ at, type, provider, messageId, subject }) =>
    [at, type, provider, messageId, subject].filter(Boolean).join('  '),
  );
  return [sentence, advice, ...lines, nextCursor && `more: --cursor ${nextCursor}`]
    .filter(Boolean)
    .join('\n');
}
