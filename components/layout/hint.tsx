import { Tooltip } from '@mantine/core';
import classes from './hint.module.css';

type Props = { help: string; children: string };

/** A word whose meaning is told on hover and on focus, and to a screen reader. */
export function Hint({ help, children }: Props) {
  return (
    <Tooltip label={help} multiline maw={300} events={{ hover: true, focus: true, touch: true }}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is told on hover must be told by the keyboard too */}
      <span className={classes.hint} tabIndex={0}>
        {children}
      </span>
    </Tooltip>
  );
}
