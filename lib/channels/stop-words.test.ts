import { expect, it } from 'vitest';
import { wishOf } from './stop-words';

it.each([
  ['STOP', 'stop'],
  [' stop. ', 'stop'],
  ['Stop!', 'stop'],
  ['Baja', 'stop'],
  ['ALTO', 'stop'],
  ['no más', 'stop'],
  ['NO  MÁS!!', 'stop'],
  ['Opt-out', 'stop'],
  ['START', 'start'],
  ['alta', 'start'],
  ['¡Alta!', 'start'],
])('%j means %s', (text, wish) => expect(wishOf(text)).toBe(wish));

it.each([
  'No',
  'Sí',
  'Yes',
  'Fin',
  'Stop at the corner, please',
  'No baja el precio?',
  'Alto 3, puerta 2',
  '',
  '🛑',
  'STOP STOP',
])('%j is an answer like any other', (text) => expect(wishOf(text)).toBeNull());
