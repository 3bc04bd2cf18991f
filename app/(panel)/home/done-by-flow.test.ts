import { expect, it } from 'vitest';
import { doneByFlow } from './done-by-flow';

it('tells from how mail flows what is in place', () => {
  expect(doneByFlow({ everSent: false, reasons: [] })).toEqual({
    firstMail: false,
    workers: true,
    queue: true,
  });
  expect(doneByFlow({ everSent: true, reasons: ['no_worker'] })).toEqual({
    firstMail: true,
    workers: false,
    queue: false,
  });
  expect(doneByFlow({ everSent: true, reasons: ['queue_old'] }).queue).toBe(false);
  // A fault of a provider is not the queue's.
  expect(doneByFlow({ everSent: true, reasons: ['retrying', 'parked'] }).queue).toBe(true);
});
