import { describe, expect, it } from 'vitest';
import { doubtsAbout } from './doubts';

const at = '2026-01-01T00:00:00.000Z';
const kind = { secrets: { type: 'object', properties: { apiKey: { type: 'string' } } } } as never;
const key = { apiKey: { set: true, last4: '1234', updatedAt: at } } as never;
const well = { secrets: key, lastTest: { ok: true, cause: null, at }, health: { problem: null } };

describe('doubtsAbout', () => {
  it('has none about what passed its last test, or was never tested, and lacks nothing', () => {
    expect(doubtsAbout(well, kind)).toEqual([]);
    expect(doubtsAbout({ ...well, lastTest: null }, kind)).toEqual([]);
  });

  it('says that the last test failed, and of what', () => {
    const lastTest = { ok: false, cause: 'auth', at };
    expect(doubtsAbout({ ...well, lastTest }, kind)).toEqual([{ reason: 'failed', cause: 'auth' }]);
  });

  it('names what is missing', () => {
    expect(doubtsAbout({ ...well, secrets: {} }, kind)).toEqual([{ reason: 'missing', names: ['apiKey'] }]);
  });

  it('says why it cannot be used as it is stored', () => {
    const problem = { reason: 'settings', detail: 'port' } as const;
    expect(doubtsAbout({ ...well, health: { problem } }, kind)).toEqual([{ reason: 'problem', problem }]);
  });
});
