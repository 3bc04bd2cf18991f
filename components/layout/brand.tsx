import classes from './brand.module.css';

/** The baton passed on: the mark and the name. */
export function Brand() {
  return (
    <span className={classes.brand}>
      <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true">
        <rect width="32" height="32" rx="8" className={classes.tile} />
        <path d="M8 16h9m0 0-4-4.5M17 16l-4 4.5M20 9l5 7-5 7" className={classes.mark} />
      </svg>
      Relevo
    </span>
  );
}
