import { describe, expect, it } from 'vitest';
import type { ProviderView } from '@/lib/providers/schema';
import { planFailover, usableSandboxes } from './failover-plan';

const provider = (name: string, changes: Partial<ProviderView> = {}) =>
  ({
    id: name,
    name,
    kind: 'sandbox',
    active: true,
    fromEmail: 'a@example.com',
    settings: { behaviour: 'address' },
    ...changes,
  }) as ProviderView;

describe('planFailover', () => {
  it('makes the first fail by its address and names the second', () => {
    expect(planFailover([provider('One'), provider('Two')])).toMatchObject({
      first: { name: 'One' },
      second: { name: 'Two' },
      to: 'down+One@sandbox.test',
    });
  });

  it('passes by a first whose name does not fit into an address', () => {
    expect(planFailover([provider('Sandbox two'), provider('Sandbox')])).toMatchObject({
      first: { name: 'Sandbox' },
      second: { name: 'Sandbox two' },
    });
  });

  it('takes one that plays a service in trouble as the first, never as the second', () => {
    const down = provider('Down now', { settings: { behaviour: 'down' } });
    expect(planFailover([provider('Well one'), down])).toMatchObject({
      first: { name: 'Down now' },
      second: { name: 'Well one' },
      to: 'failover@sandbox.test',
    });
  });

  it('needs two that take messages', () => {
    const others = [
      provider('Paused', { active: false }),
      provider('Nobody', { fromEmail: null }),
      provider('Real', { kind: 'smtp' }),
    ];
    expect(planFailover([provider('One'), ...others])).toBeNull();
    expect(usableSandboxes([provider('One'), ...others])).toHaveLength(1);
  });
});
