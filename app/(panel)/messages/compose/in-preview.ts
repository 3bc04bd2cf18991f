import { contentIdOf } from './inline-file';

type Previewed = {
  document: Document;
  /** It names pictures that other servers keep. */
  remote: boolean;
  /** Gives the pictures' memory back. */
  release: () => void;
};

const REMOTE = /^\s*(https?:)?\/\//i;
const REMOTE_STYLE = /url\(\s*["']?\s*(https?:)?\/\//i;

/**
 * HTML that somebody writes, read but not run: pictures that travel in the message in their places, those of other servers only with `all`.
 * The frame's own policy refuses whatever is forgotten here; `parser` is the frame's, since that of the page would judge by the page's policy.
 */
export function inPreview(html: string, files: File[], all: boolean, parser: DOMParser): Previewed {
  const document = parser.parseFromString(html, 'text/html');
  const urls: string[] = [];
  let remote = REMOTE_STYLE.test(html);
  for (const active of document.querySelectorAll(
    'script, iframe, object, embed, link, base, meta[http-equiv]',
  ))
    active.remove();
  for (const element of document.querySelectorAll('[src], [srcset], [background]')) {
    for (const name of ['src', 'srcset', 'background']) {
      const value = element.getAttribute(name);
      if (value === null) continue;
      const contentId = /^\s*cid:(.+?)\s*$/i.exec(value)?.[1];
      const file = contentId && files.find((each) => contentIdOf(each) === contentId);
      const isRemote = REMOTE.test(value) || name === 'srcset';
      if (file) {
        urls.push(URL.createObjectURL(file));
        element.setAttribute(name, urls.at(-1)!);
      } else if (isRemote) {
        remote = true;
        if (!all) element.removeAttribute(name);
      } else if (!/^\s*data:/i.test(value)) element.removeAttribute(name);
    }
  }
  return { document, remote, release: () => urls.forEach(URL.revokeObjectURL) };
}
