/** What waits for a reader who does not read. */
const MOST_UNREAD = 32;
const RECONNECT_MS = 3_000;

export type EventStream = {
  readable: ReadableStream;
  say: (event: string, data?: string) => void;
  end: () => void;
};

export const EVENT_STREAM_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  // nginx would collect what is said until it has a page full of it.
  'x-accel-buffering': 'no',
};

/** Server-sent events for one open page. `onEnd`: once, whoever ends it. */
export function eventStream(onEnd: () => void): EventStream {
  let controller!: ReadableStreamDefaultController;
  let isOpen = true;
  const over = () => {
    const was = isOpen;
    isOpen = false;
    if (was) onEnd();
    return was;
  };
  const readable = new ReadableStream({
    start(given: ReadableStreamDefaultController) {
      controller = given;
    },
    cancel: () => void over(),
  });
  const end = () => {
    if (over()) controller.close();
  };
  const write = (text: string) => {
    if (!isOpen) return;
    if (controller.desiredSize === null || controller.desiredSize < -MOST_UNREAD) return end();
    controller.enqueue(new TextEncoder().encode(text));
  };
  write(`retry: ${RECONNECT_MS}\n`);
  return { readable, end, say: (event, data = '-') => write(`event: ${event}\ndata: ${data}\n\n`) };
}
