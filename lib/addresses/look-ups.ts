import { Semaphore } from '@/lib/async/semaphore';

/** A batch may name fifty thousand domains, each of them several questions to somebody else's DNS. */
export const MAX_LOOK_UPS = 1000;
/** However many there are; what DNS has not said by then is unknown. */
const LIMIT_MS = 8_000;
/** Lists of addresses: a thousand that wait for the same answer go on in the same moment. */
const LISTS_AT_ONCE = 20;

/** What one request may ask of DNS, in however many messages: domains that are not known already, for so long. */
export class LookUps {
  /** Of `performance.now()`. */
  readonly deadline: number;
  private left = MAX_LOOK_UPS;
  private readonly lists = new Semaphore(LISTS_AT_ONCE);

  constructor(limitMs = LIMIT_MS) {
    this.deadline = performance.now() + limitMs;
  }

  take(): boolean {
    if (this.left === 0) return false;
    this.left--;
    return true;
  }

  forList<T>(work: () => Promise<T>): Promise<T> {
    return this.lists.run(work);
  }
}

const byRequest = new WeakMap<object, LookUps>();

/** `request`: its context. */
export function lookUpsOf(request: object): LookUps {
  const known = byRequest.get(request) ?? new LookUps();
  byRequest.set(request, known);
  return known;
}
