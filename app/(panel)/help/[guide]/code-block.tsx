'use client';

import { CopyText } from '@/components/layout/copy-text';
import classes from '../help.module.css';

type Props = { text: string; isShown: boolean };

/** To be copied as it stands, but for what is only shown. */
export function CodeBlock({ text, isShown }: Props) {
  return (
    <div className={classes.code}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long line is moved sideways by the keyboard as well */}
      <pre tabIndex={0}>
        <code>{text}</code>
      </pre>
      {!isShown && (
        <div className={classes.copy}>
          <CopyText text={text} />
        </div>
      )}
    </div>
  );
}
