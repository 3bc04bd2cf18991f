'use client';

import { Pill, PillsInput, type PillsInputProps } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type ClipboardEvent, type KeyboardEvent, useState } from 'react';
import classes from './entries-field.module.css';
import { useField } from './use-field';

type Props = Pick<PillsInputProps, 'description' | 'withAsterisk'> & {
  name: string;
  label: string;
  /** Takes what was typed or pasted apart. */
  split: (text: string) => string[];
  /** What is wrong with one entry, in words; null: nothing. */
  check: (entry: string) => string | null;
  max?: number;
};

/** Several entries that are checked one by one, such as addresses: as chips, which take pasted lists and tell which one is wrong. */
export function EntriesField({ name, label, split, check, max = 1000, ...props }: Props) {
  const { field, error } = useField(name, label);
  const t = useTranslations('common.entries');
  const [typed, setTyped] = useState('');
  const entries: string[] = field.value ?? [];
  const wrong = entries.find((entry) => check(entry) !== null);

  const add = (text: string) => {
    setTyped('');
    const added = split(text);
    if (added.length > 0) field.onChange([...new Set([...entries, ...added])].slice(0, Math.max(max, 1)));
  };
  const remove = (entry: string) => field.onChange(entries.filter((each) => each !== entry));
  /** Back into the line, to be corrected. */
  const edit = (entry: string) => {
    field.onChange([...entries.filter((each) => each !== entry), ...split(typed)]);
    setTyped(entry);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = entries.at(-1);
    if (event.key === 'Backspace' && typed === '' && last !== undefined) edit(last);
    else if (event.key === 'Enter' || event.key === ';') add(typed);
    // In a name it is a part of it.
    else if (event.key === ',' && split(typed).every((entry) => check(entry) === null)) add(typed);
    else return;
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text');
    if (split(typed + pasted).length < 2) return;
    event.preventDefault();
    add(typed + pasted);
  };
  const said = wrong === undefined ? error : t('wrong', { entry: wrong, why: check(wrong) ?? '' });

  return (
    <PillsInput {...props} label={label} error={said}>
      <Pill.Group className={classes.entries}>
        {entries.map((entry) => (
          <Pill
            key={entry}
            className={classes.entry}
            data-wrong={check(entry) !== null || undefined}
            withRemoveButton
            removeButtonProps={{ 'aria-label': t('remove', { entry }), 'aria-hidden': false, tabIndex: -1 }}
            onRemove={() => remove(entry)}
            onDoubleClick={() => edit(entry)}
          >
            {entry}
          </Pill>
        ))}
        <PillsInput.Field
          ref={field.ref}
          name={name}
          value={typed}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onBlur={() => {
            add(typed);
            field.onBlur();
          }}
        />
      </Pill.Group>
    </PillsInput>
  );
}
