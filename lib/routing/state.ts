import type { RoutingPolicy, RoutingProvider } from './types';

type Full = NonNullable<RoutingProvider['full']>;

/** A provider's state whatever the message: room is another matter for urgent ones. */
export type ProviderState = Omit<RoutingProvider, 'full'> & {
  fullFor: { urgent: Full | null; others: Full | null };
  /** Messages wait for room already; null: none does. */
  line: Full | null;
  /** Its pace keeps a message waiting for longer than the settings allow: one that comes anew behind the line, one that stands in it. */
  slow: { anew: Full | null; inLine: Full | null };
  pace: Pace;
};

/** How fast a provider is asked at the moment. */
export type Pace = {
  /** Null: as fast as it answers. */
  perSecond: number | null;
  /** It asked to be left alone until then. */
  pausedUntil: Date | null;
  /** At once, over all workers. */
  connections: number;
  /** In a row, for having been asked too fast. */
  refusals: number;
  /** Messages in front of it that wait for its pace or for room. */
  waiting: number;
};

/** The state as one message meets it. Who comes anew goes behind those who wait; an urgent one does not wait in line. */
export function meet(
  { fullFor, line, slow, pace: _pace, ...facts }: ProviderState,
  { urgent, inLine }: { urgent: boolean; inLine: boolean },
): RoutingProvider {
  const full = urgent ? fullFor.urgent : fullFor.others;
  const ahead = urgent || inLine ? slow.inLine : (line ?? slow.anew);
  return { ...facts, full: full ?? ahead };
}

/** What a decision would be made from at a moment. */
export type RoutingState = { at: Date; policy: RoutingPolicy; providers: ProviderState[] };

/** The same as JSON carries it. */
export type RoutingStateView = Written<RoutingState>;
type Written<T> = T extends Date
  ? string
  : T extends (infer Each)[]
    ? Written<Each>[]
    : T extends object
      ? { [Key in keyof T]: Written<T[Key]> }
      : T;

export function readState({ at, policy, providers }: RoutingStateView): RoutingState {
  const read = (full: Written<Full> | null) => full && { ...full, until: new Date(full.until) };
  return {
    at: new Date(at),
    policy: {
      ...policy,
      ...(policy.warmUps && {
        warmUps: policy.warmUps.map((one) => ({ ...one, until: new Date(one.until) })),
      }),
    } as RoutingPolicy,
    providers: providers.map((provider) => ({
      ...provider,
      openUntil: provider.openUntil === null ? null : new Date(provider.openUntil),
      fullFor: { urgent: read(provider.fullFor.urgent), others: read(provider.fullFor.others) },
      line: read(provider.line),
      slow: { anew: read(provider.slow.anew), inLine: read(provider.slow.inLine) },
      pace: {
        ...provider.pace,
        pausedUntil: provider.pace.pausedUntil === null ? null : new Date(provider.pace.pausedUntil),
      },
    })),
  };
}
