import type { ComponentProps, ReactNode } from 'react';
import { StateMark } from '@/components/table/state-mark';
import classes from './story.module.css';

type Props = ComponentProps<typeof StateMark> & {
  title: ReactNode;
  /** When, and how long it took. */
  time: ReactNode;
  children?: ReactNode;
};

/** One line of the record: its mark, what happened, when, and what there is to say of it. */
export function StoryStep({ title, time, children, ...mark }: Props) {
  return (
    <li className={classes.step}>
      <StateMark {...mark} />
      <div className={classes.head}>
        <span className={classes.title}>{title}</span>
        <span className={classes.time}>{time}</span>
      </div>
      {children && <div className={classes.body}>{children}</div>}
    </li>
  );
}
