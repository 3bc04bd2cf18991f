import { describe, expect, it } from 'vitest';
import { type HealingFacts, healWeight } from './healing';

const SETTINGS = { enabled: true, errorsPerMinute: 50, slowPercent: 15, stepPercent: 10 };
const now = new Date('2026-11-21T14:00:00Z');
const minutesAgo = (minutes: number, raised = false) => ({
  at: new Date(now.getTime() - minutes * 60_000),
  raised,
});

const heal = (facts: Partial<HealingFacts>, settings = {}) =>
  healWeight(
    { percent: 100, lastChange: null, errorsLastMinute: 0, slowShare: null, allSlow: false, ...facts },
    { ...SETTINGS, ...settings },
    now,
  );

describe('errors', () => {
  it.each<[string, Partial<HealingFacts>, ReturnType<typeof heal>]>([
    ['50 are borne', { errorsLastMinute: 50 }, null],
    ['51 take a step', { errorsLastMinute: 51 }, { percent: 90, reason: 'errors' }],
    ['at most once a minute', { errorsLastMinute: 99, lastChange: minutesAgo(0.9) }, null],
    [
      'again after a minute',
      { errorsLastMinute: 99, percent: 90, lastChange: minutesAgo(1) },
      { percent: 80, reason: 'errors' },
    ],
    ['not below 0', { errorsLastMinute: 99, percent: 5 }, { percent: 0, reason: 'errors' }],
    ['stays at 0', { errorsLastMinute: 99, percent: 0, lastChange: minutesAgo(30) }, null],
  ])('%s', (_, facts, expected) => expect(heal(facts)).toEqual(expected));
});

describe('slowness', () => {
  it.each<[string, Partial<HealingFacts>, ReturnType<typeof heal>]>([
    ['14 % are borne', { slowShare: 0.14 }, null],
    ['15 % take a step', { slowShare: 0.15 }, { percent: 90, reason: 'slow' }],
    ['nobody is to blame when all are slow', { slowShare: 0.9, allSlow: true }, null],
    ['at most once in 5 minutes', { slowShare: 0.9, percent: 90, lastChange: minutesAgo(4.9) }, null],
    [
      'again after 5 minutes',
      { slowShare: 0.9, percent: 90, lastChange: minutesAgo(5) },
      { percent: 80, reason: 'slow' },
    ],
    ['errors are named first', { slowShare: 0.9, errorsLastMinute: 60 }, { percent: 90, reason: 'errors' }],
  ])('%s', (_, facts, expected) => expect(heal(facts)).toEqual(expected));
});

describe('recovery', () => {
  it.each<[string, Partial<HealingFacts>, ReturnType<typeof heal>]>([
    ['not within 15 minutes', { percent: 50, lastChange: minutesAgo(14.9) }, null],
    [
      'a step after 15 minutes',
      { percent: 50, lastChange: minutesAgo(15) },
      { percent: 60, reason: 'recovery' },
    ],
    [
      'the next after 5 more',
      { percent: 60, lastChange: minutesAgo(5, true) },
      { percent: 70, reason: 'recovery' },
    ],
    ['not sooner', { percent: 60, lastChange: minutesAgo(4.9, true) }, null],
    ['not above 100', { percent: 95, lastChange: minutesAgo(20) }, { percent: 100, reason: 'recovery' }],
    ['nothing to do at 100', { percent: 100, lastChange: minutesAgo(60) }, null],
  ])('%s', (_, facts, expected) => expect(heal(facts)).toEqual(expected));
});

it('gives everything back when switched off', () => {
  const off = { enabled: false };
  expect(heal({ percent: 30, errorsLastMinute: 99 }, off)).toEqual({ percent: 100, reason: 'switched_off' });
  expect(heal({ percent: 100, errorsLastMinute: 99 }, off)).toBeNull();
});

it('the step is a setting', () => {
  expect(heal({ errorsLastMinute: 99 }, { stepPercent: 25 })).toEqual({ percent: 75, reason: 'errors' });
});
