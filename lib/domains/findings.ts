type Finding = { code: string; params?: Record<string, string | number> };

/** In English, for programs and the command line; the panel has its own words. */
export function summarize(finding: Finding | null): string {
  return finding ? finding.code : 'Not looked at yet.';
}
