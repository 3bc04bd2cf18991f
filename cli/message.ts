import { once } from 'node:events';
import { basename } from 'node:path';
import { Command } from 'commander';
import { acceptMessage } from '@/lib/intake/accept';
import { sendAgain } from '@/lib/intake/send-again';
import { cancelMessage } from '@/lib/messages/cancel';
import { cancelMessages } from '@/lib/messages/cancel-many';
import { csvOfMessages } from '@/lib/messages/export';
import { rescheduleMessage } from '@/lib/messages/reschedule';
import { resendMessages } from '@/lib/messages/resend-many';
import {
  CancelInput,
  ExportQuery,
  MessageInput,
  RescheduleInput,
  ResendInput,
  ResendOneInput,
} from '@/lib/messages/schema';
import { sendNow } from '@/lib/messages/send-now';
import { waitForOutcome } from '@/lib/messages/wait';
import { readCallersFile } from './files';
import { run } from './run';

type SendOptions = {
  to: string[];
  subject: string;
  text?: string;
  html?: string;
  from?: string;
  company?: string;
  attach?: string[];
  wait?: boolean;
  json?: boolean;
};

const WAIT_SECONDS = 30;

export function messageCommand(): Command {
  const message = new Command('message').description('messages');
  message
    .command('send')
    .description('send a message')
    .requiredOption('--to <address...>', 'one or more recipients')
    .requiredOption('--subject <subject>', 'what stands above it')
    .option('--text <text>', 'the text; text or html is needed')
    .option('--html <html>', 'beside the text, or without one')
    .option('--from <address>', "default: the provider's sender")
    .option('--company <company>', 'whose message it is: name, key or id')
    .option('--attach <file...>', 'files to attach')
    .option('--wait', `wait up to ${WAIT_SECONDS} s and say what became of it (needs a running worker)`)
    .action(send);
  message
    .command('resend')
    .description(
      'send again what came to rest without success, or for real what a sandbox keeps (--status captured): one by id, or many by filter',
    )
    .argument('[id]')
    .option('--correct <pair...>', 'of one: WRONG=RIGHT; to the right address and to nobody else')
    .option('--again', 'of one that was sent: to all once more')
    .option('--status <status...>', 'default: parked')
    .option('--provider <name>', 'only what this provider had')
    .option('--to <address>', 'only to this recipient')
    .option('--tag <tag>', 'only with this tag')
    .option('--company <company>', 'only of this company: name, key or id')
    .option('--since <time>', 'only accepted since then, such as 2026-11-21T08:00:00Z')
    .option('--until <time>', 'only accepted before then')
    .option('--limit <n>', 'at most so many, the oldest first', '1000')
    .option('--dry-run', 'only count')
    .action(resend);
  message
    .command('reschedule')
    .description('move one that was not tried yet to another time, or send it now')
    .argument('<id>')
    .option('--at <time>', 'such as 2026-11-21T08:00:00Z')
    .option('--now', 'do not wait for its time')
    .action(reschedule);
  message
    .command('cancel')
    .description('cancel what still waits: one by id, or all that match')
    .argument('[id]')
    .option('--limit <n>', 'at most so many, of the newest', '1000')
    .option('--dry-run', 'only count')
    .action(cancel);
  message
    .command('export')
    .description('print what matches as CSV, newest first')
    .option('--no-bom', 'without the mark by which spreadsheets know UTF-8')
    .action(exportCsv);
  for (const command of message.commands.filter((each) => ['cancel', 'export'].includes(each.name())))
    for (const [flags, about] of MATCH) command.option(flags, about);
  return message;
}

/** The filters of `GET /api/v1/messages`. */
const MATCH: [string, string][] = [
  ['--q <words>', 'words of subject, names and addresses; an id, ours or a provider’s'],
  ['--status <states>', 'such as parked or failed,bounced'],
  ['--to <address>', 'only to this recipient'],
  ['--provider <name>', 'only what this provider had'],
  ['--company <key>', 'only of this company'],
  ['--tag <tag>', 'only with this tag'],
  ['--category <category>', 'transactional or marketing'],
  ['--since <time>', 'only accepted since then, such as 2026-11-21T08:00:00Z'],
  ['--until <time>', 'only accepted before then'],
];

