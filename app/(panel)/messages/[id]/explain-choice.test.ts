import { describe, expect, it } from 'vitest';
import { messagesOf } from '@/lib/i18n/messages';
import { rankProviders } from '@/lib/routing/rank';
import { type RoutingMessage, type RoutingProvider, STRATEGIES, type Strategy } from '@/lib/routing/types';
import { message, policy, provider } from '@/lib/testing/routing';
import { explainChoice } from './explain-choice';

type About = Partial<RoutingMessage> & { strategy?: Strategy; used?: string };

function explain(providers: RoutingProvider[], { strategy, used, ...about }: About = {}) {
  const candidates = rankProviders(providers, message(about), policy(strategy));
  return explainChoice({ provider: used ?? candidates[0]!.provider, candidates });
}

const until = new Date('2026-11-21T14:05:00Z');
const first = provider('A', { priority: 90, fallbackId: 'c' });
const broken = provider('X', { breaker: 'open', openUntil: until, consecutiveFailures: 5 });

describe('why the one that was used', () => {
  it('is the only one there is, or the only one that could take it', () => {
    expect(explain([first]).key).toBe('only');
    expect(explain([first, broken])).toMatchObject({ key: 'sole', skipped: [{ provider: 'X' }] });
  });

  it.each([...STRATEGIES, 'urgent'] as const)('by %s', (by) => {
    const better = { priority: 90, costMicros: 0, successRate: 1, averageMs: 10 };
    const worse = { priority: 10, costMicros: 9, successRate: 0.7, averageMs: 900 };
    const about = by === 'urgent' ? { priority: 0 } : { strategy: by };
    const { key } = explain([provider('A', better), provider('B', worse)], about);
    expect(key).toBe(`strategy.${by}`);
    const texts = messagesOf('en').messages as { why: { strategy: Record<string, string> } };
    expect(texts.why.strategy[by]).toContain('{provider}');
  });

  it('by lot among equals, of which one that mostly fails is none', () => {
    expect(explain([provider('A'), provider('B')])).toMatchObject({
      key: 'drawn',
      equals: [expect.any(String)],
    });
    expect(explain([provider('A'), provider('B', { successRate: 0 })]).key).toBe('strategy.priority');
  });

  it('because it is preferred for the domain, or the better one is put behind', () => {
    const preferring = provider('B', { priority: 10, recipientDomains: { prefer: ['outlook.com'] } });
    const about = { recipientDomains: ['outlook.com'] };
    expect(explain([provider('A', { priority: 90 }), preferring], about).key).toBe('preferred');
    const failing = provider('A', { priority: 90, successRate: 0 });
    expect(explain([failing, provider('B', { priority: 10 })])).toMatchObject({
      key: 'putBehind',
      equals: ['A'],
    });
  });

  it('because the message asked for it', () => {
    const { key, next, skipped } = explain([first, provider('B'), broken], { providerIds: ['b', 'a'] });
    expect([key, next.map((each) => each.provider), skipped]).toEqual(['requested', ['A'], []]);
  });

  it('because only it has the template that the message names', () => {
    const cargo = { sizeBytes: 10, recipients: 1, templateOf: 'b' };
    const { key, skipped } = explain([first, provider('B')], { cargo, providerIds: ['b'] });
    expect([key, skipped]).toMatchObject(['ownTemplate', [{ provider: 'A', reason: 'template_of_another' }]]);
  });

  it('because the message asked for all there are, in its own order', () => {
    expect(explain([first, provider('B')], { providerIds: ['b', 'a'] }).key).toBe('requested');
  });

  it('because the one before failed, as its fallback or as the next', () => {
    const providers = [first, provider('B'), provider('C')];
    expect(explain(providers, { used: 'C' })).toMatchObject({ key: 'fallback', after: 'A' });
    expect(explain(providers, { used: 'B' })).toMatchObject({ key: 'tookOver', after: 'C' });
  });

  it('because it is the fallback of one that rests', () => {
    const resting = { ...first, breaker: 'open' as const, openUntil: until, consecutiveFailures: 5 };
    const providers = [resting, provider('B'), provider('C', { priority: 1 })];
    expect(explain(providers)).toMatchObject({
      key: 'fallback',
      after: 'A',
      next: [{ provider: 'B' }],
      skipped: [{ provider: 'A', reason: 'breaker_open' }],
    });
  });

  it('because it may already have the message', () => {
    expect(explain([first, provider('B')], { pinnedProviderId: 'b' })).toMatchObject({
      key: 'pinned',
      skipped: [],
    });
  });
});

it('leaves out what is self-evident', () => {
  const sms = provider('S', { channel: 'sms' });
  const other = provider('O', { companyId: 'y' });
  expect(explain([first, sms, other, broken]).skipped.map((each) => each.provider)).toEqual(['X']);
});
