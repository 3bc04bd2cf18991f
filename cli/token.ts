import { Command } from 'commander';
import type { Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { parseInput } from '@/lib/http/parse-input';
import { createToken } from '@/lib/tokens/create';
import { getToken } from '@/lib/tokens/get';
import { listTokens } from '@/lib/tokens/list';
import { revokeToken } from '@/lib/tokens/revoke';
import { rotateToken } from '@/lib/tokens/rotate';
import { RotateInput, SCOPES, TokenInput, TokenPatch, type TokenView } from '@/lib/tokens/schema';
import { updateToken } from '@/lib/tokens/update';
import { misuse } from './misuse';
import { run } from './run';

type Options = { json?: boolean };
type Created = Options & { name: string; scopes: string; expires?: string } & Partial<
    Record<
      | 'note'
      | 'company'
      | 'kind'
      | 'rotateEvery'
      | 'rotateGrace'
      | 'responsible'
      | 'allowedIps'
      | 'fromDomains'
      | 'providers'
      | 'limitMinute'
      | 'limitDay',
      string
    >
  >;

export function tokenCommand(): Command {
  const token = new Command('token').description('tokens for the API');
  addCreate(token);
  token
    .command('list')
    .description('list the tokens, with who used each last')
    .action(async (options: Options) => {
      await run(options, listTokens, ({ data }) => data.map(line).join('\n'));
    });
  token
    .command('rotate')
    .description('print a new secret of a token, alone; the one from before works on for a while')
    .argument('<token>', 'name or id')
    .option('--grace <hours>', 'how long the one from before works on (default: as the settings say, 24)')
    .action(async (name: string, { grace, ...options }: Options & { grace?: string }) => {
      const input = parseInput(RotateInput, { graceHours: number(grace) });
      await run(
        options,
        async (ctx) => rotateToken(ctx, { ...input, id: await idOf(ctx, name) }),
        (rotated) => rotated.token,
      );
    });
  token
    .command('automatic')
    .description('have a new secret prepared by itself, or no more; without options: say how it is')
    .argument('<token>', 'name or id')
    .option('--every <days>', 'for example 90d, or off')
    .option('--grace <hours>', 'how long the one from before works on, once the new one is picked up')
    .option('--responsible <person>', 'address of the person who is told')
    .action(automatic);
  token
    .command('revoke')
    .description('end a token at once, with those that it made')
    .argument('<token>', 'name or id')
    .action(async (name: string, options: Options) => {
      await run(
        options,
        async (ctx) => revokeToken(ctx, { id: await idOf(ctx, name) }),
        () => `${name} was revoked.`,
      );
    });
  return token;
}

type Automatic = Options & { every?: string; grace?: string; responsible?: string };

async function automatic(name: string, { every, grace, responsible, ...options }: Automatic): Promise<void> {
  const rotation =
    every && every !== 'off' ? { everyDays: parseDays(every, 'every'), graceHours: number(grace) } : null;
  const patch = parseInput(TokenPatch, {
    ...(every !== undefined && { rotation }),
    ...(responsible !== undefined && { responsible }),
  });
  await run(
    options,
    async (ctx) => {
      const id = await idOf(ctx, name);
      if (Object.keys(patch).length > 0) await updateToken(ctx, { ...patch, id });
      return getToken(ctx, { id });
    },
    ({ rotation, nextRotationAt, waitingSince, told }) =>
      [
        rotation
          ? `${name}: a new secret every ${rotation.everyDays} days, the next ${nextRotationAt}`
          : `${name}: no new secret by itself`,
        waitingSince && `a new secret waits to be picked up since ${waitingSince}`,
        `told: ${told.map(({ email }) => email).join(', ') || 'nobody'}`,
      ]
        .filter(Boolean)
        .join('\n'),
  );
}

function addCreate(token: Command): void {
  token
    .command('create')
    .description('create a token and print it, alone; it cannot be shown again')
    .requiredOption('--name <name>', 'the program that will use it')
    .requiredOption('--scopes <list>', `comma-separated: ${SCOPES.join(', ')}`)
    .option('--note <text>', 'what it is for, and who looks after that')
    .option('--expires <days>', 'for example 90d, or never (default: as the settings say)')
    .option('--rotate-every <days>', 'have a new secret prepared by itself, for example 90d')
    .option(
      '--rotate-grace <hours>',
      'how long the one from before works on then (default: as the settings say, 24)',
    )
    .option('--responsible <person>', 'address of the person who is told of that and of the end')
    .option('--company <company>', 'it is for this company alone: name, key or id')
    .option('--kind <kind>', 'live, or test: what comes with it stays in a sandbox')
    .option('--allowed-ips <list>', 'where it may be used from: addresses or ranges')
    .option('--from-domains <list>', 'domains that its messages may come from')
    .option('--providers <list>', 'names or ids of providers that its messages may use')
    .option('--limit-minute <requests>', 'at most so many a minute')
    .option('--limit-day <requests>', 'at most so many a day')
    .action(async ({ json, ...given }: Created) => {
      const { name, note, company, kind, expires, limitMinute, limitDay } = given;
      const input = parseInput(TokenInput, {
        name,
        note,
        company,
        kind,
        scopes: split(given.scopes),
        allowedIps: split(given.allowedIps),
        fromDomains: split(given.fromDomains),
        providers: split(given.providers),
        limits: limitMinute || limitDay ? { minute: number(limitMinute), day: number(limitDay) } : undefined,
        rotation: given.rotateEvery && {
          everyDays: parseDays(given.rotateEvery, 'rotate-every'),
          graceHours: number(given.rotateGrace),
        },
        responsible: given.responsible,
        ...endOf(expires),
      });
      await run(
        { json },
        (ctx) => createToken(ctx, input),
        (created) => created.token,
      );
    });
}

function line({ name, masked, kind, revokedAt, expiresAt, lastUsedAt, lastUsedFrom }: TokenView): string {
  const used = lastUsedAt ? `used ${lastUsedAt}${lastUsedFrom ? ` from ${lastUsedFrom}` : ''}` : 'never used';
  const ends = expiresAt ? `ends ${expiresAt}` : undefined;
  return [name, masked, kind === 'test' && 'test', revokedAt ? `revoked ${revokedAt}` : ends, used]
    .filter(Boolean)
    .join('  ');
}

/** @throws AppError not_found; conflict where several have the name */
async function idOf(ctx: Context, name: string): Promise<string> {
  const { data } = await listTokens(ctx);
  const found = data.filter((token) => token.id === name || (token.name === name && !token.revokedAt));
  if (found.length === 1) return found[0]!.id;
  if (found.length === 0) throw new AppError('not_found', `There is no token ${name}.`);
  throw new AppError('conflict', `Several tokens are called ${name}: name its id.`);
}

function split(list: string | undefined): string[] | undefined {
  return list?.split(',').map((part) => part.trim());
}

function number(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

function endOf(expires: string | undefined): { expiresAt?: null; expiresInDays?: number } {
  if (expires === undefined) return {};
  return expires === 'never' ? { expiresAt: null } : { expiresInDays: parseDays(expires, 'expires') };
}

function parseDays(text: string, option: string): number {
  const match = /^(\d{1,4})d$/.exec(text);
  if (!match) throw misuse(option, 'must be a number of days such as 90d');
  return Number(match[1]);
}
