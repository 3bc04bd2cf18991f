import type { Ledger } from '../mail/ledger';
import type { Run } from '../scenario';
import { FELT_MS } from '../setup';

export const FIRST = 'full-first';
export const SECOND = 'full-second';

const MINUTE_MS = 60_000;
/** Of a limit, for messages that are not urgent: the shipped setting. */
const BUFFER = 0.9;
/** Leased in one minute and with the server in the next: places over five connections. */
const ON_THE_WAY = 15;

/** What stands in the line of a provider, or of all, in its order. */
export async function readLine({ sql }: Run, providerId?: string): Promise<string[]> {
  const rows = await sql()<{ id: string }[]>`
    select id from messages
    where reason in ('paced', 'no_room') and provider_id = coalesce(${providerId ?? null}::uuid, provider_id)
    order by priority, id`;
  return rows.map(({ id }) => id);
}

type Change = { at: number; minute: number };

/** Which limit a minute was in force when, against what the servers took in each minute by the clock. */
export class LimitBook {
  private readonly changes = new Map<string, Change[]>();

  /** @returns the limits to be given to the provider */
  set(provider: string, minute: number): { minute: number } {
    const own = this.changes.get(provider) ?? [];
    this.changes.set(provider, [...own, { at: Date.now(), minute }]);
    return { minute };
  }

  lift(provider: string): Record<string, never> {
    this.set(provider, Number.POSITIVE_INFINITY);
    return {};
  }

  current(provider: string): number {
    return this.changes.get(provider)?.at(-1)?.minute ?? Number.POSITIVE_INFINITY;
  }

  overdrawn(ledger: Ledger): string[] {
    const taken = new Map<string, number>();
    for (const copy of ledger.ids().flatMap((id) => ledger.of(id))) {
      const window = `${copy.server} ${copy.at - (copy.at % MINUTE_MS)}`;
      taken.set(window, (taken.get(window) ?? 0) + copy.to.length);
    }
    return [...taken].flatMap(([window, count]) => {
      const [provider = '', startsAt] = window.split(' ');
      const allowed = this.allowedIn(provider, Number(startsAt));
      return count <= allowed + ON_THE_WAY ? [] : [`${window}: ${count} of ${allowed}`];
    });
  }

  /** The largest in force during that minute; a change is felt everywhere a moment later. */
  private allowedIn(provider: string, startsAt: number): number {
    const own = this.changes.get(provider) ?? [];
    const inForce = own.filter(
      ({ at }, index) => at < startsAt + MINUTE_MS && (own[index + 1]?.at ?? Infinity) + FELT_MS >= startsAt,
    );
    return Math.floor(Math.max(0, ...inForce.map(({ minute }) => minute)) * BUFFER);
  }
}
