import { readDmarcReport } from './dmarc-report';
import { ReportRefusal } from './refusal';
import type { Report } from './report';
import { readTlsReport } from './tls-report';
import { unpack } from './unpack';

/** A file as it came: XML or JSON, plain, in gzip or in zip. @throws ReportRefusal */
export async function readReport(file: Uint8Array): Promise<Report> {
  const bytes = await unpack(file);
  const kind = kindOf(bytes);
  if (kind === 'xml') return readDmarcReport(bytes);
  if (kind === 'json') return readTlsReport(bytes);
  throw new ReportRefusal('not_a_report');
}

/** Of what is not packed, by its first sign. */
export function kindOf(bytes: Uint8Array): 'xml' | 'json' | null {
  const start = Buffer.from(bytes.subarray(0, 200));
  const text = (
    start[0] === 0xff || start[0] === 0xfe ? start.toString('latin1').replaceAll('\0', '') : start.toString()
  )
    .replace(/^(?:\uFEFF|\xff\xfe|\xfe\xff)/, '')
    .trimStart();
  return text.startsWith('<') ? 'xml' : text.startsWith('{') ? 'json' : null;
}
