import { open } from './browser';
import { WIDGET } from './widget';

/** The example that any page can embed. */
export async function answerWidget(): Promise<Response> {
  return open(
    new Response(WIDGET, {
      headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'public, max-age=300' },
    }),
  );
}
