import { describe, expect, it } from 'vitest';
import { judge } from '@/lib/routing/provider-fault';
import { drillFor, playedOutcome } from './play';

const now = new Date('2026-11-21T12:00:00Z');
const endsAt = new Date('2026-11-21T12:05:00Z');
const sandbox = { id: 'a', kind: 'sandbox' };
const real = { id: 'b', kind: 'smtp' };
const drill = (providerId: string, mode: 'down' | 'slow' | 'quota' = 'down', ends = endsAt) => ({
  providerId,
  mode,
  endsAt: ends,
});

describe('which messages a drill touches', () => {
  it.each<[string, typeof real, string[], boolean]>([
    ['all at a sandbox', sandbox, [], true],
    ['none without the mark elsewhere', real, ['receipt'], false],
    ['marked ones elsewhere', real, ['receipt', 'drill'], true],
  ])('%s', (_, provider, tags, touched) => {
    expect(Boolean(drillFor(provider, tags, [drill(provider.id)], now))).toBe(touched);
  });

  it('none at another provider', () => {
    expect(drillFor(sandbox, ['drill'], [drill('b')], now)).toBeUndefined();
  });

  it('none once its time is over, even if the list is old', () => {
    expect(drillFor(sandbox, [], [drill('a')], endsAt)).toBeUndefined();
  });
});

describe('what it answers', () => {
  const play = (provider: typeof real, mode: 'down' | 'slow' | 'quota') =>
    playedOutcome(
      provider,
      { addresses: ['ana@example.com', 'ben@example.com'] },
      drill(provider.id, mode),
      now,
    );

  it.each(['down', 'quota'] as const)('%s: the fault of the provider, for each recipient', (mode) => {
    const refused = { outcome: 'refused', fault: 'provider', permanent: false };
    expect(play(sandbox, mode)?.outcomes).toMatchObject([
      { address: 'ana@example.com', ...refused },
      { address: 'ben@example.com', ...refused },
    ]);
  });

  it('quota: until the end of the drill', () => {
    expect(play(sandbox, 'quota')?.outcomes[0]).toMatchObject({ quota: true, retryAfterMs: 300_000 });
  });

  it('slow: sends for real, later', () => {
    expect(play(sandbox, 'slow')).toBeNull();
  });

  it('counts against a sandbox and never against another provider', () => {
    expect(judge(play(sandbox, 'down')!.outcomes)).toMatchObject({ sent: false, faulty: true });
    for (const mode of ['down', 'quota'] as const) {
      expect(judge(play(real, mode)!.outcomes), mode).toBeNull();
      expect(play(real, mode)!.outcomes[0]).not.toHaveProperty('quota');
    }
  });
});
