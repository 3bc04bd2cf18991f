import { AppError } from '@/lib/errors';
import type { InboundRequest } from '@/lib/events/inbound';
import { JsonScan } from '@/lib/http/json-scan';
import { scanInTurns } from '@/lib/http/scan-in-turns';

/** A batch of SendGrid has up to 768 kB, events of some 200 bytes and eight values: https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event */
const MOST_VALUES = 50_000;
const MOST_MEMBERS = 10_000;
/** Of a form: Twilio's have some thirty. */
const MOST_PARTS = 1_000;

const AMPERSAND = 0x26;

/**
 * Whether what this becomes has an end that is near, counted before anything is made of it: many are read before their signature can be
 * judged, so by anybody's hand. What is not said to be JSON may be read as a form.
 */
export async function isBounded({
  headers,
  body,
}: Pick<InboundRequest, 'headers' | 'body'>): Promise<boolean> {
  if (!isJsonAlone(headers['content-type'] ?? '') && partsOf(body) > MOST_PARTS) return false;
  try {
    await scanInTurns(body, new JsonScan(MOST_VALUES, MOST_MEMBERS));
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

function isJsonAlone(contentType: string): boolean {
  return /^application\/json\b/i.test(contentType) && !/form-urlencoded/i.test(contentType);
}

/** As far as it matters. */
function partsOf(body: Uint8Array): number {
  let parts = 1;
  for (let at = body.indexOf(AMPERSAND); at >= 0 && parts <= MOST_PARTS; at = body.indexOf(AMPERSAND, at + 1))
    parts++;
  return parts;
}
