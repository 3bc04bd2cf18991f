import pino from 'pino';
import { env } from './env';
import { redact } from './text/redact';

type Fields = Record<string, unknown>;

let instance: pino.Logger | undefined;

function logger(): pino.Logger {
  instance ??= pino({ level: env().RELEVO_LOG_LEVEL, base: { pid: process.pid } }, pino.destination(output));
  return instance;
}

const STDOUT = 1;
const STDERR = 2;
let output = STDOUT;

/** For commands, whose output is what somebody asked for and may be JSON. Before the first line. */
export function logToStderr(): void {
  output = STDERR;
}

/** Structured logs, one JSON object a line, secrets removed by name and by shape. */
export const log = {
  debug: (message: string, fields: Fields = {}) => logger().debug(redact(fields), message),
  info: (message: string, fields: Fields = {}) => logger().info(redact(fields), message),
  warn: (message: string, fields: Fields = {}) => logger().warn(redact(fields), message),
  error: (message: string, fields: Fields = {}) => logger().error(redact(fields), message),
};
