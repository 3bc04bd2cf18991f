import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { getMessage } from '@/lib/messages/get';
import { longestSendMs } from '@/lib/providers/longest-send';
import { getAdapter } from '@/lib/providers/registry';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { findViolations } from '@/lib/testing/invariants';
import { deliverMessages } from './deliver';

useTestDatabase();
vi.mock('@/lib/providers/longest-send', { spy: true });
beforeEach(() => {
  vi.mocked(longestSendMs).mockReturnValue(50);
});
afterEach(() => vi.restoreAllMocks());

/** It never settles, whatever its signal says. */
function hang(): AbortSignal[] {
  const given: AbortSignal[] = [];
  vi.spyOn(getAdapter('postmark'), 'send').mockImplementation((_config, _message, signal) => {
    given.push(signal);
    return new Promise(() => undefined);
  });
  return given;
}

describe('an adapter that does not heed its signal', () => {
  it.each(['transactional', 'marketing'] as const)(
    'is given up, and what became of the message is not known: %s',
    async (category) => {
      const { name } = await makeProvider({ kind: 'postmark', secrets: { apiKey: 'key' } });
      await makeProvider();
      const given = hang();
      const { id } = await makeMessage({ providers: [name], category });
      await deliverMessages(newId(), [id]);
      expect(given.length).toBeGreaterThan(0);
      for (const { aborted } of given) expect(aborted).toBe(true);
      const { status, attempts } = await getMessage(testContext, id);
      // Nobody else is asked: it may have gone out.
      expect(new Set(attempts.map(({ provider }) => provider))).toEqual(new Set([name]));
      expect(attempts[0]!.outcomes[0]).toMatchObject({ outcome: 'unknown' });
      expect(status).toBe(category === 'transactional' ? 'retrying' : 'uncertain');
      expect(await findViolations(sql())).toEqual([]);
    },
  );
});
