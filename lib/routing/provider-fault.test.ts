import { describe, expect, it } from 'vitest';
import type { StoredOutcome } from '@/drizzle/schema/attempts';
import { judge } from './provider-fault';

const address = 'ana@example.com';
const accepted: StoredOutcome = { address, outcome: 'accepted' };
const refused = (fault: StoredOutcome['fault']): StoredOutcome => ({ address, outcome: 'refused', fault });

describe('judge', () => {
  it.each<[string, StoredOutcome[], boolean, boolean, boolean]>([
    ['taken by everybody', [accepted, accepted], true, false, false],
    ['taken for one, refused for another', [accepted, refused('recipient')], true, false, false],
    ['refused for a wrong address', [refused('recipient')], false, true, false],
    ['refused for its content', [refused('content')], false, true, false],
    ['refused by a provider in trouble', [refused('provider')], false, true, true],
    ['refused because its limit is used up', [{ ...refused('provider'), quota: true }], false, false, false],
    ['lost on the way', [{ address, outcome: 'unknown', code: 'timeout' }], false, true, true],
    ['taken for one before the provider failed', [accepted, refused('provider')], true, false, true],
    ['asked for too fast', [refused('throttled')], false, false, false],
    ['nothing that it takes', [refused('cannot_carry')], false, false, false],
    [
      'put off for one, refused for another',
      [refused('throttled'), refused('recipient')],
      false,
      true,
      false,
    ],
  ])('%s', (_title, outcomes, sent, failed, faulty) => {
    expect(judge(outcomes)).toEqual({ sent, captured: false, failed, faulty });
  });

  it('kept by a sandbox is neither sent nor failed, and no fault', () => {
    const captured: StoredOutcome = { address, outcome: 'captured' };
    const kept = { sent: false, captured: true, failed: false, faulty: false };
    expect(judge([captured, refused('recipient')])).toEqual(kept);
    expect(judge([captured, accepted])).toEqual({ ...kept, sent: true, captured: false });
  });

  it('says nothing of the provider when our own worker died', () => {
    expect(judge([{ address, outcome: 'unknown', code: 'interrupted' }])).toBeNull();
  });

  it('says nothing of the provider when it was never asked', () => {
    expect(judge([{ ...refused('provider'), permanent: true, code: 'unsupported' }])).toBeNull();
  });
});
