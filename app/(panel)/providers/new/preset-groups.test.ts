import { describe, expect, it } from 'vitest';
import type { ProviderKindView } from '../provider-kind';
import { groupPresets } from './preset-groups';

const kind = (name: string, ...presets: string[]): ProviderKindView => ({
  kind: name,
  channel: 'email',
  label: name,
  presets: presets.map((preset) => ({ name: preset, label: preset, settings: {} })),
  settings: {},
  secrets: {},
  targets: {},
});

describe('groupPresets', () => {
  it('tells one’s own from services and mailboxes, and leaves out what is empty', () => {
    const groups = groupPresets([kind('smtp', 'own', 'gmail'), kind('sandbox', 'sandbox')]);
    expect(groups.map(({ name, choices }) => [name, choices.map(({ value }) => value)])).toEqual([
      ['own', ['smtp.own', 'sandbox.sandbox']],
      ['mailboxes', ['smtp.gmail']],
    ]);
  });

  it('takes every other kind for a service with an API', () => {
    expect(groupPresets([kind('postmark', 'postmark')])[0]?.name).toBe('services');
  });
});
