import { expect, it } from 'vitest';
import { mayStandIn } from './may-stand-in';

const real = { id: '1', kind: 'smtp' as const };
const other = { id: '2', kind: 'resend' as const };
const sandbox = { id: '3', kind: 'sandbox' as const };
const backup = { id: '4', kind: 'sandbox' as const };

it('offers neither itself nor, to who really sends, a sandbox', () => {
  expect(mayStandIn(other, real)).toBe(true);
  expect(mayStandIn(real, real)).toBe(false);
  expect(mayStandIn(sandbox, real)).toBe(false);
  expect(mayStandIn(sandbox, backup)).toBe(true);
  expect(mayStandIn(real, sandbox)).toBe(true);
});
