import { Command } from 'commander';
import { askSpf } from '@/lib/domains/ask-spf';
import { createDomain, rotateKeys } from '@/lib/domains/change';
import { checkDomain } from '@/lib/domains/check';
import { getDomain, listDomains } from '@/lib/domains/find';
import { checkPairs } from '@/lib/domains/pairs/list-pairs';
import type { PairView } from '@/lib/domains/pairs/schema';
import { DomainInput, type DomainView, RotateInput, SpfQuestion } from '@/lib/domains/schema';
import { domainRecords } from '@/lib/domains/zone-file';
import { domainChecksCommand } from './domain-checks';
import { domainReportsCommand } from './domain-reports';
import { readBytes } from './files';
import { run } from './run';

/** Of a private key in PEM. */
const MOST_BYTES = 64 * 1024;

type Json = { json?: boolean };

export function domainCommand(): Command {
  const domain = new Command('domain').description('domains that mail is sent from: DKIM, SPF, DMARC');
  domain
    .command('list')
    .description('all of them, and how each stands')
    .action(async (options: Json) => {
      await run(options, listDomains, ({ data }) => data.map(line).join('\n'));
    });
  domain
    .command('add')
    .description('add one, with a DKIM key of its own, and say which records it wants')
    .argument('<name>', 'such as example.com')
    .option('--address <address...>', 'addresses of your own server, for SPF')
    .option('--provider <provider...>', 'providers that send as it, by name or id')
    .option('--company <company>', 'whose it is: name, key or id')
    .action(async (name: string, { address, provider, company, ...options }: Json & Senders) => {
      const input = DomainInput.parse({
        name,
        company,
        senders: { addresses: address ?? [], providers: provider ?? [] },
      });
      await run(options, (ctx) => createDomain(ctx, input), describe);
    });
  domain
    .command('check')
    .description('look at DNS now; exits with 1 unless all is right')
    .argument('<domain>', 'name or id')
    .action(async (ref: string, options: Json) => {
      const { state } = await run(options, (ctx) => checkDomain(ctx, { id: ref }), describe);
      if (state !== 'verified') process.exitCode = 1;
    });
  domain
    .command('dkim-rotate')
    .description('make new keys, or take one in; they sign once their records are seen')
    .argument('<domain>', 'name or id')
    .option('--file <file>', 'a private key in PEM that was used elsewhere, or - for standard input')
    .option('--selector <selector>', 'the selector of that key')
    .action(
      async (ref: string, { file, selector, ...options }: Json & { file?: string; selector?: string }) => {
        const privateKey = file && (await readBytes(file, MOST_BYTES)).toString();
        const input = RotateInput.parse(privateKey ? { key: { selector, privateKey } } : {});
        await run(
          options,
          async (ctx) => rotateKeys(ctx, { ...input, id: (await getDomain(ctx, ref)).id }),
          describe,
        );
      },
    );
  domain
    .command('records')
    .description('what is wanted, as lines of a zone file')
    .argument('<domain>', 'name or id')
    .action(async (ref: string, options: Json) => {
      await run(
        options,
        (ctx) => domainRecords(ctx, ref),
        ({ zone }) => zone.trimEnd(),
      );
    });
  domain
    .command('deliverability')
    .description(
      'would mails pass SPF, DKIM and DMARC, by each provider; exits with 1 where one that sends as it fails',
    )
    .argument('<domain>', 'name or id')
    .action(async (ref: string, options: Json) => {
      const { data } = await run(
        options,
        (ctx) => checkPairs(ctx, { id: ref }),
        ({ data: pairs }) => pairs.map(describePair).join('\n'),
      );
      if (data.some(({ isSender, verdict }) => isSender && verdict === 'fails')) process.exitCode = 1;
    });
  domain
    .command('spf')
    .description('would this address pass SPF; exits with 1 unless it does')
    .argument('<domain>', 'name or id')
    .requiredOption('--ip <address>', 'of the server that would send')
    .option('--from <address>', "the envelope's sender; else postmaster of the domain")
    .action(async (ref: string, { ip, from, ...options }: Json & { ip: string; from?: string }) => {
      const question = SpfQuestion.parse({ ip, mailFrom: from });
      const { result } = await run(
        options,
        (ctx) => askSpf(ctx, { ...question, id: ref }),
        ({ result: said, reason: { code, domain: whose, term }, lookups }) =>
          [said, code, whose, term, `${lookups} look-ups`].filter(Boolean).join('  '),
      );
      if (result !== 'pass') process.exitCode = 1;
    });
  return domain.addCommand(domainReportsCommand()).addCommand(domainChecksCommand());
}

function describePair({ provider, verdict, isSender, summary }: PairView): string {
  return [verdict.padEnd(8), provider.name, isSender ? '' : '(not meant to send as it)', summary]
    .filter(Boolean)
    .join('  ');
}

type Senders = { address?: string[]; provider?: string[]; company?: string };

function line({ name, state, checkedAt, company, id }: DomainView): string {
  return [name, state, `checked ${checkedAt ?? 'never'}`, company ?? 'all companies', id].join('  ');
}

function describe(domain: DomainView): string {
  const records = domain.records.flatMap(({ type, name, value, state, summary, found }) => [
    `${state.padEnd(8)}${type} ${name}`,
    `        wanted: ${value}`,
    ...found.map((text) => `        found:  ${text}`),
    `        ${summary}`,
  ]);
  return [line(domain), ...records].join('\n');
}
