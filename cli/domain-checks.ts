import { Command } from 'commander';
import { checkHealth } from '@/lib/domains/health/check-health';
import type { DomainHealth } from '@/lib/domains/health/schema';
import { run } from './run';

export function domainChecksCommand(): Command {
  return new Command('checks')
    .description(
      'look at names, blocklists, certificate, return path and policies now; exits with 1 where something is to be mended',
    )
    .argument('<domain>', 'name or id')
    .action(async (id: string, options: { json?: boolean }) => {
      const { state } = await run(options, (ctx) => checkHealth(ctx, { id }), describe);
      if (state === 'error') process.exitCode = 1;
    });
}

function describe({ items }: DomainHealth): string {
  return items
    .flatMap(({ area, subject, state, findings, value }) => [
      `${state.padEnd(8)}${area.replaceAll('_', ' ')}  ${subject}${value ? `  ${value}` : ''}`,
      ...findings.map(({ summary, url }) => `        ${summary}${url ? ` ${url}` : ''}`),
    ])
    .join('\n');
}
