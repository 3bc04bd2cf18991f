import { expect, it } from 'vitest';
import { isQuiet } from './quiet';

const at = (time: string) => new Date(`2026-11-28T${time}:00Z`);
const night = { quietFrom: '22:00', quietTo: '07:00' };
const noon = { quietFrom: '12:00', quietTo: '14:00' };

// Asunción is three hours behind UTC since October 2024, all year.
it.each([
  [night, '00:59', false],
  [night, '01:00', true],
  [night, '09:59', true],
  [night, '10:00', false],
  [noon, '14:59', false],
  [noon, '15:00', true],
  [noon, '16:59', true],
  [noon, '17:00', false],
  [{ quietFrom: null, quietTo: null }, '03:00', false],
  [{ quietFrom: '22:00', quietTo: null }, '03:00', false],
  [{ quietFrom: '22:00', quietTo: '22:00' }, '03:00', false],
])('%j at %s UTC in Asunción: %j', (hours, time, quiet) => {
  expect(isQuiet(hours, at(time), 'America/Asuncion')).toBe(quiet);
});
