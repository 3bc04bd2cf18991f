import pino from 'pino';
import { env } from './env';
import { redact } from './redact';

type Fields = Record<string, unknown>;

let instance: pino.Logger | undefined;

function logger(): pino.Logger {
  instance ??= pino({ level: env().RELEVO_LOG_LEVEL, base: { pid: process.pid } });
  return instance;
}

/** Structured logs, one JSON object a line, secrets removed by name and by shape. */
export const log = {
  debug: (message: string, fields: Fields = {}) => logger().debug(redact(fields), message),
  info: (message: string, fields: Fields = {}) => logger().info(redact(fields), message),
  warn: (message: string, fields: Fields = {}) => logger().warn(redact(fields), message),
  error: (message: string, fields: Fields = {}) => logger().error(redact(fields), message),
};
