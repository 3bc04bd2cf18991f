import pino from 'pino';
import { env } from './env';
import { redact, redactText } from './text/redact';

type Fields = Record<string, unknown>;

/** The newest lines of this process, and who is told of each that comes. */
type State = {
  logger?: pino.Logger;
  output: number;
  lines: { number: number; line: string }[];
  bytes: number;
  count: number;
  onLine?: () => void;
};

const STDOUT = 1;
const STDERR = 2;
/** Of a process, at most: some minutes of a busy one. */
const MOST_LINES = 1_000;
const MOST_BYTES = 512 * 1024;

/** Next bundles its routes apart from the server around it; a process has one log. */
const holder = globalThis as typeof globalThis & { relevoLog?: State };

function state(): State {
  holder.relevoLog ??= { output: STDOUT, lines: [], bytes: 0, count: 0 };
  return holder.relevoLog;
}

function logger(): pino.Logger {
  const own = state();
  if (!own.logger) {
    const output = pino.destination(own.output);
    const write = (line: string) => {
      output.write(line);
      keep(own, line);
    };
    own.logger = pino({ level: env().RELEVO_LOG_LEVEL, base: { pid: process.pid } }, { write });
  }
  return own.logger;
}

function keep(own: State, line: string): void {
  own.lines.push({ number: ++own.count, line });
  own.bytes += line.length;
  while (own.lines.length > MOST_LINES || own.bytes > MOST_BYTES) own.bytes -= own.lines.shift()!.line.length;
  own.onLine?.();
}

/** For commands, whose output is what somebody asked for and may be JSON. Before the first line. */
export function logToStderr(): void {
  state().output = STDERR;
}

/** What is still at hand of what came after that one, the oldest first. */
export function linesAfter(number: number): { number: number; line: string }[] {
  return state().lines.filter((each) => each.number > number);
}

/** Called after each line, from then on; at most by one. */
export function onLine(listener: (() => void) | undefined): void {
  state().onLine = listener;
}

/** Null: as the environment says. */
export function logAt(level: string | null): void {
  logger().level = level ?? env().RELEVO_LOG_LEVEL;
}

export const levelInUse = (): string => logger().level;

/** Structured logs, one JSON object a line, secrets removed by name and by shape. */
export const log = {
  debug: (message: string, fields: Fields = {}) => write('debug', message, fields),
  info: (message: string, fields: Fields = {}) => write('info', message, fields),
  warn: (message: string, fields: Fields = {}) => write('warn', message, fields),
  error: (message: string, fields: Fields = {}) => write('error', message, fields),
};

function write(level: 'debug' | 'info' | 'warn' | 'error', message: string, fields: Fields): void {
  const own = logger();
  if (own.isLevelEnabled(level)) own[level](redact(fields), redactText(message));
}
