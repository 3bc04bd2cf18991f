import { describe, expect, it } from 'vitest';
import type { StoredOutcome } from '@/drizzle/schema/attempts';
import { judge } from './verdict';

const address = 'ana@example.com';
const accepted: StoredOutcome = { address, outcome: 'accepted' };
const refused = (fault: StoredOutcome['fault']): StoredOutcome => ({ address, outcome: 'refused', fault });

describe('judge', () => {
  it.each<[string, StoredOutcome[], boolean, boolean]>([
    ['taken by everybody', [accepted, accepted], true, false],
    ['taken for one, refused for another', [accepted, refused('recipient')], true, false],
    ['refused for a wrong address', [refused('recipient')], false, false],
    ['refused for its content', [refused('content')], false, false],
    ['refused by a provider in trouble', [refused('provider')], false, true],
    ['refused because its limit is used up', [{ ...refused('provider'), quota: true }], false, false],
    ['lost on the way', [{ address, outcome: 'unknown', code: 'timeout' }], false, true],
    ['taken for one before the provider failed', [accepted, refused('provider')], true, true],
  ])('%s', (_title, outcomes, sent, faulty) => {
    expect(judge(outcomes)).toEqual({ sent, faulty });
  });

  it('says nothing of the provider when our own worker died', () => {
    expect(judge([{ address, outcome: 'unknown', code: 'interrupted' }])).toBeNull();
  });

  it('says nothing of the provider when it was never asked', () => {
    expect(judge([{ ...refused('provider'), permanent: true, code: 'unsupported' }])).toBeNull();
  });
});
