import { describe, expect, it } from 'vitest';
import { findForm } from '@/lib/channels/forms';
import { getRoutingState } from '@/lib/providers/routing-state';
import { nobodyCarries } from '@/lib/routing/pass-over';
import type { RoutingState } from '@/lib/routing/state';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { usePigeons } from '@/lib/testing/pigeon/pigeon';
import { whoCarries } from './who-carries';

useTestDatabase();
usePigeons();

const values = {
  to: ['Ana <ana@cliente.example>'],
  text: 'Hola',
  // Postmark lists .mdb among what it refuses: https://anymail.dev/en/stable/esps/postmark/ found.
  attachments: [new File(['x'], 'datos.mdb')],
};
const told = (state: RoutingState, change = {}, channel = 'email') => {
  const written = { channel, form: findForm(channel)!, companyId: null };
  const { misfits, nobody } = whoCarries(state, { ...written, values: { ...values, ...change } });
  return { reasons: misfits.map(({ provider, reason }) => `${provider}: ${reason}`), nobody };
};

describe('whoCarries', () => {
  it('says what routing will do, sandboxes and rules by domain included', async () => {
    await makeProvider({ name: 'postmark', kind: 'postmark', secrets: { apiKey: 'key' } });
    const alone = await getRoutingState(testContext);
    expect(told(alone)).toEqual({ reasons: ['postmark: cannot_carry'], nobody: true });

    await makeProvider({ name: 'sandbox', recipientDomains: { never: ['otro.example'] } });
    const both = await getRoutingState(testContext);
    expect(told(both)).toEqual({ reasons: ['postmark: cannot_carry'], nobody: false });
    expect(told(both, { providers: ['postmark'] })).toEqual({
      reasons: ['postmark: cannot_carry'],
      nobody: true,
    });
    expect(told(both, { to: ['ana@otro.example'] })).toEqual({
      reasons: ['postmark: cannot_carry', 'sandbox: recipient_domain'],
      nobody: true,
    });
    expect(told(both, { attachments: [] })).toEqual({ reasons: [], nobody: false });
    // In the order named, and what one is not for is said of those that were named.
    await makeProvider({ name: 'bulk', categories: ['marketing'] });
    const three = await getRoutingState(testContext);
    expect(told(three, { providers: ['sandbox', 'bulk'] }).reasons).toEqual(['bulk: wrong_category']);
    expect(told(three, { attachments: [] }).reasons).toEqual([]);
  });

  it('goes by what another channel has', async () => {
    await makeProvider({ name: 'loft', kind: 'loft', recipientDomains: { never: ['zz'] } });
    const state = await getRoutingState(testContext);
    const slip = (to: string) => told(state, { to: [to], attachments: [] }, 'pigeon').reasons;
    expect(slip('PY-2026-0013')).toEqual([]);
    expect(slip('zz 2026 13')).toEqual(['loft: recipient_domain']);
  });

  it('misses no sender where none is needed', async () => {
    await makeProvider({ name: 'texts', kind: 'sms-sandbox', fromEmail: null });
    const state = await getRoutingState(testContext);
    expect(told(state, { to: ['0981 234 567'], attachments: [] }, 'sms').reasons).toEqual([]);
  });

  it('a provider for which it would wait keeps it from being nobody', () => {
    const cannot = { rank: null, reason: 'cannot_carry' };
    expect(nobodyCarries([cannot, { rank: null, reason: 'breaker_open' }])).toBe(false);
    expect(nobodyCarries([cannot, { rank: null, reason: 'not_requested' }])).toBe(true);
    expect(nobodyCarries([{ rank: null, reason: 'not_requested' }])).toBe(false);
  });
});
