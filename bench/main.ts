import { rmSync } from 'node:fs';
import { buildIfNeeded } from '@/server/build';
import { measureAccept } from './accept';
import { measureAlerts } from './alerts';
import { measureCampaigns } from './campaigns';
import { Cluster } from './cluster';
import { measureDrain } from './drain';
import { measureEditor } from './editor';
import { measureFigures } from './figures';
import { measureForget } from './forget';
import { measureHistory } from './history';
import { measureHooks } from './hooks';
import { measureIdle } from './idle';
import { measureLists } from './lists';
import { measureLive } from './live';
import { measureMemory } from './memory';
import { measureNotifications } from './notifications';
import { type Options, readOptions } from './options';
import { measurePace } from './pace';
import { PROFILES, printProfiles } from './profile';
import { describeFigure, MACHINE, printReport, type Report } from './report';
import { measureSmtp } from './smtp';
import { measureStart } from './start';
import { measureTemplates } from './templates';
import { measureTexts } from './texts';
import { measureTokens } from './tokens';
import { measureTwo } from './two';
import { measureUrgent } from './urgent';
import { measureVisits } from './visits';
import { measureWhole } from './whole';

type Measure = (cluster: Cluster, options: Options) => Promise<Partial<Report>>;

const MEASURES: Record<string, Measure> = {
  drain: measureDrain,
  texts: measureTexts,
  whole: measureWhole,
  accept: measureAccept,
  smtp: measureSmtp,
  urgent: measureUrgent,
  idle: measureIdle,
  pace: measurePace,
  memory: measureMemory,
  two: measureTwo,
  history: measureHistory,
  lists: measureLists,
  tokens: measureTokens,
  forget: measureForget,
  notifications: measureNotifications,
  campaigns: measureCampaigns,
  visits: measureVisits,
  hooks: measureHooks,
  alerts: measureAlerts,
  templates: measureTemplates,
  editor: measureEditor,
  figures: measureFigures,
  live: measureLive,
  start: measureStart,
};

const WITHOUT_WEB = [
  'texts',
  'campaigns',
  'pace',
  'history',
  'lists',
  'tokens',
  'forget',
  'alerts',
  'figures',
];

/** `npm run bench [-- drain accept … --messages 5000]`: each measure prints ratios to something measured in the same run, and their targets. */
const options = readOptions(Object.keys(MEASURES));
if (!options.measures.every((measure) => WITHOUT_WEB.includes(measure))) await buildIfNeeded();
const cluster = await Cluster.start();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => cluster.stop().finally(() => process.exit(1)));
const reports: Report[] = [];
try {
  if (options.profile) {
    rmSync(PROFILES, { recursive: true, force: true });
    await cluster.countStatements();
  }
  for (const measure of options.measures) {
    const began = performance.now();
    const report = await MEASURES[measure]!(cluster, options);
    const seconds = (performance.now() - began) / 1000;
    reports.push({ measure, seconds, lines: [], figures: [], ...report });
    if (!options.json) printReport(reports.at(-1)!);
  }
  if (options.profile) await printProfiles(cluster);
} finally {
  await cluster.stop();
}
printSummary();
process.exit();

function printSummary(): void {
  const figures = reports.flatMap((report) => report.figures);
  if (options.json) {
    console.log(JSON.stringify({ machine: MACHINE, at: new Date().toISOString(), options, reports }));
    return;
  }
  console.log(`\n${MACHINE}, ${new Date().toISOString().slice(0, 10)}`);
  for (const figure of figures) console.log(describeFigure(figure));
}
