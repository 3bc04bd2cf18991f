import { commandContext } from '@/lib/context';
import { createTemplate } from '@/lib/templates/create';
import { findPublished } from '@/lib/templates/find-published';
import { previewTemplate } from '@/lib/templates/preview';
import { publishVersion } from '@/lib/templates/publish';
import { renderRendition } from '@/lib/templates/render';
import { renditionFor } from '@/lib/templates/renditions';
import { TemplateInput } from '@/lib/templates/schema';
import type { Cluster } from './cluster';
import type { Options } from './options';
import { describeRate, type Rate } from './rate';
import { RECEIPT, RECEIPT_VARIABLES } from './receipt';
import { atLeast, median, type Report } from './report';
import { SinkProcess } from './sink-process';
import { System } from './system';
import { watchWorker } from './watch-worker';

const WARM_UP = 1000;
const RENDERINGS = 3_000;
/** A second of one core. */
const PER_SECOND = 3_000;

/** What a template costs: to render at send, and over the whole way against messages that bring the same words themselves. */
export async function measureTemplates(cluster: Cluster, options: Options): Promise<Partial<Report>> {
  const sink = await SinkProcess.start();
  const plain: Rate[] = [];
  const templated: Rate[] = [];
  const rendered: number[] = [];
  try {
    for (let round = 0; round < options.rounds; round++) {
      plain.push(await drain(cluster, sink, options, false, rendered));
      templated.push(await drain(cluster, sink, options, true, rendered));
    }
  } finally {
    await sink.stop();
  }
  return {
    lines: [
      `${options.messages} messages of a receipt of ${RECEIPT_VARIABLES.items.length} lines, medians of ${options.rounds} rounds`,
      describeRate('with bodies of their own', plain, median),
      describeRate('of a template', templated, median),
      `rendered: ${Math.round(median(rendered))} a second in one process`,
    ],
    figures: [
      atLeast(
        'drain of templated messages against plain ones',
        templated.map(({ perSecond }, index) => perSecond / plain[index]!.perSecond),
        0.85,
      ),
      atLeast(
        `renderings a second against ${PER_SECOND}`,
        rendered.map((each) => each / PER_SECOND),
        1,
      ),
    ],
  };
}

async function drain(
  cluster: Cluster,
  sink: SinkProcess,
  { messages, connections }: Options,
  isTemplated: boolean,
  rendered: number[],
): Promise<Rate> {
  const system = await System.open(cluster, 'templates', { sinkPort: sink.port, connections });
  try {
    const ctx = commandContext('bench');
    const { id } = await createTemplate(ctx, TemplateInput.parse(RECEIPT));
    await publishVersion(ctx, { id });
    if (isTemplated) rendered.push(await countRenderings());
    const use = { template: 'receipt', variables: RECEIPT_VARIABLES };
    const own = isTemplated ? use : await wordsOf(id);
    await system.fill(WARM_UP + messages, { subject: undefined, html: undefined, text: undefined, ...own });
    return await watchWorker({ cluster, system, sink }, { warmUp: WARM_UP, count: messages });
  } finally {
    await system.close();
  }
}

async function wordsOf(id: string) {
  const { subject, html, text } = await previewTemplate(commandContext('bench'), {
    id,
    variables: RECEIPT_VARIABLES,
  });
  return { subject, html, text };
}

/** As delivery does it: parsed once, then for each message its own scope. */
async function countRenderings(): Promise<number> {
  const { version } = await findPublished(null, 'receipt');
  const rendition = await renditionFor(version, 'es', null);
  const render = (n: number) =>
    renderRendition(rendition, {
      variables: { ...RECEIPT_VARIABLES, receipt_number: `${n}` },
      recipient: { email: 'ana@example.com', name: 'Ana' },
      message: { id: '00000000-0000-7000-8000-000000000000' },
      now: '2026-11-28T12:00:00.000Z',
    });
  for (let n = 0; n < 300; n++) render(n);
  const began = performance.now();
  for (let n = 0; n < RENDERINGS; n++) render(n);
  return RENDERINGS / ((performance.now() - began) / 1000);
}
