// args: listfile start
import { readFileSync, writeFileSync, appendFileSync } from 'node:fs';
const root = process.cwd();
const [, , listFile, outFile, from, size] = process.argv;
const { hostileTexts } = await import(`${root}/lib/testing/hostile/texts.ts`);
const list: [string, string, string][] = readFileSync(listFile!, 'utf8').trim().split('\n').map((l) => l.split('\t') as any);
const N = Number(size ?? 100_000);
const extra = (length: number) => {
  const fill = (unit: string) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
  const u: Record<string, string> = {
    mustache: '{{', mustacheif: '{{#if a}}', liquid: '{% if a %}', liquid2: '{{a|', pct: '{%', ctag: '</a>', otag: '<a ', otag2: '<td>', attr: "<a b='", cmt: '<!--', cmt2: '<!-- >', amp: '&amp;', amp2: '&#', angle: '<a@b>', paren: '((', parenC: '(a)', brack: '[', brace: '{', jsonArr: '[{"a":', mimeh: 'A: b\r\n', mimefold: 'A:\r\n b', bound: '--a\r\n\r\n', boundh: 'Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n', spf: ' include:a.b', spfmac: '%{d1r.-+,/_=}', dmarc: 'a=b;', lines: 'a\n', crs: '\r', q: '?', star: '*', pipe: '|', amps: '&', under: '_', bt: '`', md: '# a\n', mdlink: '[a](b)', mdstar: '*a_', words: 'user unknown ', w2: 'try again in ', w3: ' in 5 minutes ', eqs: '=20', eqnl: '=\r\n', fromline: '\nFrom a@b Mon\n', pem: '-----BEGIN A-----\n', csvq: '"a",', csvq2: '"",', tabs: 'a\tb', nbsp: '\u00a0', zwj: '\u200d', nfd: 'ñ', dotsat: 'a.@', hash: '<#', helo: 'a-', slashstar: '/*', css: 'a{b:c}', styl: '<style>', scr: '<script', url: 'http://a', url2: 'http://a.b/?a=b&', wwwd: 'www.a.', plus: '+5959', ph: '(0981) ', semis: 'a;', stack: 'at a (b:1:2)\n', dashes: '--', iso: '2026-01-01', ipv6: '1::', ip: '1.2.3.4 ', cron: '*/1 ', dol: '${', undersc: '_00', xml: '<a>', xmlent: '&a;', xmlcd: '<![CDATA[', doctype: '<!DOCTYPE a [', go: '{{ range . }}', end: '{{ end }}', hbs: '{{{', hbscom: '{{!--', md5: '0f', surr: '\ud800', bidi: '\u202e', eqq: '=?', eqq2: '=?a?b?', mailto: 'mailto:a@b?', cid: 'cid:a ', imgs: '<img src="cid:a">', dd: '1d', gsm: '^', emoji: '👩‍👩‍👧', };
  const r: Record<string, string> = {};
  for (const [k, v] of Object.entries(u)) r[k] = fill(v);
  for (const p of ['v=spf1 ', 'v=DMARC1; p=none; rua=mailto:', 'v=DKIM1; p=', 'v=STSv1; id=', '<p>', '<a href="', '<p style="', '{{', '{% if ', '{{ a | ', '{"a":"', '[', 'From: ', 'Subject: =?utf-8?Q?', 'Content-Type: multipart/mixed; boundary="', '550 5.1.1 ', '550-', '421 try again in ', 'data:', 'http://', 'version: STSv1\n', '<?xml version="1.0"?><feedback>', '"', '(', 'a@', '{{#if ', '*|IF:', '<!--', '<style>', '<script>', '&', '%{', '+'])
    for (const [k, v] of Object.entries({ sp: ' ', a: 'a', q: '"', l: '<', d: '1', nl: '\r\n', dot: 'a.', eq: 'a=', semi: ';', br: '{', p: '%', amp: '&a', comma: 'a,', bs: '\\', par: '(', dash: '-', sl: '/' , sq: "'", pi: '|', tab:' \t'}))
      r[`${p.slice(0, 20)}+${k}`] = (p + fill(v)).slice(0, length);
  return r;
};
const shapes = (n: number) => ({ ...hostileTexts(n), ...extra(n) }) as Record<string, string>;
const BIG = shapes(N), SMALL = shapes(2000);
const cpu = (w: () => unknown) => { const b = process.threadCpuUsage(); let e: any; try { const r = w() as any; if (r && typeof r.catch === 'function') r.catch(() => {}); } catch (x) { e = x; } const { user, system } = process.threadCpuUsage(b); return [(user + system) / 1000, e] as const; };
const args = (params: string, text: string) => {
  const ps = params.split(/, (?=[a-zA-Z_{]+[^,]*)/);
  return ps.map((p, i) => {
    if (i === 0) return /: (Buffer|Uint8Array)/.test(p) ? Buffer.from(text) : /readonly string|string\[\]/.test(p) ? [text] : text;
    if (/locale/i.test(p)) return { language: 'es', timeZone: 'UTC' };
    if (/\(.*=>|: \(/.test(p)) return (x: string) => String(x);
    if (/now|Date/.test(p)) return p.includes('Date.now') ? Date.now() : new Date();
    if (/Set|used/.test(p)) return { note: () => {}, add: () => {}, has: () => false };
    if (/Iterable|readonly string|string\[\]/.test(p)) return ['ana@example.com', 'a'];
    if (/: string/.test(p)) return text.slice(0, 2000);
    if (/= /.test(p)) return undefined;
    if (/number/.test(p)) return 2;
    if (/boolean/.test(p)) return false;
    return {};
  });
};
process.on('unhandledRejection', () => {}); process.on('uncaughtException', (e) => { appendFileSync(outFile!, `UNCAUGHT ${String(e).slice(0, 200)}\n`); });
for (let i = Number(from ?? 0); i < list.length; i++) {
  const [file, name, params] = list[i]!;
  writeFileSync(`${outFile}.at`, `${i}\t${file}\t${name}`);
  let fn: any;
  try { fn = (await import(`${root}/${file}`))[name]; } catch (e) { appendFileSync(outFile!, `IMPORT ${file} ${String(e).slice(0, 100)}\n`); continue; }
  if (typeof fn !== 'function') continue;
  // warm
  for (const t of Object.values(SMALL).slice(0, 10)) cpu(() => fn(...args(params ?? '', t)));
  const errs = new Set<string>();
  for (const [k, t] of Object.entries(BIG)) {
    writeFileSync(`${outFile}.at`, `${i}\t${file}\t${name}\t${k}`);
    const small = SMALL[k]!;
    const [c0] = cpu(() => fn(...args(params ?? '', small)));
    if (c0 > 400) { appendFileSync(outFile!, `SLOWSMALL\t${c0 | 0}ms@2000\t${file}\t${name}\t${k}\n`); continue; }
    let [c, e] = cpu(() => fn(...args(params ?? '', t)));
    if (c > 60) { const [c2] = cpu(() => fn(...args(params ?? '', t))); c = Math.min(c, c2); }
    if (c > 60) { const half = t.slice(0, t.length >> 1); const [h] = cpu(() => fn(...args(params ?? '', half))); appendFileSync(outFile!, `SLOW\t${c | 0}ms half ${h | 0}ms\t${file}\t${name}\t${k}\n`); }
    if (e && /call stack|Invalid string length|out of memory|regular expression/i.test(String(e.message))) errs.add(String(e.message).slice(0, 80));
  }
  for (const e of errs) appendFileSync(outFile!, `ERR\t${e}\t${file}\t${name}\n`);
}
appendFileSync(outFile!, 'END\n');
process.exit(0);
