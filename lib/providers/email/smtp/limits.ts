import type { SmtpSettings } from './settings';

/** How long each part of a send may take. Waiting for a free connection is none of them: that is waiting, not sending. */
export type SendLimits = {
  /** DNS, TCP, TLS, greeting and sign-in together. */
  connectMs: number;
  /** For the first reply on a connection that was kept: one that went silent is found out before a body is trusted to it. */
  firstReplyMs: (idleMs: number) => number;
  replyMs: number;
  /** MAIL, all RCPT and DATA together, so that a server that is slow with each of fifty has an end too. */
  envelopeMs: number;
  /** How long a body may not move at all. */
  stallMs: number;
  uploadMs: (bytes: number) => number;
  /** For the reply to the message: what left this process may still lie in the kernel, and has to get there first. */
  lastReplyMs: (bytes: number) => number;
};

/** The slowest line that a large message still gets through. */
const FLOOR_BYTES_PER_SECOND = 32 * 1024;

/** The most that the kernel holds (Linux: `tcp_wmem`), and how fast that goes out: on slower lines it holds less. */
const KERNEL_BYTES = 4 * 1024 * 1024;
const DRAIN_BYTES_PER_SECOND = 256 * 1024;

const SILENT_MS = 4000;
/** Who answered a moment ago is slow rather than gone. */
const ALIVE_MS = 2000;
/** What the kernel holds drains in steps: on a slow line nothing seems to move for seconds. */
const LEAST_STALL_MS = 10_000;

export function limitsOf({ timeoutMs }: Pick<SmtpSettings, 'timeoutMs'>): SendLimits {
  return {
    connectMs: timeoutMs,
    firstReplyMs: (idleMs) => Math.min(timeoutMs, idleMs < ALIVE_MS ? 2 * SILENT_MS : SILENT_MS),
    replyMs: timeoutMs,
    envelopeMs: 3 * timeoutMs,
    stallMs: Math.max(timeoutMs, LEAST_STALL_MS),
    uploadMs: (bytes) => timeoutMs + timeOf(bytes, FLOOR_BYTES_PER_SECOND),
    lastReplyMs: (bytes) => timeoutMs + timeOf(Math.min(bytes, KERNEL_BYTES), DRAIN_BYTES_PER_SECOND),
  };
}

function timeOf(bytes: number, bytesPerSecond: number): number {
  return Math.ceil((bytes * 1000) / bytesPerSecond);
}

/** From a connection to the last reply, once. */
export function roundMs(limits: SendLimits, bytes: number): number {
  return limits.connectMs + limits.envelopeMs + limits.uploadMs(bytes) + limits.lastReplyMs(bytes);
}

/** Base64 with its line breaks, and some room for headers. */
const MIME_FACTOR = 1.4;
const HEADERS_BYTES = 64 * 1024;
const MARGIN_MS = 10_000;

/** A second round, over a new connection or for recipients left over, begins only within the time of the first. */
export function longestSendMs(settings: Pick<SmtpSettings, 'timeoutMs'>, sizeBytes: number): number {
  return 2 * roundMs(limitsOf(settings), sizeBytes * MIME_FACTOR + HEADERS_BYTES) + MARGIN_MS;
}
