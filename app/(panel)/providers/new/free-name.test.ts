import { expect, it } from 'vitest';
import { freeName } from './free-name';

it('counts on until nobody has the name', () => {
  expect(freeName('Sandbox', [])).toBe('Sandbox');
  expect(freeName('Sandbox', ['sandbox', 'Sandbox-2'])).toBe('Sandbox-3');
});
