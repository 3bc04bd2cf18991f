import { beforeEach, expect, test } from 'vitest';
import { makeContact } from '@/lib/testing/contacts';
import { install, know, moveClock, news, tell, useStory } from '@/lib/testing/stories';

// A Tuesday, 9:00 in Asunción.
useStory('2026-12-01T12:00:00Z');

const URL = 'https://comedor.example/recargas/18842';
const card = (balance: number) =>
  know({ kind: 'card', key: '18842', contact: 'C-1042', data: { student_name: 'Sofía', balance } });

beforeEach(async () => {
  await makeContact({ key: 'C-1042', email: 'ana@example.com', phone: '+595981123456', language: 'es' });
  await install('canteen', 'low-balance', 'account-overdue');
  await know({
    kind: 'card',
    key: '18842',
    contact: 'C-1042',
    data: { student_name: 'Sofía', card_number: '00018842', balance: 9_000, topup_url: URL },
  });
});

test('a low balance is told at 18:00 by email and SMS, once until it was topped up', async () => {
  await card(3_500);
  await moveClock('2026-12-01T20:59:00Z');
  expect(await news()).toEqual([]);
  await moveClock('2026-12-01T21:00:00Z');
  expect(await news()).toEqual([
    expect.stringMatching(/^email ana@example\.com: Saldo bajo: a Sofía le quedan .*3\.500/),
    expect.stringMatching(/^sms \+595981123456: Saldo bajo: a Sofía le quedan .*3\.500.*comedor\.example/),
  ]);
  // Lower still, for days: no news.
  await card(1_000);
  await moveClock('2026-12-05T12:00:00Z');
  expect(await news()).toEqual([]);
  await card(30_000);
  await moveClock('2026-12-06T12:00:00Z');
  await card(4_999);
  await moveClock('2026-12-06T22:00:00Z');
  expect(await news()).toHaveLength(2);
});

test('one that was topped up and is low again before the next evening is told again', async () => {
  await card(3_500);
  await moveClock('2026-12-01T22:00:00Z');
  expect(await news()).toHaveLength(2);
  await card(20_000);
  await card(4_000);
  await moveClock('2026-12-02T22:00:00Z');
  expect(await news()).toHaveLength(2);
  await moveClock('2026-12-04T22:00:00Z');
  expect(await news()).toEqual([]);
});

test('a top-up is told at once, and the same payment once', async () => {
  const paid = () =>
    tell({
      type: 'topup-received',
      contact: 'C-1042',
      variables: { amount: 50_000, new_balance: 53_500, paid_at: '2026-12-01T11:58:00Z', movements_url: URL },
      dedupeKey: 'payment 8841',
    });
  expect(await paid()).toMatchObject({ channels: [{ channel: 'email', state: 'handed_over' }] });
  expect(await paid()).toMatchObject({ state: 'skipped', reason: 'duplicate' });
  expect(await news()).toEqual([expect.stringMatching(/^email ana@example\.com: .*50\.000/)]);
});

test('debts are told on Mondays at 9:00, a week after they began', async () => {
  const debt = (key: string, amount_due: number, due_since: string) =>
    know({ kind: 'debtor', key, contact: 'C-1042', data: { amount_due, due_since } });
  await debt('old', 1_280_000, '2026-11-20');
  // A week old on Monday, and not more.
  await debt('young', 640_000, '2026-11-30');
  await debt('paid', 0, '2026-11-01');
  await moveClock('2026-12-07T11:59:00Z');
  expect(await news()).toEqual([]);
  await moveClock('2026-12-07T12:00:00Z');
  expect(await news()).toEqual([
    expect.stringMatching(/^email ana@example\.com: Cuenta pendiente de .*1\.280\.000/),
    expect.stringMatching(/^sms \+595981123456: .*1\.280\.000.*20/),
  ]);
  await moveClock('2026-12-14T11:59:00Z');
  expect(await news()).toEqual([]);
  await moveClock('2026-12-14T12:00:00Z');
  expect(await news()).toEqual([expect.stringContaining('640.000'), expect.stringContaining('640.000')]);
});
