import { z } from 'zod';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export const LOG_PROCESSES = ['web', 'worker', 'smtp'] as const;
export type LogProcess = (typeof LOG_PROCESSES)[number];

export const LogQuery = z.strictObject({
  /** This and what is worse. */
  level: z.enum(LOG_LEVELS).default('debug'),
  process: z.enum(LOG_PROCESSES).optional(),
  /** Part of a line, in any case. */
  q: z.string().trim().max(200).optional(),
  minutes: z.coerce.number().int().min(1).max(1_440).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(200),
});
export type LogQuery = z.infer<typeof LogQuery>;

/** For so long, then as the environment says again; null: at once. */
export const LogLevelInput = z.strictObject({
  level: z.enum(LOG_LEVELS).nullable(),
  minutes: z.int().min(1).max(240).default(15),
});
export type LogLevelInput = z.infer<typeof LogLevelInput>;

export type LogEntry = {
  id: string;
  at: string;
  level: LogLevel;
  process: LogProcess;
  host: string;
  pid: number;
  text: string;
  /** What else the line says, as JSON. */
  fields: string | null;
};

export type LevelView = { level: LogLevel; until: string; setBy: string };

export type LogsView = {
  /** The newest first. */
  data: LogEntry[];
  /** Whence they come. */
  processes: { kind: LogProcess; host: string; pid: number }[];
  /** Since when everything is here; null: there is nothing. */
  since: string | null;
  /** As this process is set, for a while or by the environment (`silent`: not at all). */
  level: string;
  /** Other than the environment says, for a while. */
  changed: LevelView | null;
};
