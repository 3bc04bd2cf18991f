'use client';

import { useEffect, useRef, useState } from 'react';
import type { DefaultValues, FieldValues, UseFormReturn } from 'react-hook-form';
import { changedFields, isSame } from '@/lib/changes';

export type Stored<Input> = { values: Input; version: number };
export type Clash = { path: string; before: unknown; theirs: unknown; yours: unknown };
export type Meanwhile = { clashes: Clash[]; keepMine: () => void; takeTheirs: () => void };

/**
 * Keeps a form and what is stored together. What somebody else saves appears where nobody is typing; where both changed the same
 * field, the person decides, and until then a save goes out with the `version` it began from and is refused.
 */
export function useStored<Input extends FieldValues, Output>(
  form: UseFormReturn<Input, unknown, Output>,
  stored: Stored<Input>,
) {
  const [base, setBase] = useState(stored);
  const [clashes, setClashes] = useState<Clash[]>([]);
  const { reset, getValues, setValue } = form;
  /** Each version is looked at once: a caller may make `stored` anew with every render. */
  const seen = useRef(stored.version);

  useEffect(() => {
    if (stored.version === seen.current) return;
    seen.current = stored.version;
    if (stored.version === base.version) return;
    const found = clashesOf(base.values, stored.values, getValues());
    reset(stored.values, { keepDirtyValues: true, keepDirty: true });
    setClashes(found);
    if (found.length === 0) setBase(stored);
  }, [base, getValues, reset, stored]);

  const settle = (next: Stored<Input>) => {
    setClashes([]);
    setBase(next);
  };
  const meanwhile: Meanwhile = {
    clashes,
    keepMine: () => settle(stored),
    takeTheirs: () => {
      for (const { path, theirs } of clashes)
        setValue(path as never, theirs as never, { shouldDirty: true, shouldValidate: true });
      settle(stored);
    },
  };
  /** After a save of one's own: the form starts again from what was saved. */
  const startFrom = (next: Stored<Input>) => {
    reset(next.values as unknown as DefaultValues<Input>);
    settle(next);
  };
  return { version: base.version, meanwhile, startFrom };
}

/** Fields that somebody else saved and this person changed, to something else. */
export function clashesOf(before: object, theirs: object, mine: object): Clash[] {
  const typed = new Map(changedFields(before, mine).map(({ path, after }) => [path, after]));
  return changedFields(before, theirs)
    .filter(({ path, after }) => typed.has(path) && !isSame(typed.get(path), after))
    .map(({ path, before: was, after }) => ({ path, before: was, theirs: after, yours: typed.get(path) }));
}
