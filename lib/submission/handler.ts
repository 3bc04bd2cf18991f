import { replyTo } from './reply';

type Done = (error?: Error | null, value?: string) => void;

/**
 * A handler of the server: it answers exactly once, in `limitMs` at the latest. While one is pending the connection's own time limit rests, and
 * what it throws nobody hears: the client would wait for ever.
 */
export function answering(
  done: Done,
  { limitMs, id }: { limitMs: number; id: string },
  work: () => Promise<string | undefined> | Promise<void>,
): void {
  let answered = false;
  const answer: Done = (error, value) => {
    if (answered) return;
    answered = true;
    clearTimeout(limit);
    done(error, value);
  };
  const limit = setTimeout(() => answer(replyTo(new Error('a handler took too long'), id)), limitMs);
  work().then(
    (value) => answer(null, value ?? undefined),
    (error: unknown) => answer(replyTo(error, id)),
  );
}
