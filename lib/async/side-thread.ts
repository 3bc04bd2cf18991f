type Thread = import('node:worker_threads').Worker;

type Options = {
  name: string;
  /** As text, since what bundles our processes would look for a file of it. Answers each message to its `parentPort` by one. */
  program: string;
  longestMs: number;
  memoryMb: number;
};

/** A thread beside the event loop, for work that would hold everybody up: one piece after the other, and ended where it takes too long. */
export class SideThread<Given, Answer> {
  private thread: Thread | undefined;
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
    this.thread ??= this.open();
    const thread = this.thread;
    thread.ref();
    return new Promise((resolve) => {
      const end = (answer: Answer | null, isFit: boolean) => {
        clearTimeout(timer);
        thread.removeAllListeners('message').removeAllListeners('error');
        // An error that comes after all is nobody's any more, and must not end our process.
        thread.on('error', () => undefined);
        if (isFit) thread.unref();
        else {
          this.thread = undefined;
          void thread.terminate();
        }
        resolve(answer);
      };
      const timer = setTimeout(() => end(null, false), this.options.longestMs);
      thread.on('message', (answer: Answer | null) => end(answer, true));
      thread.on('error', () => end(null, false));
      thread.postMessage(given);
    });
  }

  private open(): Thread {
    const { Worker } = process.getBuiltinModule('node:worker_threads');
    const { name, program, memoryMb } = this.options;
    const resourceLimits = { maxOldGenerationSizeMb: memoryMb };
    return new Worker(program, { eval: true, name, execArgv: [], resourceLimits });
  }
}
