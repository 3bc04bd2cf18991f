import type { ProviderView } from '@/lib/providers/schema';
import { isSandbox } from '../is-sandbox';

export type FailoverPlan = { first: ProviderView; second: ProviderView; to: string };

/** What may stand between `+` and `@` of an address, as the sandbox reads it. */
const NAMEABLE = /^[A-Za-z0-9._-]+$/;

/** Sandbox providers that take messages: the only ones that fail on purpose. */
export function usableSandboxes(providers: ProviderView[]): ProviderView[] {
  return providers.filter((each) => isSandbox(each) && each.active && each.fromEmail);
}

/** One that can be made to fail, and one that takes over; null if there are no such two. */
export function planFailover(providers: ProviderView[]): FailoverPlan | null {
  const sandboxes = usableSandboxes(providers);
  for (const first of sandboxes) {
    const second = sandboxes.find((other) => other.id !== first.id && isWell(other));
    const to = failingAddress(first);
    if (second && to) return { first, second, to };
  }
  return null;
}

/** `down+NAME@` fails at NAME only; one that plays a service in trouble fails whatever the address. */
function failingAddress({ name, settings }: ProviderView): string | null {
  if (settings.behaviour === 'down' || settings.behaviour === 'quota') return 'failover@sandbox.test';
  return NAMEABLE.test(name) ? `down+${name}@sandbox.test` : null;
}

function isWell({ settings }: ProviderView): boolean {
  return (
    settings.behaviour === undefined || settings.behaviour === 'address' || settings.behaviour === 'slow'
  );
}
