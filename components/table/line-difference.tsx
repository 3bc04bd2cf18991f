'use client';

import { diffLines } from '@/lib/text/line-diff';
import classes from './line-difference.module.css';

const MARKS = { same: 'span', added: 'ins', removed: 'del' } as const;

/** Two texts line by line: what was added, what is gone. */
export function LineDifference({ before, after }: { before: string; after: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <pre className={classes.lines} tabIndex={0}>
      {diffLines(before, after).map(({ kind, text }, index) => {
        const Mark = MARKS[kind];
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have nothing else that tells them apart
        return <Mark key={index}>{text || ' '}</Mark>;
      })}
    </pre>
  );
}
