import type { RecipientOutcome } from '@/lib/channels/results';
import type { AnyAdapter } from '@/lib/providers/adapter';
import { sandbox } from '@/lib/providers/email/sandbox/sandbox';
import { registerAdapter } from '@/lib/providers/registry';

/** The kind of provider of most tests. */
export const STAGE = 'stage';

/**
 * A provider that really sends, as far as Relevo can tell: addresses and settings play what they play at a sandbox, but whoever would be kept
 * there is accepted here. The inbox of the sandboxes keeps count of what it took.
 */
export function registerStage(): void {
  const { keeps: _keeps, ...played } = sandbox;
  registerAdapter({
    ...played,
    kind: STAGE,
    label: 'Stage',
    presets: {},
    send: async (...call: Parameters<typeof sandbox.send>) => {
      const { outcomes } = await sandbox.send(...call);
      return { outcomes: outcomes.map(accepted) };
    },
  } as unknown as AnyAdapter);
}

function accepted(outcome: RecipientOutcome): RecipientOutcome {
  return outcome.outcome === 'captured' ? { ...outcome, outcome: 'accepted' } : outcome;
}
