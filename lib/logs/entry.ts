import { hostname } from 'node:os';
import type { LogEntry, LogLevel, LogProcess } from './schema';

/** NOTIFY carries less than 8,000 bytes; some letters are three of them, and what JSON escapes six. */
const MOST_TEXT = 800;
const MOST_FIELDS = 1_500;
const LEVELS: Record<number, LogLevel> = { 20: 'debug', 30: 'info', 40: 'warn', 50: 'error', 60: 'error' };

export type Self = { id: string; kind: LogProcess };

/** A line as pino wrote it, secrets removed; cut to what fits. Null: it is none. */
export function toEntry({ id, kind }: Self, number: number, line: string): LogEntry | null {
  try {
    const { level, time, pid, msg, ...fields } = JSON.parse(line) as Record<string, unknown>;
    return {
      id: `${id}:${String(number).padStart(12, '0')}`,
      at: new Date(Number(time)).toISOString(),
      level: LEVELS[Number(level)] ?? 'info',
      process: kind,
      host: hostname(),
      pid: Number(pid),
      text: shorten(String(msg), MOST_TEXT),
      fields: Object.keys(fields).length === 0 ? null : shorten(JSON.stringify(fields), MOST_FIELDS),
    };
  } catch {
    return null;
  }
}

function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).toWellFormed()}…`;
}
