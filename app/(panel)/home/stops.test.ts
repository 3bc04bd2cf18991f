import { describe, expect, it } from 'vitest';
import type { SystemStatus } from '@/lib/status/schema';
import { besidesStops, stopsOf } from './stops';

const status = (...reasons: SystemStatus['reasons']) => ({ reasons }) as SystemStatus;

describe('stopsOf', () => {
  it('names what stops all mail, what must be dealt with first in front', () => {
    expect(stopsOf({ status: status('parked', 'no_provider', 'all_paused', 'no_worker') })).toEqual([
      'no_worker',
      'all_paused',
      'no_provider',
    ]);
  });

  it('has nothing to say of what stops only a part', () => {
    expect(stopsOf({ status: status('paused', 'retrying', 'misconfigured', 'queue_old') })).toEqual([]);
  });
});

it('what stands at the top is not told again below', () => {
  const attention = [{ type: 'no_worker' as const }, { type: 'parked' as const, count: 2 }];
  expect(besidesStops({ status: status('no_worker'), attention })).toEqual([{ type: 'parked', count: 2 }]);
});
