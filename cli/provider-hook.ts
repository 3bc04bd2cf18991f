import { Command } from 'commander';
import type { Finding } from '@/lib/inbound/examination-schema';
import { examineHook } from '@/lib/inbound/examine-hook';
import { runningPanelAddress } from '@/lib/process/panel-address';
import type { HookSetUpView } from '@/lib/providers/hooks/hook-schema';
import { registerHook } from '@/lib/providers/hooks/register-hook';
import { run } from './run';

type Json = { json?: boolean };

export function providerHookCommand(): Command {
  const hook = new Command('hook').description('how a service tells Relevo what became of messages');
  hook
    .command('register')
    .description('have the service told, by its API, to post here; what others set up there stays')
    .argument('<provider>', 'name or id')
    .action(async (provider: string, options: Json) => {
      const { state } = await run(
        options,
        (ctx) => registerHook(ctx, { id: provider }, runningPanelAddress()),
        (result) => tell(provider, result),
      );
      if (state === 'failed') process.exitCode = 1;
    });
  hook
    .command('check')
    .description('find what keeps its reports away, here and at the service')
    .argument('<provider>', 'name or id')
    .action(async (provider: string, options: Json) => {
      const { ok } = await run(
        options,
        (ctx) => examineHook(ctx, { id: provider }, runningPanelAddress()),
        ({ url, findings }) =>
          url ? findings.map(toLine).join('\n') : `${provider} tells nothing by itself.`,
      );
      if (!ok) process.exitCode = 1;
    });
  return hook;
}

const DID = {
  made: 'The service tells from now on what became of messages of',
  mended: 'Something was missing at the service, and is in order now, for',
  kept: 'All was there already, and nothing was changed, for',
};

function tell(name: string, { did, added, stored, problem, detail }: HookSetUpView): string {
  if (!did) return `It could not be set up for ${name} (${problem}: ${detail}).`;
  return [
    `${DID[did]} ${name}.`,
    ...(added.length > 0 ? [`Events: ${added.join(', ')}`] : []),
    ...(stored.length > 0 ? [`Stored here: ${stored.join(', ')}`] : []),
  ].join('\n');
}

const MARKS = { good: '✓', wrong: '✗', unknown: '?' };

function toLine({ code, state, act, at, detail }: Finding): string {
  return [MARKS[state], code, at ?? '', act ? `→ ${act}` : '', detail ?? ''].join('\t').trimEnd();
}
