'use client';

import { Input } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import classes from './code-editor.module.css';
import { ProblemList } from './problem-list';
import type { CodeEditorProps } from './props';
import { useMirror } from './use-mirror';

/**
 * A text with the colours of its language, completion and its faults at their lines. Half of CodeMirror comes with it: load it with
 * `next/dynamic`. Tab goes on to what comes next, as in every field.
 */
export function CodeEditor(props: CodeEditorProps) {
  const { label, description, error, problems = [] } = props;
  const t = useTranslations('common.code');
  const id = useId();
  const [labelId, helpId] = [`${id}-label`, `${id}-help`];
  const { host, goTo } = useMirror(props, {
    'aria-labelledby': labelId,
    'aria-describedby': helpId,
    'aria-invalid': String(Boolean(error) || problems.some(({ level }) => level === 'error')),
  });
  return (
    <Input.Wrapper label={label} labelElement="div" labelProps={{ id: labelId }} error={error}>
      <Input.Description id={helpId} mb={6}>
        {description} {t('keys')}
      </Input.Description>
      <div ref={host} className={classes.host} data-error={Boolean(error) || undefined} />
      <ProblemList of={label} problems={problems} onChoose={goTo} />
    </Input.Wrapper>
  );
}