type RescheduleOptions = { at?: string; now?: true; json?: boolean };

async function reschedule(id: string, { at, now, json }: RescheduleOptions): Promise<void> {
  await run(
    { json },
    (ctx) =>
      now
        ? sendNow(ctx, { id })
        : rescheduleMessage(ctx, { ...RescheduleInput.parse({ scheduledAt: at }), id }),
    (result) => `${result.id} ${result.status}`,
  );
}

type CancelOptions = Record<string, string> & { limit: string; dryRun?: never; json?: never };

async function cancel(
  id: string | undefined,
  { limit, dryRun, json, ...match }: CancelOptions,
): Promise<void> {
  if (id) {
    await run(
      { json },
      (ctx) => cancelMessage(ctx, { id }),
      (result) => `${result.id} ${result.status}`,
    );
    return;
  }
  const input = CancelInput.parse({ match, limit: Number(limit), dryRun });
  await run(
    { json },
    (ctx) => cancelMessages(ctx, input),
    ({ matched, canceled }) =>
      dryRun ? `${matched} would be canceled` : `${canceled} of ${matched} are canceled`,
  );
}

async function exportCsv({ bom, json: _json, ...match }: { bom: boolean; json?: boolean }): Promise<void> {
  const query = ExportQuery.parse({ ...match, bom: String(bom) });
  await run(
    {},
    async (ctx) => {
      for await (const piece of csvOfMessages(ctx, query))
        if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
    },
    () => '',
  );
}

/** `wrong@example.com=right@example.com`. */
function toPairs(pairs?: string[]): Record<string, string> | undefined {
  return pairs && Object.fromEntries(pairs.map((pair) => pair.split(/=(?=[^=]*$)/) as [string, string]));
}

type ResendOptions = {
  correct?: string[];
  again?: true;
  status?: string[];
  provider?: string;
  to?: string;
  tag?: string;
  company?: string;
  since?: string;
  until?: string;
  limit: string;
  dryRun?: boolean;
  json?: boolean;
};

async function resend(
  id: string | undefined,
  { json, limit, dryRun, correct, again, ...filter }: ResendOptions,
): Promise<void> {
  if (id) {
    await run(
      { json },
      (ctx) => sendAgain(ctx, { ...ResendOneInput.parse({ correct: toPairs(correct), again }), id }),
      (result) => `${result.id} ${result.status}`,
    );
    return;
  }
  const input = ResendInput.parse({ filter, limit: Number(limit), dryRun });
  await run(
    { json },
    (ctx) => resendMessages(ctx, input),
    ({ matched, resent }) =>
      dryRun
        ? `${Math.min(matched, input.limit)} of ${matched} would be sent again`
        : `${resent} of ${matched} are sent again`,
  );
}

async function send({ attach = [], wait, json, ...fields }: SendOptions): Promise<void> {
  const attachments = await Promise.all(attach.map(readAttachment));
  const input = MessageInput.parse({ ...fields, attachments });
  if (!wait) {
    await run(
      { json },
      (ctx) => acceptMessage(ctx, input),
      ({ id, status }) => `${id} ${status}`,
    );
    return;
  }
  const outcome = await run(
    { json },
    async (ctx) => waitForOutcome(ctx, (await acceptMessage(ctx, input)).id, WAIT_SECONDS),
    ({ id, status, summary }) => `${id} ${status}: ${summary}`,
  );
  // Kept in a sandbox is what was asked for there; the words say that nobody received it.
  if (!['sent', 'delivered', 'captured'].includes(outcome.status)) process.exitCode = 1;
}

async function readAttachment(file: string) {
  const content = await readCallersFile('attach', file);
  return { filename: basename(file), content: content.toString('base64') };
}
