import { Command } from 'commander';
import type { Context } from '@/lib/context';
import { getSettings } from '@/lib/settings/get';
import type { SecuritySettings } from '@/lib/settings/schema';
import { updateSettings } from '@/lib/settings/update';
import { run } from './run';

type Rules = Pick<SecuritySettings, 'panelAllow' | 'panelDeny' | 'apiAllow' | 'apiDeny'>;

export function ipRulesCommand(): Command {
  const rules = new Command('ip-rules').description('which addresses may reach the panel and the API');
  rules
    .command('list')
    .description('print the rules')
    .action(async (options: { json?: boolean }) => {
      await run(options, async (ctx) => rulesOf(await getSettings(ctx)), format);
    });
  rules
    .command('clear')
    .description('take all rules away, within a second everywhere: the way back in for who is kept out')
    .action(async (options: { json?: boolean }) => {
      await run(options, clear, () => 'Everybody may reach the panel and the API again.');
    });
  return rules;
}

async function clear(ctx: Context): Promise<Rules> {
  const none: Rules = { panelAllow: [], panelDeny: [], apiAllow: [], apiDeny: [] };
  return rulesOf(await updateSettings(ctx, { security: none }));
}

function rulesOf({ security }: { security: SecuritySettings }): Rules {
  const { panelAllow, panelDeny, apiAllow, apiDeny } = security;
  return { panelAllow, panelDeny, apiAllow, apiDeny };
}

function format({ panelAllow, panelDeny, apiAllow, apiDeny }: Rules): string {
  const lines = [
    ...panelAllow.map((range) => `panel\tallow\t${range}`),
    ...panelDeny.map((range) => `panel\tdeny\t${range}`),
    ...apiAllow.map((range) => `api\tallow\t${range}`),
    ...apiDeny.map((range) => `api\tdeny\t${range}`),
  ];
  return lines.join('\n') || 'No rules: everybody may reach the panel and the API.';
}
