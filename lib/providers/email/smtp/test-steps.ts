import { raceAbort } from '@/lib/async/abort';
import type { TestStep } from '@/lib/channels/results';
import { errorMessage } from '@/lib/errors';

/** Below ten seconds, so that the answer is there within them. */
const STEP_MS = 9_500;
const ALL_STEPS_MS = 20_000;

type Name = TestStep['name'];

/** The steps of a test one after the other, each with its time and its own limit. */
export class TestSteps {
  readonly list: TestStep[] = [];
  private readonly stop = new AbortController();
  private readonly signal: AbortSignal;
  private timer: NodeJS.Timeout | undefined;
  private startedAt = 0;

  constructor(signal: AbortSignal) {
    this.signal = AbortSignal.any([signal, AbortSignal.timeout(ALL_STEPS_MS), this.stop.signal]);
  }

  /** The step under way, or the last one. */
  get current(): Name | undefined {
    return this.list.at(-1)?.name;
  }

  /** `work` resolves with what a technician wants to know of the step. */
  async run(name: Name, work: () => Promise<string>): Promise<void> {
    this.start(name);
    try {
      this.finish(true, await raceAbort(work(), this.signal, () => this.reason()));
    } catch (error) {
      this.finish(false, errorMessage(error).slice(0, 500));
      throw error;
    }
  }

  /** Inside `run`, where one call of a library is two steps: the first one is done, the second begins. */
  next(name: Name, detail: string): void {
    this.finish(true, detail);
    this.start(name);
  }

  /** Ends the step under way with this error. */
  fail(error: Error): void {
    this.stop.abort(error);
  }

  private start(name: Name): void {
    this.list.push({ name, ok: false, ms: 0, detail: '' });
    this.startedAt = performance.now();
    this.timer = setTimeout(() => this.fail(noAnswer()), STEP_MS);
  }

  private finish(ok: boolean, detail: string): void {
    clearTimeout(this.timer);
    const ms = Math.round(performance.now() - this.startedAt);
    Object.assign(this.list.at(-1)!, { ok, ms, detail });
  }

  private reason(): Error {
    return this.stop.signal.aborted ? (this.stop.signal.reason as Error) : noAnswer();
  }
}

function noAnswer(): Error {
  return Object.assign(new Error('No answer within 10 seconds'), { code: 'ETIMEDOUT' });
}
