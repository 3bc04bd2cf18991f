import classes from './big-number.module.css';

type Props = { as?: 'span' | 'dd'; tone?: 'good' | 'warn' | 'bad'; children: string };

/** A figure that is read from afar. */
export function BigNumber({ as: Element = 'span', tone, children }: Props) {
  return (
    <Element className={classes.number} data-tone={tone}>
      {children}
    </Element>
  );
}
