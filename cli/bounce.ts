import { Command } from 'commander';
import type { BounceResult } from '@/lib/bounces/apply-bounce';
import { type MailResult, readMails } from '@/lib/bounces/read-file';
import type { Effect } from '@/lib/bounces/vocabulary';
import type { Context } from '@/lib/context';
import { errorMessage } from '@/lib/errors';
import { bounceMailboxCommand } from './bounce-mailbox';
import { readBytes } from './files';
import { run } from './run';

export function bounceCommand(): Command {
  const bounce = new Command('bounce').description('mails that come back');
  bounce
    .command('read')
    .description(
      'read bounces, complaints and answers, say what each means, and note it at its message; reading one again changes nothing',
    )
    .argument('<file...>', 'mails, one a file, or mbox files; - is standard input')
    .option('--dry-run', 'only say what would be noted')
    .action(read);
  return bounce.addCommand(bounceMailboxCommand());
}

/** An mbox of some ten thousand bounces. */
const MOST_BYTES = 256 * 1024 * 1024;

type Line = { file: string } & (MailResult | { error: string });

async function read(files: string[], { dryRun, json }: { dryRun?: true; json?: boolean }): Promise<void> {
  const lines = await run(
    { json },
    async (ctx) => {
      const found: Line[] = [];
      for (const file of files) found.push(...(await readOne(ctx, file, dryRun)));
      return found;
    },
    (found) => found.flatMap(describe).join('\n'),
  );
  if (lines.some((line) => 'error' in line || line.results === null)) process.exitCode = 1;
}

async function readOne(ctx: Context, file: string, dryRun?: true): Promise<Line[]> {
  try {
    const content = await readBytes(file, MOST_BYTES);
    const lines: Line[] = [];
    for await (const mail of readMails(ctx, content, { dryRun })) lines.push({ file, ...mail });
    return lines;
  } catch (error) {
    return [{ file, error: errorMessage(error) }];
  }
}

function describe(line: Line): string[] {
  if ('error' in line) return [`${line.file}: ${line.error}`];
  if (!line.results) return [`${line.file}: cannot be read as a mail`];
  return line.results.map((result) => `${line.file}: ${describeResult(result)}`);
}

const EFFECTS: Record<Effect, string> = {
  noted: 'noted',
  repeated: 'known already',
  no_message: 'of no message of ours',
  no_recipient: 'of whom of its recipients is not clear',
  nothing: 'nothing to note',
  would_be_noted: 'would be noted',
};

function describeResult({
  class: kind,
  cause,
  recipient,
  code,
  messageId,
  type,
  effect,
}: BounceResult): string {
  const about = [
    kind.replace('_', '-'),
    cause?.replace('_', ' '),
    recipient,
    code,
    messageId && `message ${messageId}`,
  ];
  const done =
    type && (effect === 'noted' || effect === 'would_be_noted')
      ? `${EFFECTS[effect]} as ${type}`
      : EFFECTS[effect];
  return `${about.filter(Boolean).join(', ')}: ${done}`;
}
