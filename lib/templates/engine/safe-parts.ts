import {
  type Context,
  type Emitter,
  type Liquid,
  Tag,
  type TagToken,
  type Template,
  type TopLevelToken,
} from 'liquidjs';
import { BoundedEmitter } from './limits';

/** A link of a mail goes to one of these; `cid:` names a picture inside of it. */
const LINK =
  /^(https?:\/\/[^\s"'<>\\]+|mailto:[^\s"'<>\\]+|tel:[+\d][\d\s().-]{2,}|cid:[\w.@+-]+|#[\w-]*)?$/i;
const UNSAFE_STYLE = /url\s*\(|expression|javascript:|@import|[<>\\{};@]/i;

/** What a template may not become, though none of its variables is missing. */
export class UnsafePart extends Error {
  constructor(
    readonly part: 'url' | 'style',
    readonly shown: string,
  ) {
    super(
      part === 'url' ? `“${shown}” is no link that a mail may have` : `“${shown}” cannot stand in a style`,
    );
  }
}

export function isSafeUrl(url: string): boolean {
  return url.length <= 8_000 && LINK.test(url.trim());
}

/** Around what is put into an address or a style (`guardHtml`): whatever it becomes is looked at before it is written. */
function guard(end: string, check: (text: string) => void) {
  return class extends Tag {
    private readonly templates: Template[] = [];

    constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid, parser: Liquid['parser']) {
      super(token, rest, liquid);
      const stream = parser.parseStream(rest);
      stream
        .on(`tag:${end}`, () => stream.stop())
        .on('template', (template: Template) => this.templates.push(template))
        .on('end', () => {
          throw new Error(`a Liquid tag begins inside of an address or a style and ends outside of it`);
        });
      stream.start();
    }

    /** For the analysis of which variables are used. */
    // biome-ignore lint/correctness/useYield: liquidjs asks for a generator
    *children(): Generator<unknown, Template[]> {
      return this.templates;
    }

    *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
      const own = new BoundedEmitter();
      yield this.liquid.renderer.renderTemplates(this.templates, context, own);
      check(own.buffer);
      emitter.write(own.buffer);
    }
  };
}

export const SafeUrl = guard('endsafe_url', (html) => {
  const url = html.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&#34;', '"');
  if (!isSafeUrl(url)) throw new UnsafePart('url', url.trim().slice(0, 80));
});

export const SafeStyle = guard('endsafe_style', (html) => {
  if (UNSAFE_STYLE.test(html)) throw new UnsafePart('style', html.slice(0, 80));
});
