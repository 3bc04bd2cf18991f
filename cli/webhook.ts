import { Command } from 'commander';
import { inSteps } from '@/lib/async/in-steps';
import type { Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { parseInput } from '@/lib/http/parse-input';
import { deleteWebhook, rotateWebhookSecret, updateWebhook } from '@/lib/webhooks/change';
import { createWebhook } from '@/lib/webhooks/create';
import { listDeliveries } from '@/lib/webhooks/deliveries';
import { listWebhooks } from '@/lib/webhooks/list';
import { replayWebhook } from '@/lib/webhooks/replay';
import {
  DeliveryFilter,
  type DeliveryView,
  ReplayInput,
  RotateSecretInput,
  WebhookInput,
  type WebhookView,
} from '@/lib/webhooks/schema';
import { testWebhook } from '@/lib/webhooks/test-webhook';
import { run } from './run';

type Options = { json?: boolean } & Record<string, string | undefined>;
type Flags = { json?: boolean; failed?: boolean; dryRun?: boolean } & Record<string, unknown>;

export function webhookCommand(): Command {
  const webhook = new Command('webhook').description('who is told elsewhere what happens here');
  webhook
    .command('list')
    .description('all of them, with how they are')
    .action(async (options: Options) => {
      await run({ json: !!options.json }, listWebhooks, ({ data }) => data.map(line).join('\n'));
    });
  webhook
    .command('add')
    .description('add one and print its secret, alone; it cannot be shown again')
    .argument('<url>')
    .requiredOption('--name <name>', 'how it is called here')
    .option('--events <list>', 'comma-separated, such as message.bounced,message.complained (default: all)')
    .option('--company <company>', 'only of its messages: name, key or id (default: of all)')
    .action(async (url: string, { json, name, events, company }: Options) => {
      const input = parseInput(WebhookInput, { url, name, company, events: events?.split(',') });
      await run(
        { json: !!json },
        (ctx) => createWebhook(ctx, input),
        ({ secret }) => secret,
      );
    });
  webhook
    .command('test')
    .description('send it a test; exits with 1 where it does not take it')
    .argument('<webhook>', 'name or id')
    .action(async (ref: string, { json }: Options) => {
      const { ok } = await run(
        { json: !!json },
        async (ctx) => testWebhook(ctx, { id: await idOf(ctx, ref) }),
        (result) =>
          `${result.ok ? 'taken' : 'not taken'}: ${result.status ?? result.cause} after ${result.ms} ms`,
      );
      if (!ok) process.exitCode = 1;
    });
  webhook
    .command('deliveries')
    .description('what it was told, the newest first')
    .argument('<webhook>', 'name or id')
    .option('--state <state>', 'waiting, delivered or failed')
    .option('--limit <number>', 'how many at most, up to 100')
    .action(async (ref: string, { json, ...fields }: Options) => {
      const filter = parseInput(DeliveryFilter, fields);
      await run(
        { json: !!json },
        async (ctx) => listDeliveries(ctx, { ...filter, id: await idOf(ctx, ref) }),
        ({ data }) => data.map(deliveryLine).join('\n'),
      );
    });
  webhook
    .command('replay')
    .description('tell it again: one delivery, or a span of time')
    .argument('<webhook>', 'name or id')
    .option('--delivery <id>', 'this one alone')
    .option('--since <time>', 'such as 2026-11-27T00:00:00Z')
    .option('--until <time>', 'only what was told before then')
    .option('--failed', 'only what it has not taken')
    .option('--dry-run', 'only count')
    .action(async (ref: string, { json, ...fields }: Flags) => {
      const input = parseInput(ReplayInput, fields);
      await run(
        { json: !!json },
        async (ctx) => {
          const id = await idOf(ctx, ref);
          return inSteps((cursor) => replayWebhook(ctx, { ...input, id, ...(cursor && { cursor }) }));
        },
        ({ matched, replayed }) =>
          input.dryRun ? `${matched} would be told again.` : `${replayed} are told again.`,
      );
    });
  webhook
    .command('rotate')
    .description('print a new secret, alone; the one from before signs on beside it for a while')
    .argument('<webhook>', 'name or id')
    .option('--grace <hours>', 'for how long (default: 24)')
    .action(async (ref: string, { json, grace }: Options) => {
      const input = parseInput(RotateSecretInput, {
        graceHours: grace === undefined ? undefined : Number(grace),
      });
      await run(
        { json: !!json },
        async (ctx) => rotateWebhookSecret(ctx, { ...input, id: await idOf(ctx, ref) }),
        ({ secret }) => secret,
      );
    });
  for (const active of [true, false])
    webhook
      .command(active ? 'on' : 'off')
      .description(active ? 'tell it again what happens' : 'tell it nothing any more')
      .argument('<webhook>', 'name or id')
      .action(async (ref: string, { json }: Options) => {
        await run(
          { json: !!json },
          async (ctx) => updateWebhook(ctx, { id: await idOf(ctx, ref), active }),
          line,
        );
      });
  webhook
    .command('remove')
    .description('tell it nothing any more, and forget what it was told')
    .argument('<webhook>', 'name or id')
    .action(async (ref: string, { json }: Options) => {
      await run(
        { json: !!json },
        async (ctx) => deleteWebhook(ctx, { id: await idOf(ctx, ref) }),
        () => `${ref} was removed.`,
      );
    });
  return webhook;
}

function line({ name, url, state, events, waiting, company }: WebhookView): string {
  return [name, url, state, events?.join(',') ?? 'all', `${waiting} waiting`, company]
    .filter(Boolean)
    .join('  ');
}

function deliveryLine({ id, createdAt, event, state, messageId, tries, nextAt }: DeliveryView): string {
  const last = tries.at(-1);
  const answer = last && `${last.status ?? last.cause} after ${last.ms} ms`;
  return [id, createdAt, event, state, messageId, answer, nextAt && `next ${nextAt}`]
    .filter(Boolean)
    .join('  ');
}

/** @throws AppError not_found; conflict where several have the name */
async function idOf(ctx: Context, ref: string): Promise<string> {
  const { data } = await listWebhooks(ctx);
  const found = data.filter(({ id, name }) => id === ref || name === ref);
  if (found.length === 1) return found[0]!.id;
  if (found.length === 0) throw new AppError('not_found', `There is no webhook ${ref}.`);
  throw new AppError('conflict', `Several webhooks are called ${ref}: name its id.`);
}
