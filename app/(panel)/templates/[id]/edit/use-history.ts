'use client';

import { useCallback, useState } from 'react';

const MAX_STEPS = 100;
/** Letters typed into one field one after another are one step. */
const SAME_STEP_MS = 1_000;

type History<T> = { past: T[]; now: T; future: T[]; last: { what: string; at: number } };

/** A value whose changes can be taken back, a hundred of them. */
export function useHistory<T>(initial: T) {
  const [history, setHistory] = useState<History<T>>({
    past: [],
    now: initial,
    future: [],
    last: { what: '', at: 0 },
  });

  /** `what` names the field that is typed in; '' is a step of its own. */
  const change = useCallback((make: (now: T) => T, what = '') => {
    const at = Date.now();
    setHistory(({ past, now, last }) => {
      const next = make(now);
      if (next === now) return { past, now, future: [], last };
      const goesOn = what !== '' && last.what === what && at - last.at < SAME_STEP_MS;
      return {
        past: goesOn ? past : [...past, now].slice(-MAX_STEPS),
        now: next,
        future: [],
        last: { what, at },
      };
    });
  }, []);
  const undo = useCallback(
    () =>
      setHistory((all) => {
        const before = all.past.at(-1);
        if (before === undefined) return all;
        return {
          past: all.past.slice(0, -1),
          now: before,
          future: [all.now, ...all.future],
          last: { what: '', at: 0 },
        };
      }),
    [],
  );
  const redo = useCallback(
    () =>
      setHistory((all) => {
        const [next, ...rest] = all.future;
        if (next === undefined) return all;
        return { past: [...all.past, all.now], now: next, future: rest, last: { what: '', at: 0 } };
      }),
    [],
  );
  return {
    now: history.now,
    change,
    undo,
    redo,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
  };
}
