import { Command } from 'commander';
import { createMailbox, deleteMailbox } from '@/lib/bounces/mailboxes/change';
import { getMailbox, listMailboxes } from '@/lib/bounces/mailboxes/find';
import { MailboxInput, type MailboxView } from '@/lib/bounces/mailboxes/schema';
import { testMailbox } from '@/lib/bounces/mailboxes/test-mailbox';
import { readJson } from './files';
import { run } from './run';

type Json = { json?: boolean };

export function bounceMailboxCommand(): Command {
  const mailbox = new Command('mailbox').description('mailboxes to which bounces come, read by IMAP');
  mailbox
    .command('list')
    .description('all of them, and how each stands')
    .action(async (options: Json) => {
      await run(options, listMailboxes, ({ data }) => data.map(line).join('\n'));
    });
  mailbox
    .command('add')
    .description('add one from a JSON file (the body of POST /api/v1/bounce-mailboxes)')
    .requiredOption('--file <file>', 'the file, or - for standard input')
    .option('--company <company>', "whose it is, instead of the file's: name, key or id")
    .action(async ({ file, company, ...options }: Json & { file: string; company?: string }) => {
      const given = MailboxInput.parse(await readJson('file', file));
      const input = { ...given, company: company ?? given.company };
      await run(
        options,
        (ctx) => createMailbox(ctx, input),
        ({ name }) => `Added ${name}: it is read at once.`,
      );
    });
  mailbox
    .command('test')
    .description('sign in and open the folder, without reading; exits with 1 when it does not work')
    .argument('<name>', 'name or id')
    .action(async (name: string, options: Json) => {
      const { ok } = await run(
        options,
        (ctx) => testMailbox(ctx, { id: name }),
        ({ summary, reply }) => [summary, reply && `The server says: ${reply}`].filter(Boolean).join('\n'),
      );
      if (!ok) process.exitCode = 1;
    });
  mailbox
    .command('remove')
    .description('read it no more; what was noted stays')
    .argument('<name>', 'name or id')
    .action(async (name: string, options: Json) => {
      await run(
        options,
        async (ctx) => deleteMailbox(ctx, { id: (await getMailbox(ctx, name)).id }),
        () => `Removed ${name}.`,
      );
    });
  return mailbox;
}

function line({
  id,
  name,
  username,
  host,
  folder,
  active,
  failure,
  readAt,
  mailsRead,
  mailsNoted,
}: MailboxView) {
  const state = failure ? `fails since ${failure.since}: ${failure.summary}` : `read ${readAt ?? 'never'}`;
  return [
    name,
    `${username} at ${host}, ${folder}`,
    active ? state : 'paused',
    `${mailsRead} mails, ${mailsNoted} noted`,
    id,
  ].join('  ');
}
