'use client';

import { Anchor } from '@mantine/core';
import { useTranslations } from 'next-intl';
import classes from './code-editor.module.css';
import type { CodeProblem } from './props';

type Props = { of: string; problems: CodeProblem[]; onChoose: (line: number) => void };

/** The same as the marks in the margin, for who reads or hears them in words; each leads to its line. */
export function ProblemList({ of, problems, onChoose }: Props) {
  const t = useTranslations('common.code');
  return (
    <div role="status">
      {problems.length > 0 && (
        <ul className={classes.problems} aria-label={t('problems', { of })}>
          {problems.map(({ line, message }) => (
            <li key={`${line} ${message}`}>
              <Anchor
                component="button"
                type="button"
                size="sm"
                underline="always"
                onClick={() => onChoose(line)}
              >
                {message}
              </Anchor>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
