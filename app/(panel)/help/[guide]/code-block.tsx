'use client';

import { CopyText } from '@/components/layout/copy-text';
import classes from '../help.module.css';

/** To be copied as it stands. */
export function CodeBlock({ text }: { text: string }) {
  return (
    <div className={classes.code}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long line is moved sideways by the keyboard as well */}
      <pre tabIndex={0}>
        <code>{text}</code>
      </pre>
      <div className={classes.copy}>
        <CopyText text={text} />
      </div>
    </div>
  );
}
