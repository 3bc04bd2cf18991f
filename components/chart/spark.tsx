import { runsOf } from './runs';
import classes from './spark.module.css';

type Props = { values: (number | null)[]; as: 'bars' | 'line'; tone?: 'good' | 'warn' | 'bad' | 'kept' };

const HEIGHT = 20;

/** How a number came to be, without axes or words: the number itself stands beside it. Nothing is drawn where nothing was. */
export function Spark({ values, as, tone }: Props) {
  const known = values.filter((value) => value !== null);
  const top = Math.max(0, ...known);
  // A line's changes show; bars are amounts and begin at nothing.
  const bottom = as === 'line' ? Math.min(top, ...known) : 0;
  const heightOf = (value: number) =>
    top === bottom ? (value > 0 ? HEIGHT / 2 : 0) : ((value - bottom) / (top - bottom)) * (HEIGHT - 2) + 1;
  return (
    <svg
      className={classes.spark}
      data-tone={tone}
      viewBox={`0 0 ${values.length} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden
    >
      {as === 'line'
        ? runsOf(values).map((run) => (
            <polyline
              key={run[0]!.at}
              className={classes.line}
              points={run
                .flatMap(({ at, value }) => {
                  const y = HEIGHT - heightOf(value);
                  // One alone is a dash, not an invisible point.
                  return run.length === 1 ? [`${at} ${y}`, `${at + 1} ${y}`] : [`${at + 0.5} ${y}`];
                })
                .join(' ')}
            />
          ))
        : values.map((value, at) => {
            if (!value) return null;
            const height = heightOf(value);
            const x = at + 0.12;
            return (
              <rect key={x} className={classes.bar} x={x} y={HEIGHT - height} width={0.76} height={height} />
            );
          })}
    </svg>
  );
}
