/** How axes and lines look in every chart: for `XAxis`, `YAxis` and `CartesianGrid` of recharts, which looks for them among its own children. */
const TICK = { fill: 'var(--mantine-color-dimmed)', fontSize: 12 };
const LINE = 'var(--relevo-line)';

export const GRID = { vertical: false, stroke: LINE } as const;

/** Moments or days, as many labels as there is room for. */
export function timeAxis(tickFormatter: (value: string) => string, dataKey = 'at') {
  return {
    dataKey,
    interval: 'equidistantPreserveStart',
    minTickGap: 24,
    tickFormatter,
    tick: TICK,
    tickLine: false,
    axisLine: { stroke: LINE },
  } as const;
}

/** Room for lines, whose first point would lie on the edge. */
export const LINE_PADDING = { left: 18, right: 8 } as const;

/** On the right, beside the newest. `width` in pixels: of the longest label. */
export function valueAxis(tickFormatter: (value: number) => string, width = 54) {
  return {
    orientation: 'right',
    width,
    tickCount: 4,
    tickFormatter,
    tick: TICK,
    tickLine: false,
    axisLine: false,
  } as const;
}
