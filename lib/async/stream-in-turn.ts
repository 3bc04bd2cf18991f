type Run = (work: () => Promise<void>) => Promise<void>;

const IDLE_MS = 30_000;

/** As long as a request may take to come in: a reader that takes a piece now and then must not hold a place for ever. */
const LONGEST_MS = 180_000;

/**
 * Bytes that are made while they are read, within a place of `run`, so that only so many are being made at once. Whoever stops reading for
 * 30 s, or is not done after `longestMs` (three minutes), loses the place: the stream breaks off, and what it held is free.
 */
export function streamInTurn(
  run: Run,
  open: () => AsyncIterable<Uint8Array>,
  longestMs = LONGEST_MS,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const turn = Promise.withResolvers<void>();
  const over = Promise.withResolvers<void>();
  let pieces: AsyncIterator<Uint8Array> | undefined;
  let idle: NodeJS.Timeout | undefined;
  let began = false;
  let ended = false;
  let endsAt = 0;

  const end = () => {
    ended = true;
    clearTimeout(idle);
    over.resolve();
    // A generator that waits at its last piece lets go of all that it holds.
    const held = pieces;
    pieces = undefined;
    void held?.return?.();
  };
  const take = async (): Promise<IteratorResult<Uint8Array>> => {
    if (!began) {
      began = true;
      void run(() => {
        turn.resolve();
        return over.promise;
      });
      await turn.promise;
      // Who has left while waiting wants nothing made any more.
      if (ended) return { done: true, value: undefined };
      endsAt = performance.now() + longestMs;
      pieces = open()[Symbol.asyncIterator]();
    }
    return pieces!.next();
  };

  return new ReadableStream(
    {
      async pull(controller) {
        clearTimeout(idle);
        try {
          const { done, value } = await take();
          if (ended) return;
          if (done) {
            controller.close();
            return end();
          }
          controller.enqueue(new Uint8Array(value));
          idle = setTimeout(
            () => {
              controller.error(new Error('the reader stopped'));
              end();
            },
            Math.min(IDLE_MS, endsAt - performance.now()),
          );
          idle.unref();
        } catch (error) {
          end();
          throw error;
        }
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  );
}
