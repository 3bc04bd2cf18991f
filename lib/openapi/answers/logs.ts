import { z } from 'zod';
import { type LevelView, LOG_LEVELS, LOG_PROCESSES, type LogEntry, type LogsView } from '@/lib/logs/schema';
import { answerOf } from '../named';
import { Time } from './parts';

const Level = z.enum(LOG_LEVELS);

const LevelAnswer = answerOf<LevelView>()(
  'LogLevel',
  z.strictObject({ level: Level, until: Time, setBy: z.string() }),
);

const EntryAnswer = answerOf<LogEntry>()(
  'LogEntry',
  z.strictObject({
    id: z.string(),
    at: Time,
    level: Level,
    process: z.enum(LOG_PROCESSES),
    host: z.string(),
    pid: z.int(),
    text: z.string(),
    fields: z.string().nullable().describe('What else the line says, as JSON, cut where it is long.'),
  }),
);

export const LogsAnswer = answerOf<LogsView>()(
  'Logs',
  z.strictObject({
    data: z.array(EntryAnswer),
    processes: z
      .array(z.strictObject({ kind: z.enum(LOG_PROCESSES), host: z.string(), pid: z.int() }))
      .describe('Whence they come.'),
    since: Time.nullable().describe('The oldest that is at hand.'),
    level: z.string().describe('In use at this moment.'),
    changed: LevelAnswer.nullable().describe('Other than the environment says, for a while.'),
  }),
);

export const LogLevelAnswer = answerOf<{ changed: LevelView | null }>()(
  'LogLevelChange',
  z.strictObject({ changed: LevelAnswer.nullable() }),
);
