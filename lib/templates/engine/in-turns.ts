import { Breath } from '@/lib/async/breath';

type Step = Iterator<unknown, unknown, unknown> & Required<Pick<Iterator<unknown>, 'throw' | 'return'>>;

/** So many steps of a rendering take a millisecond or two. */
const STEPS = 500;

/**
 * What `toValueSync` of liquidjs does with the steps of a rendering, which yield others, but with turns for others in between; `others` is
 * told how long each of them was, in milliseconds.
 */
export async function inTurns(rendering: unknown, others: (ms: number) => void): Promise<unknown> {
  if (!isStep(rendering)) return rendering;
  const breath = new Breath();
  const open = [rendering];
  let given: unknown;
  let isFault = false;
  for (let step = 1; open.length > 0; step++) {
    if (step % STEPS === 0) {
      const began = performance.now();
      await breath.take();
      others(performance.now() - began);
    }
    const innermost = open.at(-1)!;
    try {
      const { done, value } = isFault ? innermost.throw(given) : innermost.next(given);
      isFault = false;
      if (done) open.pop();
      given = isStep(value) ? undefined : value;
      if (isStep(value)) open.push(value);
    } catch (error) {
      open.pop();
      given = error;
      isFault = true;
    }
  }
  if (isFault) throw given;
  return given;
}

function isStep(value: unknown): value is Step {
  return (['next', 'throw', 'return'] as const).every(
    (name) => typeof (value as Partial<Step> | null | undefined)?.[name] === 'function',
  );
}
