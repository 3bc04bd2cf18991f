import type { TestView } from '@/lib/providers/schema';

/** Each step with its time, then what it means. */
export function describeTest({ steps, summary }: TestView): string {
  const lines = steps.map((step) => `${step.ok ? '✓' : '✗'} ${step.name} (${step.ms} ms) ${step.detail}`);
  return [...lines, summary].join('\n');
}
