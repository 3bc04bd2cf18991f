import { isWithin } from '@/lib/text/cidr';
import type { TokenRow } from './rows';

/** What a token may do at most. Whoever adds a property that bounds a token says here how it bounds those that the token makes. */
export type Bounds = Pick<
  TokenRow,
  | 'kind'
  | 'scopes'
  | 'allowedIps'
  | 'fromDomains'
  | 'providerIds'
  | 'limitMinute'
  | 'limitDay'
  | 'expiresAt'
  | 'companyId'
>;

/** What of it goes beyond what `maker` may, by name; what is not said is no wish. */
export function beyond(wanted: Bounds, maker: Bounds): string[] {
  const isOutside = (range: string) => !maker.allowedIps?.some((outer) => isWithin(range, outer));
  return [
    ...wanted.scopes.filter((scope) => !maker.scopes.includes(scope)),
    ...(maker.allowedIps ? (wanted.allowedIps ?? []).filter(isOutside) : []),
    ...outside(wanted.fromDomains, maker.fromDomains),
    ...outside(wanted.providerIds, maker.providerIds),
  ];
}

/** One of its bounds leaves it nothing to do. */
export function isEmptied({ scopes, allowedIps, fromDomains, providerIds }: Bounds): boolean {
  return [scopes, allowedIps, fromDomains, providerIds].some((list) => list?.length === 0);
}

/** The same within what `maker` may: what is not said is as it is there. */
export function within(wanted: Bounds, maker: Bounds): Bounds {
  return {
    kind: maker.kind === 'test' ? 'test' : wanted.kind,
    scopes: wanted.scopes.filter((scope) => maker.scopes.includes(scope)),
    allowedIps: narrow(wanted.allowedIps, maker.allowedIps, isWithin),
    fromDomains: narrow(wanted.fromDomains, maker.fromDomains),
    providerIds: narrow(wanted.providerIds, maker.providerIds),
    limitMinute: lower(wanted.limitMinute, maker.limitMinute),
    limitDay: lower(wanted.limitDay, maker.limitDay),
    expiresAt: earlier(wanted.expiresAt, maker.expiresAt),
    companyId: maker.companyId ?? wanted.companyId,
  };
}

function outside(wanted: string[] | null, allowed: string[] | null): string[] {
  return allowed ? (wanted ?? []).filter((one) => !allowed.includes(one)) : [];
}

/** Empty: nothing that it was bound to is left to it. */
function narrow(
  wanted: string[] | null,
  allowed: string[] | null,
  isIn: (one: string, of: string) => boolean = (one, of) => one === of,
): string[] | null {
  if (!allowed || !wanted) return allowed ?? wanted;
  return wanted.filter((one) => allowed.some((of) => isIn(one, of)));
}

function lower(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}

/** Null is never. */
function earlier(a: Date | null, b: Date | null): Date | null {
  if (!a || !b) return a ?? b;
  return a < b ? a : b;
}
