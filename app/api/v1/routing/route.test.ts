import { beforeAll, describe, expect, it } from 'vitest';
import { rankProviders } from '@/lib/routing/rank';
import { meet, readState } from '@/lib/routing/state';
import { describeAccess } from '@/lib/testing/access';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, makeToken } from '@/lib/testing/factories';
import { call } from '@/lib/testing/http';
import { message } from '@/lib/testing/routing';
import { GET } from './route';

useTestDatabase();

let token: string;
beforeAll(async () => {
  token = await makeToken();
});

describeAccess('GET', GET, { scope: 'providers:read', role: 'viewer' });

describe('GET', () => {
  it('tells all that a decision is made from, so that the browser comes to the same one', async () => {
    await makeProvider({ name: 'First', priority: 90, costPerMessage: '0.0008' });
    await makeProvider({ name: 'Paused', priority: 99, active: false });
    const { body, text } = await call(GET, { token });
    const { policy, providers } = readState(body);
    const met = providers.map((each) => meet(each, { urgent: false, inLine: false }));
    const decision = rankProviders(met, message({ hasSender: true }), policy);
    expect(decision.map(({ provider, reason }) => `${provider} ${reason}`)).toEqual([
      'First chosen',
      'Paused paused',
    ]);
    expect(providers.find(({ name }) => name === 'First')).toMatchObject({
      breaker: 'closed',
      costMicros: 800,
      successRate: null,
      fullFor: { urgent: null, others: null },
    });
    expect(text).not.toMatch(/settings|secret/i);
  });
});
