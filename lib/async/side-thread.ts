type Thread = import('node:worker_threads').Worker;

type Options = {
  name: string;
  /** As text, since what bundles our processes would look for a file of it. Answers each message to its `parentPort` by one. */
  program: string;
  longestMs: number;
  memoryMb: number;
  /** Without work for so long it is closed, and its memory is free for others; half a minute unless told. */
  idleMs?: number;
};

const IDLE_MS = 30_000;
/** Of what is new in it. V8 would let a thread keep more of that than any of ours has use for. */
const YOUNG_MB = 8;

/** A thread beside the event loop, for work that would hold everybody up: one piece after the other, and ended where it takes too long. */
export class SideThread<Given, Answer> {
  private thread: Thread | undefined;
  private idle: NodeJS.Timeout | undefined;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: Options) {}

  /** Null: it took too long or too much memory, or fell. */
  ask(given: Given): Promise<Answer | null> {
    const own = this.last.then(() => this.askNow(given));
    // One that cannot even be asked takes nobody after it along.
    this.last = own.catch(() => null);
    return own;
  }

  private askNow(given: Given): Promise<Answer | null> {
    clearTimeout(this.idle);
    this.thread ??= this.open();
    const thread = this.thread;
    thread.ref();
    return new Promise((resolve) => {
      const end = (answer: Answer | null, isFit: boolean) => {
        clearTimeout(timer);
        thread.removeAllListeners('message').removeAllListeners('error');
        // An error that comes after all is nobody's any more, and must not end our process.
        thread.on('error', () => undefined);
        if (isFit) this.rest(thread);
        else this.close(thread);
        resolve(answer);
      };
      const timer = setTimeout(() => end(null, false), this.options.longestMs);
      thread.on('message', (answer: Answer | null) => end(answer, true));
      thread.on('error', () => end(null, false));
      thread.postMessage(given);
    });
  }

  private rest(thread: Thread): void {
    thread.unref();
    this.idle = setTimeout(() => this.close(thread), this.options.idleMs ?? IDLE_MS).unref();
  }

  private close(thread: Thread): void {
    this.thread = undefined;
    void thread.terminate();
  }

  private open(): Thread {
    const { Worker } = process.getBuiltinModule('node:worker_threads');
    const { name, program, memoryMb } = this.options;
    const resourceLimits = { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: YOUNG_MB };
    return new Worker(program, { eval: true, name, execArgv: [], resourceLimits });
  }
}
