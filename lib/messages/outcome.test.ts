import { describe, expect, it } from 'vitest';
import type { RecipientStatus } from '@/drizzle/schema/messages';
import { partlyOf, tellMissed, tellOutcome } from './outcome';
import { outcomeTexts } from './outcome-texts';
import type { Status } from './status';

const english = outcomeTexts('en');

function tell(status: Status, states: Record<string, RecipientStatus>, about: { dueAt?: Date } = {}) {
  const recipients = Object.entries(states).map(([address, state]) => ({
    kind: 'to' as const,
    address,
    status: state,
  }));
  const told = {
    status,
    provider: 'Main',
    dueAt: about.dueAt ?? null,
    partly: partlyOf({ status, recipients }),
  };
  return { english: tellOutcome(english, told), spanish: tellOutcome(outcomeTexts('es'), told), ...told };
}

const three: Record<string, RecipientStatus> = {
  'a@x.py': 'accepted',
  'b@x.py': 'delivered',
  'c@x.py': 'accepted',
};

describe('a message that some did not get', () => {
  it('is told as sent to so many of all, with who was refused', () => {
    const told = tell('sent', { ...three, 'malo@x.py': 'bounced' });
    expect(told.english).toBe('Sent to 3 of 4; malo@x.py refused');
    expect(told.spanish).toBe('Enviado a 3 de 4; se rechazó a malo@x.py');
    expect(told.partly).toEqual({ reached: 3, of: 4, missed: [{ address: 'malo@x.py', status: 'bounced' }] });
    expect(tellMissed(english, told.partly!)).toBe('malo@x.py refused');
  });

  it('names two of those who were refused, and counts the others', () => {
    const refused = (...names: string[]) =>
      Object.fromEntries(names.map((name) => [`${name}@x.py`, 'bounced' as const]));
    expect(tell('sent', { ...three, ...refused('m', 'n') }).english).toBe(
      'Sent to 3 of 5; m@x.py and n@x.py refused',
    );
    const many = tell('sent', { ...three, ...refused('m', 'n', 'o', 'p') });
    expect(many.english).toBe('Sent to 3 of 7; m@x.py, n@x.py and 2 more refused');
    expect(many.spanish).toBe('Enviado a 3 de 7; se rechazó a m@x.py, n@x.py y 2 más');
  });

  it('does not call refused whom a person canceled or a sandbox kept', () => {
    for (const state of ['failed', 'captured'] as const)
      expect(tell('sent', { ...three, 'd@x.py': state }).english).toBe('Sent to 3 of 4; not to d@x.py');
  });

  it.each([
    ['retrying', 'waiting', 'Sent to 3 of 4; kept for later sending to d@x.py'],
    ['uncertain', 'unknown', /^Sent to 3 of 4; perhaps to d@x.py: Main did not confirm/],
    ['parked', 'waiting', /^Sent to 3 of 4; not yet to d@x.py/],
    ['queued', 'waiting', 'Sent to 3 of 4; on its way to d@x.py'],
  ] as const)('is told while it is %s', (status, state, expected) => {
    expect(tell(status, { ...three, 'd@x.py': state }).english).toEqual(
      typeof expected === 'string' ? expected : expect.stringMatching(expected),
    );
  });

  it('was kept in a sandbox for so many', () => {
    expect(tell('captured', { 'a@x.py': 'captured', 'b@x.py': 'bounced' }).english).toBe(
      'Kept in the sandbox for 1 of 2, nobody received it; b@x.py refused there',
    );
  });
});

describe('a message that all have, or nobody', () => {
  it.each([
    ['sent', three, 'Sent using Main'],
    ['sent', { 'a@x.py': 'complained' }, 'Sent using Main'],
    [
      'bounced',
      { 'a@x.py': 'bounced', 'b@x.py': 'bounced' },
      "Not delivered: the recipient's address was refused",
    ],
    ['captured', { 'a@x.py': 'captured' }, 'Kept in the sandbox: nobody received it'],
    ['sending', { 'a@x.py': 'waiting' }, 'Accepted and on its way'],
  ] as const)('is %s, and no more is said', (status, states, expected) => {
    const told = tell(status, states);
    expect([told.english, told.partly]).toEqual([expected, null]);
  });
});
