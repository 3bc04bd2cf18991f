import { Breath } from '@/lib/async/breath';

type Step = Iterator<unknown, unknown, unknown> & Required<Pick<Iterator<unknown>, 'throw' | 'return'>>;

/** So many steps of a rendering take a millisecond or two. */
const STEPS = 500;

/** What `toValueSync` of liquidjs does with the steps of a rendering, which yield others, but with turns for others in between. */
export async function inTurns(rendering: unknown): Promise<unknown> {
  if (!isStep(rendering)) return rendering;
  const breath = new Breath();
  const open = [rendering];
  let given: unknown;
  let isFault = false;
  for (let step = 1; open.length > 0; step++) {
    if (step % STEPS === 0) await breath.take();
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
