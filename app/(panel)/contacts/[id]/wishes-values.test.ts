import { expect, it } from 'vitest';
import type { PreferencesView } from '@/lib/notifications/preferences/schema';
import { changesOfWishes, WishesForm, wishesOf } from './wishes-values';

const stored: PreferencesView = {
  language: 'es',
  quietHours: { fromHour: 0, untilHour: 7 },
  types: [
    {
      key: 'low-balance',
      title: 'Low balance',
      required: false,
      collectable: true,
      digest: 'daily',
      channels: [
        { channel: 'email', wanted: true },
        { channel: 'sms', wanted: false },
      ],
    },
    {
      key: 'alarm',
      title: 'Alarm',
      required: true,
      collectable: false,
      digest: null,
      channels: [{ channel: 'sms', wanted: true }],
    },
  ],
  version: 1,
  url: null,
};

it('what nobody touched is no change', () => {
  const values = WishesForm.parse(wishesOf(stored));
  expect(changesOfWishes(stored, values)).toEqual({ types: {}, quietHours: stored.quietHours });
});

it('only what is other is sent, and nothing of what everybody gets', () => {
  const values = {
    types: { 'low-balance': ['sms'], alarm: [] },
    digests: { 'low-balance': 'each' },
    from: '',
    until: '',
  };
  expect(changesOfWishes(stored, values)).toEqual({
    types: { 'low-balance': { email: false, sms: true } },
    digests: { 'low-balance': null },
    quietHours: null,
  });
});

it('hours without an end, and those that begin where they end, are refused', () => {
  expect(WishesForm.safeParse({ from: '22' }).success).toBe(false);
  expect(WishesForm.safeParse({ from: '22', until: '22' }).success).toBe(false);
});
