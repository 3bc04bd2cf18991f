import { Batcher } from '@/lib/async/batcher';
import { remember } from '@/lib/async/memory';
import { log } from '@/lib/log';
import type { LimitUnit } from '@/lib/routing/types';
import { currentSettings } from '@/lib/settings/current';
import { COUNTED, type Limit, type Limited, lastToEnd, limitsOf, unitsOf } from './limits';
import { hasLineForRoom } from './lines';
import { giveBackUnits, leaseUnits } from './usage-windows';

/** A slice is at most this many units and this share of the tightest limit: what a worker that dies had in hand is lost until the renewal. */
const LARGEST_SLICE = 64;
const SLICE_SHARE = 0.01;
const IDLE_MS = 2_000;
/** By then every process knows of a line, and routing keeps whoever comes anew behind it. */
const LINE_KNOWN_MS = 2_000;

export type Full = { unit: LimitUnit; until: Date };
/** `giveBack`: all of it, or what was not `spent`. */
export type Lease = { ok: true; giveBack: (spent?: number) => void } | { ok: false; full: Full };
/** Where a message stands in a provider's line: it comes `anew`, behind those who wait for room already, or out of it. A company has no line. */
type Place = 'anew' | 'from_line';
type Request = { row: Limited; units: number; urgent: boolean; place?: Place };

/** What this process has leased of the allowance of one provider or company and not yet spent. */
class Pocket {
  private units = 0;
  private limits: Limit[] = [];
  private usedAt = 0;
  /** Somebody was just put into the line: what is left or comes back here is not for whoever comes after. */
  private lineSince = Number.NEGATIVE_INFINITY;
  private readonly batcher = new Batcher<Request, Lease>({
    flush: (requests) => this.serve(requests),
    waitMs: 1,
    maxItems: 500,
    concurrency: 1,
  });

  constructor(private readonly ownerId: string) {}

  take(request: Request): Promise<Lease> | Lease {
    const mayPass = request.place !== 'anew' || Date.now() - this.lineSince > LINE_KNOWN_MS;
    return (mayPass ? this.spend(request.units) : null) ?? this.batcher.add(request);
  }

  get isEmpty(): boolean {
    return this.units === 0 || this.hasExpired();
  }

  /** Returns what is left to the database, at once or, `ifIdle`, once nobody has asked for a while. */
  async empty(ifIdle: boolean): Promise<void> {
    if (this.isEmpty || (ifIdle && Date.now() - this.usedAt < IDLE_MS)) return;
    const { units, limits } = this;
    this.units = 0;
    await giveBackUnits(this.ownerId, limits, units);
  }

  private spend(units: number): Lease | null {
    if (this.units < units || this.hasExpired()) return null;
    this.units -= units;
    this.usedAt = Date.now();
    const window = this.window();
    return {
      ok: true,
      giveBack: (spent = 0) => {
        if (this.window() === window) this.units += Math.max(0, units - spent);
      },
    };
  }

  private window(): string {
    return this.limits.map(({ startsAt }) => startsAt.getTime()).join();
  }

  private hasExpired(): boolean {
    const now = Date.now();
    return this.limits.some(({ endsAt }) => endsAt.getTime() <= now);
  }

  /** One lease for all who wait; an urgent message may use what the buffer keeps from the others. */
  private async serve(requests: Request[]): Promise<Lease[]> {
    const { bufferPercent } = (await currentSettings()).delivery.limits;
    const ahead = requests.some(isAnew) && (await hasLineForRoom(this.ownerId));
    const isBehind = (request: Request) => ahead && isAnew(request);
    const ordinary = requests.filter((request) => !request.urgent && !isBehind(request));
    const refused =
      ordinary.length > 0
        ? await this.fill(ordinary.at(-1)!.row, sum(ordinary), { urgent: false, bufferPercent })
        : null;
    const results: Lease[] = [];
    // Whoever is refused stands before those who come after, small as they may be.
    let line: Full | null = null;
    for (const request of requests) {
      const { row, urgent } = request;
      const units = Math.min(request.units, this.largest(request, bufferPercent));
      let full = refused;
      let lease = isBehind(request) || (line && !urgent) ? null : this.spend(units);
      if (!lease && urgent) {
        full = await this.fill(row, units, { urgent, bufferPercent });
        lease = this.spend(units);
      }
      if (!lease && !urgent && request.place) {
        line ??= full ?? lastToEnd(row, bufferPercent, new Date());
        full = line;
        this.lineSince = Date.now();
      }
      results.push(lease ?? { ok: false, full: full ?? soon() });
    }
    return results;
  }

  /** A message with more recipients than a limit has room for goes alone in a fresh window, or it would never go. */
  private largest({ row, urgent }: Request, bufferPercent: number): number {
    const limits = limitsOf(row, { urgent, bufferPercent }, new Date());
    return Math.max(1, unitsOf(limits));
  }

  /** Null: all of `needed` is in the pocket now. */
  private async fill(
    row: Limited,
    needed: number,
    policy: { urgent: boolean; bufferPercent: number },
  ): Promise<Full | null> {
    if (this.hasExpired()) this.units = 0;
    const limits = limitsOf(row, policy, new Date());
    const missing = needed - this.units;
    if (missing <= 0) return null;
    const asked = missing + (policy.urgent ? 0 : sliceOf(limits));
    const { units, binding } = await leaseUnits(this.ownerId, limits, asked);
    this.units += units;
    this.limits = limits;
    this.usedAt = Date.now();
    if (units >= missing) return null;
    const limit = limits.find(({ unit }) => unit === binding)!;
    return { unit: limit.unit, until: limit.endsAt };
  }
}

function sum(requests: Request[]): number {
  return requests.reduce((total, { units }) => total + units, 0);
}

function sliceOf(limits: Limit[]): number {
  return Math.min(LARGEST_SLICE, Math.floor(unitsOf(limits) * SLICE_SHARE));
}

function isAnew({ place, urgent }: Request): boolean {
  return place === 'anew' && !urgent;
}

/** The window ended between two steps: asking again will do. */
function soon(): Full {
  return { unit: 'minute', until: new Date(Date.now() + 1_000) };
}

const pockets = new Map<string, Pocket>();
let returning: NodeJS.Timeout | undefined;
remember(() => {
  pockets.clear();
  clearInterval(returning);
  returning = undefined;
});

/** Whether anything limits this provider or company: most have nothing to lease. */
export function isLimited({ limits, budget, costMicros }: Limited): boolean {
  return COUNTED.some((unit) => limits[unit] !== undefined) || (budget !== null && costMicros > 0);
}

/** Room for a message of so many recipients, or which limit has none and until when. */
export function leaseRoom(
  row: Limited,
  units: number,
  urgent: boolean,
  place?: Place,
): Promise<Lease> | Lease {
  return pocketOf(row.id).take({ row, units, urgent, place });
}

function pocketOf(ownerId: string): Pocket {
  returning ??= setInterval(() => void returnLeases(true), IDLE_MS).unref();
  const pocket = pockets.get(ownerId) ?? new Pocket(ownerId);
  pockets.set(ownerId, pocket);
  return pocket;
}

/** Something is left in this process' hands, whatever the database says is used. */
export function hasRoomInHand(providerId: string): boolean {
  return pockets.get(providerId)?.isEmpty === false;
}

/** Before a process ends, and now and then what nobody asked for. */
export async function returnLeases(ifIdle = false): Promise<void> {
  await Promise.all(
    [...pockets.values()].map((pocket) =>
      pocket.empty(ifIdle).catch((error: unknown) => log.warn('leases were not returned', { error })),
    ),
  );
}
