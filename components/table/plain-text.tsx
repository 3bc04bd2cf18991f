import classes from './plain-text.module.css';

/** Text exactly as it is (a transcript, a message's source), in a region that scrolls and can be reached by keyboard. */
export function PlainText({ label, children }: { label: string; children: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={classes.frame} tabIndex={0} aria-label={label}>
      <pre className={classes.text}>{children}</pre>
    </section>
  );
}
