import { Command } from 'commander';
import { inSteps } from '@/lib/async/in-steps';
import { AppError } from '@/lib/errors';
import { parseInput } from '@/lib/http/parse-input';
import { InboundFilter, type InboundView, ReplayInput } from '@/lib/inbound/inbound-schema';
import { listInbound } from '@/lib/inbound/list-inbound';
import { replayInbound, replayMany } from '@/lib/inbound/replay';
import { EventFilter, type EventRow } from '@/lib/messages/event-schema';
import { listEvents } from '@/lib/messages/list-events';
import { run } from './run';

type Options = { json?: boolean } & Record<string, string | undefined>;

export function eventsCommand(): Command {
  const events = new Command('events').description('what happened to messages, and what providers told');
  withTimes(events.command('list').description('the newest, or those that match'))
    .option('--message <id>', 'only of this message')
    .option('--recipient <address>', 'only of this recipient')
    .option('--type <type>', 'such as bounced')
    .option('--provider <provider>', 'name or id')
    .option('--company <company>', 'name, key or id')
    .option('--limit <number>', 'how many at most, up to 100')
    .action(async ({ json, ...fields }: Options) => {
      const filter = parseInput(EventFilter, fields);
      await run(
        { json: !!json },
        (ctx) => listEvents(ctx, filter),
        ({ data }) => data.map(eventLine).join('\n'),
      );
    });
  withTimes(events.command('webhooks').description('what providers posted, as it is kept; the newest'))
    .option('--provider <provider>', 'name or id')
    .option('--state <state>', 'waiting, read or failed')
    .option('--limit <number>', 'how many at most, up to 100')
    .action(async ({ json, ...fields }: Options) => {
      const filter = parseInput(InboundFilter, fields);
      await run(
        { json: !!json },
        (ctx) => listInbound(ctx, filter),
        ({ data }) => data.map(inboundLine).join('\n'),
      );
    });
  withTimes(
    events
      .command('replay')
      .description('read once more what a provider posted, as after its mapping was mended')
      .argument('[id]', 'one of `events webhooks`; without it those of a provider'),
  )
    .option('--provider <provider>', 'name or id')
    .option('--state <state>', 'failed or all (default: failed)')
    .option('--dry-run', 'only count')
    .action(async (id: string | undefined, { json, dryRun, ...fields }: Options) => {
      if (id !== undefined) {
        if (dryRun || Object.values(fields).some((value) => value !== undefined))
          throw new AppError('validation_failed', 'Give an id, or say of which provider: not both.');
        await run({ json: !!json }, (ctx) => replayInbound(ctx, { id }), inboundLine);
        return;
      }
      const input = parseInput(ReplayInput, { ...fields, dryRun: !!dryRun });
      await run(
        { json: !!json },
        (ctx) => inSteps((cursor) => replayMany(ctx, { ...input, ...(cursor && { cursor }) })),
        ({ matched, replayed }) =>
          dryRun ? `${matched} would be read again.` : `${replayed} of ${matched} are read again.`,
      );
    });
  return events;
}

function withTimes(command: Command): Command {
  return command
    .option('--since <time>', 'such as 2026-11-27T00:00:00Z')
    .option('--until <time>', 'only before then');
}

function eventLine({ at, type, recipient, provider, messageId }: EventRow): string {
  return [at, type, recipient, provider, messageId].filter(Boolean).join('  ');
}

function inboundLine({ id, receivedAt, provider, state, error }: InboundView): string {
  return [id, receivedAt, provider, state, error].filter(Boolean).join('  ');
}
