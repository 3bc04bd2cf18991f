import type { RoutingPolicy, RoutingProvider } from './types';

type Full = NonNullable<RoutingProvider['full']>;

/** A provider's state whatever the message: room is another matter for urgent ones. */
export type ProviderState = Omit<RoutingProvider, 'full'> & {
  fullFor: { urgent: Full | null; others: Full | null };
  /** Where the line of messages that wait for room ends; null: nobody waits. */
  line: Full | null;
};

/** The state as one message meets it. Who comes anew goes behind those who wait; an urgent one does not wait in line. */
export function meet(
  { fullFor, line, ...facts }: ProviderState,
  { urgent, inLine }: { urgent: boolean; inLine: boolean },
): RoutingProvider {
  const full = urgent ? fullFor.urgent : fullFor.others;
  return { ...facts, full: full ?? (urgent || inLine ? null : line) };
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
    policy,
    providers: providers.map((provider) => ({
      ...provider,
      openUntil: provider.openUntil === null ? null : new Date(provider.openUntil),
      fullFor: { urgent: read(provider.fullFor.urgent), others: read(provider.fullFor.others) },
      line: read(provider.line),
    })),
  };
}
