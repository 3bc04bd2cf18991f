import { describe, expect, it } from 'vitest';
import type { AiProviderView } from '@/lib/ai/providers/schema';
import { offerOf } from './offer-of';

const one = (name: string, state: AiProviderView['state'], company?: string) =>
  ({ name, state, ...(company && { company }) }) as AiProviderView;
const offer = (providers: AiProviderView[], company?: string) => {
  const found = offerOf(providers, company);
  return found && [found.provider.name, found.reason];
};

describe('who is named before anything is asked', () => {
  it('is the first one that is ready', () =>
    expect(offer([one('a', 'resting'), one('b', 'ready'), one('c', 'ready')])).toEqual(['b', null]));

  it('is never one of another company', () => {
    const providers = [one('theirs', 'ready', 'north'), one('own', 'ready', 'south'), one('shared', 'ready')];
    expect(offer(providers, 'south')).toEqual(['own', null]);
    expect(offer(providers)).toEqual(['shared', null]);
    expect(offer([one('theirs', 'ready', 'north')], 'south')).toBeNull();
  });

  it('is still there where none can be asked, with the reason', () => {
    expect(offer([one('a', 'stopped'), one('b', 'budget_used')])).toEqual(['b', 'budget']);
    expect(offer([one('a', 'paused'), one('b', 'no_key')])).toEqual(['a', 'no_provider']);
    expect(offer([])).toBeNull();
  });
});
