import classes from './plain-text.module.css';

type Props = {
  label: string;
  /** What it is of, where a page has several of that label. */
  of?: string;
  /** Without it a transcript or source keeps its lines. */
  wrap?: 'prose' | 'code';
  children: string;
};

/** Text exactly as it is (a transcript, a message's source), in a region that scrolls and can be reached by keyboard. */
export function PlainText({ label, of, wrap, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={classes.frame} tabIndex={0} aria-label={of ? `${label}: ${of}` : label}>
      <pre className={classes.text} data-wrap={wrap}>
        {children}
      </pre>
    </section>
  );
}
