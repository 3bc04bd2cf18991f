import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { describeContractOf, type Scene } from '@/lib/testing/adapter-contract';
import type { AdapterOf, ContractMessages } from '@/lib/testing/contract-messages';
import { useTestDatabase } from '@/lib/testing/database';
import { loft, type Slip } from './pigeon';

useTestDatabase();

const slips: ContractMessages<Slip> = {
  addresses: ['PY-2026-0013', 'PY-2026-0014'],
  make: ([ring], waiting) => slip(ring!, waiting ?? [ring!]),
  full: () => ({ ...slip('PY-2026-0013', ['PY-2026-0013']), tags: ['home'], metadata: { clinic: 'south' } }),
};

function slip(ring: string, recipients: string[]): Slip {
  return { id: newId(), resendCount: 0, recipients, ring, text: 'Come home.', tags: [], metadata: {} };
}

async function scene(recipient?: string, behaviour = 'address'): Promise<Scene> {
  const id = newId();
  return {
    config: { id, name: 'first', version: 1, settings: { behaviour }, secrets: {} },
    recipients: recipient ? [recipient] : undefined,
    arrived: () =>
      sql()<{ to: string[] }[]>`select recipients as "to" from sandbox_messages where provider_id = ${id}`,
  };
}

const noNetwork = { notApplicable: 'a loft connects to nothing' };

describeContractOf(slips, {
  adapter: loft as unknown as AdapterOf<Slip>,
  send: {
    accepts: () => scene(),
    badCredentials: { notApplicable: 'a loft has no credentials' },
    throttled: async () => ({ ...(await scene('XX-1900-0003')), retryAfterMs: 60_000 }),
    unreachable: () => scene('XX-1900-0005'),
    silentBeforeBody: noNetwork,
    silentAfterBody: () => scene('XX-1900-0004'),
    droppedAfterBody: noNetwork,
    refusesFirst: { notApplicable: 'a slip has one recipient' },
  },
  test: { works: () => scene(), refused: [() => scene(undefined, 'down')] },
});
